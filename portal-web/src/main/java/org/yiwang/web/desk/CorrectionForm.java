package org.yiwang.web.desk;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.yiwang.forms.catalogue.form.FormDefinition;
import org.yiwang.forms.catalogue.form.Section;
import org.yiwang.forms.platform.Problem;
import org.yiwang.web.portal.FieldView;
import org.yiwang.web.portal.RowsShown;
import org.yiwang.web.portal.SectionForm;
import org.yiwang.workflow.casefile.CaseView;

/** 窗口补正: the lines of the open correction notice as inputs, for the applicant who answers it at the window. */
@Named("correctionForm")
@RequestScoped
public class CorrectionForm {

    private static final String ACTION = "SUPPLY_CORRECTION";

    @Inject
    DeskCase deskCase;

    @Inject
    DeedForm form;

    @Inject
    HttpServletRequest request;

    private List<Problem> problems = List.of();
    private List<FieldView> fields;

    /** What was refused; a question that comes up because of a new answer is asked from now on. */
    void refused(List<Problem> refusal) {
        problems = refusal;
        fields = null;
    }

    /** Materials that the applicant has to bring again. */
    public List<DeskChoices.Choice> getMaterials() {
        return demanded("materials.").stream()
                .map(key -> new DeskChoices.Choice(key, deskCase.materialName(key)))
                .toList();
    }

    /** Questions that he has to answer again, to be asked as everywhere, with what was typed. */
    public List<FieldView> getFields() {
        if (fields == null) {
            Set<String> asked = asked();
            ObjectNode answers =
                    ACTION.equals(request.getParameter("act")) ? typed() : JsonNodeFactory.instance.objectNode();
            String oneMoreRow = act().length == 2 && act()[0].equals("add") ? act()[1] : "";
            fields = sections().stream()
                    .flatMap(section -> new SectionForm(definition(), section)
                            .fields(answers, problems, RowsShown.oneMore(answers, oneMoreRow)).stream())
                    .filter(field -> asked.contains(field.field().key()))
                    .toList();
        }
        return fields;
    }

    /** The new answers; nothing but what may be answered. */
    ObjectNode typed() {
        ObjectNode answers = JsonNodeFactory.instance.objectNode();
        for (Section section : sections()) {
            answers.setAll((ObjectNode) new SectionForm(definition(), section).read(request.getParameterMap()));
        }
        answers.retain(asked());
        String[] act = act();
        if (act.length == 3 && act[0].equals("remove") && RowsShown.rows(answers, act[1]) instanceof ArrayNode rows) {
            rows.remove(act[2].matches("\\d{1,3}") ? Integer.parseInt(act[2]) : rows.size());
        }
        return answers;
    }

    /** {@code add:<question>} or {@code remove:<question>:<row>}, when a button of a repeating question was pressed. */
    private String[] act() {
        return form.typed("_do").split(":");
    }

    private Set<String> asked() {
        Set<String> demanded = new HashSet<>(demanded("answers."));
        Set<String> asked = new HashSet<>(demanded);
        List<String> shown = form.values("_shown");
        for (String key : definition().withDependants(demanded)) {
            boolean named = problems.stream()
                    .anyMatch(problem -> (problem.path() + ".").startsWith("answers." + key + ".")
                            || problem.path().startsWith("answers." + key + "["));
            if (named || shown.contains(key)) {
                asked.add(key);
            }
        }
        return asked;
    }

    private List<String> demanded(String prefix) {
        return deskCase.getView().corrections().stream()
                .filter(correction -> correction.answeredAt() == null)
                .flatMap(correction -> correction.items().stream())
                .map(CaseView.Demand::target)
                .filter(target -> target.startsWith(prefix))
                .map(target -> target.substring(prefix.length()))
                .toList();
    }

    private FormDefinition definition() {
        return deskCase.item().form();
    }

    private List<Section> sections() {
        return definition().sections();
    }

    /** Where on the page a refused answer or material is. */
    static String place(String path) {
        if (path.startsWith("materials.")) {
            return "m-" + path.substring("materials.".length());
        }
        return path.startsWith("answers.") ? FieldView.idOf(SectionForm.inputName(path)) : path;
    }
}
