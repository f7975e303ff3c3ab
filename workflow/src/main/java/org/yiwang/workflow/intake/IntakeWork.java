package org.yiwang.workflow.intake;

import jakarta.enterprise.context.ApplicationScoped;
import org.yiwang.workflow.casefile.OpenCase;
import org.yiwang.workflow.clock.ClockKind;

/** 受理待办: the case lies at the window until somebody answers about acceptance. */
@ApplicationScoped
public class IntakeWork {

    /** Key of the step that the engine does not know. */
    public static final String STEP = "intake";

    public void open(OpenCase open) {
        open.work().open(STEP, "受理", "", open.item().intake(), open.dueOf(ClockKind.ACCEPT));
        open.tell(open.item().intake().toString(), "work.intake", OpenCase.body());
    }
}
