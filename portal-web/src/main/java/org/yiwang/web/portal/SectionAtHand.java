package org.yiwang.web.portal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.yiwang.forms.catalogue.form.FieldType;
import org.yiwang.forms.catalogue.form.FormDefinition;
import org.yiwang.forms.catalogue.form.Section;
import org.yiwang.forms.platform.Problem;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.web.component.Page;

/** 正在填写的一节: the section of a URL between the draft and its inputs; the same on the web and at a kiosk. */
@Named("sectionAtHand")
@RequestScoped
public class SectionAtHand {

    @Inject
    Page page;

    private Section section;
    private SectionForm form;
    private Press press = Press.of("");
    private List<FieldView> fields = List.of();
    private String earlier = "{}";

    /** Begins the page of a section; 404 if the form has none of that key. */
    public void open(FormDefinition definition, String key) {
        section = definition.section(key).orElseThrow(() -> Refusal.notFound("这一页表单"));
        form = new SectionForm(definition, section);
        page.setTitle(page.say(section.title()));
    }

    /** Puts answers into the inputs and says what is wrong with them; {@code rows} as {@link #rowsToShow} wrote it. */
    public void show(JsonNode answers, List<Problem> problems, String rows) {
        show(answers, problems, rows, List.of());
    }

    /** The same, with the questions pointed out that a newer form asks differently. */
    public void show(JsonNode answers, List<Problem> problems, String rows, List<String> changed) {
        earlier = form.earlier(answers).toString();
        fields = form.fields(answers, problems, RowsShown.parse(rows), changed);
        for (Problem problem : problems) {
            page.trouble(FieldView.idOf(SectionForm.inputName(problem.path())), problem.message());
        }
    }

    /** What was typed, without the row whose button was pressed to remove it. */
    public ObjectNode typed(Visit visit) {
        ObjectNode typed = form.read(visit.allParams());
        press = Press.of(visit.param("_do"));
        if (press.verb().equals("remove")
                && RowsShown.rows(typed, press.field()) instanceof ArrayNode rows
                && press.row() >= 0
                && press.row() < rows.size()) {
            rows.remove(press.row());
        }
        return typed;
    }

    /** Which button was pressed: continue, leave, add or remove. */
    public String verb() {
        return press.verb();
    }

    /** How many rows the page comes back with, rows still empty among them; empty unless rows were added or removed. */
    public String rowsToShow(ObjectNode typed) {
        if (!press.changesRows()) {
            return "";
        }
        int now = RowsShown.rows(typed, press.field()).size();
        return new RowsShown(press.field(), press.verb().equals("add") ? now + 1 : now).toString();
    }

    /** Id of what the page comes back to after a row was added or removed. */
    public String placeOfRows(ObjectNode typed) {
        int now = RowsShown.rows(typed, press.field()).size();
        String field = FieldView.idOf(press.field());
        return press.verb().equals("add") ? field + "-" + now : field;
    }

    /** Files are sent with this page. */
    public boolean isFiles() {
        return section.fields().stream().anyMatch(field -> field.type() == FieldType.FILE);
    }

    public Section getSection() {
        return section;
    }

    public List<FieldView> getFields() {
        return fields;
    }

    /** Answers of earlier sections that the script needs for its conditions. */
    public String getEarlier() {
        return earlier;
    }

    /**
     * 按钮: which button was pressed.
     *
     * @param field the repeating question
     * @param row which of its rows, from 0; -1 for none
     */
    private record Press(String verb, String field, int row) {

        static Press of(String text) {
            String[] parts = text.split(":");
            int row = parts.length > 2 && parts[2].matches("\\d{1,3}") ? Integer.parseInt(parts[2]) : -1;
            return new Press(parts[0], parts.length > 1 ? parts[1] : "", row);
        }

        boolean changesRows() {
            return verb.equals("add") || verb.equals("remove");
        }
    }
}
