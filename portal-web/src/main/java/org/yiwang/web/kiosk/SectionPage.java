package org.yiwang.web.kiosk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import org.yiwang.forms.catalogue.form.Section;
import org.yiwang.forms.filling.SaveDraft;
import org.yiwang.forms.platform.Problem;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.web.component.Page;
import org.yiwang.web.portal.At;
import org.yiwang.web.portal.FieldView;
import org.yiwang.web.portal.Reply;
import org.yiwang.web.portal.SectionForm;
import org.yiwang.web.portal.Visit;

/** 填写一节: the same questions as on the web, from the same definition, larger. */
@Named("kioskSection")
@RequestScoped
@At("/kiosk/apply/{draft}/section/{section}")
public class SectionPage implements KioskPage {

    @Inject
    DraftAtKiosk draft;

    @Inject
    SaveDraft saveDraft;

    @Inject
    Page page;

    private Section section;
    private SectionForm form;
    private List<FieldView> fields = List.of();

    @Override
    public Reply get(Visit visit) {
        Optional<Reply> elsewhere = open(visit);
        if (elsewhere.isPresent()) {
            return elsewhere.get();
        }
        show(draft.getView().answers(), visit.has("errors") ? draft.problemsOf(section.key()) : List.of(), "");
        return Reply.show("kiosk/section");
    }

    private Optional<Reply> open(Visit visit) {
        Optional<Reply> elsewhere = draft.open(visit);
        if (elsewhere.isPresent()) {
            return elsewhere;
        }
        section = draft.getView()
                .item()
                .form()
                .section(visit.variable("section"))
                .orElseThrow(() -> Refusal.notFound("这一页表单"));
        form = new SectionForm(draft.getView().item().form(), section);
        page.setTitle(page.say(section.title()));
        return Optional.empty();
    }

    private void show(JsonNode answers, List<Problem> problems, String oneMoreRow) {
        fields = form.fields(answers, problems, oneMoreRow);
        for (Problem problem : problems) {
            page.trouble(FieldView.idOf(SectionForm.inputName(problem.path())), problem.message());
        }
    }

    /** Saves what was typed, right or wrong; rows come and go on the same page. */
    @Override
    public Reply post(Visit visit) {
        Optional<Reply> elsewhere = open(visit);
        if (elsewhere.isPresent()) {
            return elsewhere.get();
        }
        ObjectNode typed = form.read(visit.allParams());
        String[] act = visit.param("_do").split(":");
        if (act[0].equals("remove") && act.length == 3 && typed.path(act[1]) instanceof ArrayNode rows) {
            rows.remove(act[2].matches("\\d{1,3}") ? Integer.parseInt(act[2]) : -1);
        }
        draft.replace(saveDraft.save(
                visit.actor(), draft.getView().id(), draft.getView().version(), typed));
        if (act[0].equals("add") || act[0].equals("remove")) {
            show(draft.getView().answers(), List.of(), act[0].equals("add") && act.length > 1 ? act[1] : "");
            return Reply.again("kiosk/section");
        }
        boolean right = draft.problemsOf(section.key()).isEmpty();
        String next = right ? draft.after(section.key()) : "/section/" + section.key() + "?errors=1";
        return visit.go("/kiosk/apply/" + draft.getView().id() + next);
    }

    public Section getSection() {
        return section;
    }

    public List<FieldView> getFields() {
        return fields;
    }

    /** Answers of earlier sections that the script needs for its conditions. */
    public String getEarlier() {
        return form.earlier(draft.getView().answers()).toString();
    }

    public int getNumber() {
        return draft.number(section.key());
    }

    /** The check at the end counts as a step. */
    public int getCount() {
        return draft.sections().size() + 1;
    }

    public String getBack() {
        return draft.before(section.key());
    }
}
