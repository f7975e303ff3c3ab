package org.yiwang.workflow.waiting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.yiwang.workflow.casefile.OpenCase;
import org.yiwang.workflow.serving.spi.KeepsOpen;
import org.yiwang.workflow.waiting.internal.WaitingLists;

/** 轮候未完: who still waits his turn, or has a place to answer for, keeps his case out of the archive. */
@ApplicationScoped
public class KeepWaiting implements KeepsOpen {

    @Inject
    WaitingLists lists;

    @Override
    public boolean keeps(OpenCase open) {
        return open.item().course().waiting().isPresent()
                && lists.ofCase(open.file().id())
                        .filter(entry -> entry.state() == EntryState.WAITING || entry.state() == EntryState.OFFERED)
                        .isPresent();
    }
}
