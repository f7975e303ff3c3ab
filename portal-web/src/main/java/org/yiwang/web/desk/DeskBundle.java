package org.yiwang.web.desk;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.yiwang.forms.identity.Role;
import org.yiwang.web.security.CurrentActor;
import org.yiwang.workflow.bundle.BundleView;
import org.yiwang.workflow.bundle.ReadBundle;
import org.yiwang.workflow.casefile.CaseStatus;

/** 所属一件事: the errand the case on the desk is part of; of the other cases their states, and no more than he may see. */
@Named("deskBundle")
@RequestScoped
public class DeskBundle {

    @Inject
    CurrentActor current;

    @Inject
    DeskCase deskCase;

    @Inject
    ReadBundle readBundle;

    private BundleView view;
    private boolean looked;

    /** Null for a case that stands alone. */
    public BundleView getView() {
        if (!looked) {
            looked = true;
            view = readBundle.ofCase(current.actor(), deskCase.number()).orElse(null);
        }
        return view;
    }

    /** Whether several of its results may be handed out together at this window. */
    public boolean isHandsOut() {
        return current.actor().is(Role.CLERK)
                && getView().members().stream()
                                .filter(member -> member.caseStatus() == CaseStatus.AWAITING_PICKUP)
                                .count()
                        > 1;
    }
}
