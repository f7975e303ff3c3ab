package org.yiwang.web.desk;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.yiwang.web.component.Page;
import org.yiwang.web.component.Words;
import org.yiwang.web.security.CurrentActor;
import org.yiwang.workflow.casefile.CaseAction;
import org.yiwang.workflow.casefile.CaseView;
import org.yiwang.workflow.review.KeepOpinion;

/**
 * 办理表单: what stands in the inputs of the case page: after a refusal what was sent, on a fresh page what was kept while
 * the officer was writing, otherwise what is suggested.
 */
@Named("deedForm")
@RequestScoped
public class DeedForm {

    @Inject
    DeskCase deskCase;

    @Inject
    KeepOpinion keepOpinion;

    @Inject
    CurrentActor current;

    @Inject
    Words words;

    @Inject
    Page page;

    @Inject
    HttpServletRequest request;

    private final Map<String, String> inserted = new java.util.HashMap<>();
    private Map<CaseAction, KeepOpinion.Kept> kept;

    /** The id of an input on the page. */
    public String id(String action, String name) {
        return action + "-" + name.replaceAll("[^A-Za-z0-9]+", "-");
    }

    /** What was sent in an input, without the blanks around it. */
    public String typed(String name) {
        return raw(name).strip();
    }

    String raw(String name) {
        String value = request.getParameter(name);
        return value == null ? "" : value;
    }

    List<String> values(String name) {
        String[] values = request.getParameterValues(name);
        return values == null ? List.of() : Arrays.asList(values);
    }

    private boolean sent(String action) {
        return action.equals(request.getParameter("act"));
    }

    /** Puts a phrase behind what was typed into a field. */
    void insert(String name, String phrase) {
        inserted.put(name, typed(name).isEmpty() ? phrase : typed(name) + "\n" + phrase);
    }

    /** What stands in an input of this form. */
    public String value(String action, String name, String suggestion) {
        if (sent(action)) {
            return inserted.getOrDefault(name, typed(name));
        }
        KeepOpinion.Kept before = kept(action);
        return before == null ? suggestion : before.words().getOrDefault(name, suggestion);
    }

    public boolean chosen(String action, String name, String value) {
        return sent(action) ? values(name).contains(value) : value.equals(value(action, name, ""));
    }

    /** For an attribute: {@code checked} or none. */
    public String checked(String action, String name, String value) {
        return chosen(action, name, value) ? "checked" : null;
    }

    /** For an attribute: {@code selected} or none. */
    public String selected(String action, String name, String value) {
        return chosen(action, name, value) ? "selected" : null;
    }

    /** For a part that folds: open when it was sent, or when something half written lies in it. */
    public String open(String action) {
        return sent(action) || kept(action) != null ? "open" : null;
    }

    /** When what stands in a fresh form was kept; empty when there was nothing to bring back. */
    public String keptAt(String action) {
        KeepOpinion.Kept before = sent(action) ? null : kept(action);
        return before == null ? "" : words.moment(before.savedAt());
    }

    private KeepOpinion.Kept kept(String action) {
        if (kept == null) {
            CaseView.Work work = deskCase.getWork();
            kept = work == null || work.suspended()
                    ? Map.of()
                    : keepOpinion.read(current.actor(), deskCase.number(), work.id());
        }
        return kept.get(CaseAction.valueOf(action));
    }

    /** The message at a field, or null. */
    public String error(String action, String name) {
        return page.troubleAt(id(action, name));
    }
}
