package org.yiwang.web.desk;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.yiwang.web.security.CurrentActor;
import org.yiwang.workflow.publicity.ReadPublicity;

/** 本件公示: what the case page shows of publicity and objections. */
@Named("deskPublicity")
@RequestScoped
public class DeskPublicity {

    @Inject
    DeskCase deskCase;

    @Inject
    CurrentActor current;

    @Inject
    ReadPublicity readPublicity;

    private ReadPublicity.OfCase of;

    public ReadPublicity.OfCase getOf() {
        if (of == null) {
            of = readPublicity.ofCase(current.actor(), deskCase.number());
        }
        return of;
    }

    /** Does the item ask for it? */
    public boolean isHere() {
        return deskCase.item().course().publicity().isPresent();
    }

    public List<ReadPublicity.Objection> getWaiting() {
        return getOf().objections().stream()
                .filter(objection -> objection.answer() == null)
                .toList();
    }
}
