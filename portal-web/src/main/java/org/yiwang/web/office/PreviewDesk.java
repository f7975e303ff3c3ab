package org.yiwang.web.office;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import org.yiwang.forms.catalogue.ItemVersion;
import org.yiwang.forms.catalogue.MaterialRequirement;
import org.yiwang.forms.catalogue.PackageScenario;
import org.yiwang.forms.catalogue.form.Section;
import org.yiwang.web.component.Page;
import org.yiwang.web.component.Sent;
import org.yiwang.web.portal.FieldView;
import org.yiwang.web.portal.RowsShown;
import org.yiwang.web.portal.SectionForm;

/** 预览: the sections of a draft's form as the real pages show them, empty or with the answers of its own test. */
@Named("previewDesk")
@RequestScoped
public class PreviewDesk {

    @Inject
    Page page;

    @Inject
    Sent sent;

    @Inject
    DraftDesk draft;

    private ItemVersion item;
    private ObjectNode answers;

    void open(ItemVersion unpublished, Optional<PackageScenario> scenario) {
        item = unpublished;
        answers = scenario.filter(plain -> isFilled())
                .map(plain -> item.form().normalise(plain.answers()))
                .orElseGet(JsonNodeFactory.instance::objectNode);
        page.setTitle("预览：" + page.say(item.name()));
    }

    public boolean isFilled() {
        return !sent.typed("filled").isEmpty();
    }

    public ItemVersion getItem() {
        return item;
    }

    public List<Section> getSections() {
        return item.form().sections();
    }

    public List<FieldView> fields(Section section) {
        return new SectionForm(item.form(), section).fields(answers, List.of(), RowsShown.oneMore(answers, ""));
    }

    /** What earlier sections say, for the script's conditions. */
    public String earlier(Section section) {
        return new SectionForm(item.form(), section).earlier(answers).toString();
    }

    /** The materials these answers call for; all of them for an empty form. */
    public List<MaterialRequirement> getMaterials() {
        return isFilled() ? item.materialsFor(answers) : item.materials();
    }

    public String url(String as, boolean withAnswers) {
        return "/admin/item-preview?id=" + draft.getDraft().id() + "&as=" + as + (withAnswers ? "&filled=1" : "");
    }
}
