package org.yiwang.workflow.licence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.workflow.casefile.DecisionKind;
import org.yiwang.workflow.casefile.OpenCase;
import org.yiwang.workflow.licence.internal.Licences;

/** 原证照仍然有效: what has ended meanwhile is changed no more; what was renewed meanwhile is changed in its new form. */
@ApplicationScoped
public class HoldsStill {

    @Inject
    Licences licences;

    /** Refuses to grant a change of what does not hold, or whose renewal is not decided (409). */
    public void require(OpenCase open, DecisionKind decision) {
        if (decision != DecisionKind.GRANT || open.item().change().isEmpty()) {
            return;
        }
        long id = open.file().id();
        Optional<Licences.Row> found = licences.toChange(id);
        if (found.isEmpty() || over(open, found.get())) {
            throw Refusal.conflict("LICENCE_GONE", "原证照已经失效或者期满，不能准予变更；请作出不予变更的决定并说明理由。");
        }
        Licences.Row licence = found.get();
        if (licence.asked()) {
            throw Refusal.conflict("RENEWAL_FIRST", "原证照的延续正在办理，请先决定延续，再决定变更。");
        }
        licences.changing(id)
                .filter(kept -> !kept.number().equals(licence.number()))
                .ifPresent(kept -> licences.changes(id, licence));
    }

    private static boolean over(OpenCase open, Licences.Row licence) {
        return licence.ended() != null
                || licence.changedTo() != null
                || open.today().isAfter(licence.validTo()) && licence.deemedOn() == null;
    }
}
