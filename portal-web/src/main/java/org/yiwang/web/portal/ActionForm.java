package org.yiwang.web.portal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.web.component.Page;
import org.yiwang.workflow.action.ActionRequest;
import org.yiwang.workflow.action.CaseActions;
import org.yiwang.workflow.casefile.CaseAction;

/** 办件动作表单: the page of one action of a case: shown while it is lawful, done once, refused with all that was typed. */
@RequestScoped
public class ActionForm {

    @Inject
    CaseAtHand at;

    @Inject
    CaseActions actions;

    @Inject
    FormOnce once;

    @Inject
    Page page;

    /** The form, or the case where nothing is to be done. */
    Reply show(Visit visit, CaseAction action, String view) {
        return at.can(action.name()) ? Reply.show(view) : back(visit);
    }

    Reply back(Visit visit) {
        return visit.go(path());
    }

    /**
     * Does what was sent and goes to the case, which says so.
     *
     * @param said the fields of the action; what is wrong with them it says to the page
     * @param word what the case then shows as done
     */
    Reply send(Visit visit, CaseAction action, String view, Supplier<ObjectNode> said, String word) {
        return send(visit, action, view, said, word, UnaryOperator.identity());
    }

    /** The same where inputs have other names than the fields of the action. */
    Reply send(
            Visit visit,
            CaseAction action,
            String view,
            Supplier<ObjectNode> said,
            String word,
            UnaryOperator<String> idOf) {
        try {
            ObjectNode fields = said.get();
            if (!page.getTroubles().isEmpty()) {
                return Reply.again(view);
            }
            var request = new ActionRequest(action, CaseForms.version(visit), null, fields);
            once.run(visit, () -> actions.perform(visit.actor(), at.no(), request));
        } catch (Refusal refusal) {
            Reply.passOn(refusal);
            page.trouble(refusal, idOf);
            return Reply.refused(view, refusal);
        }
        return visit.go(path() + "?said=" + word);
    }

    private String path() {
        return "/my/cases/" + at.no().value();
    }
}
