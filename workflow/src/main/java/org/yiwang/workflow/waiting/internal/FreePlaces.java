package org.yiwang.workflow.waiting.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;

/** Reads what lies on the shelf, in a transaction of its own. */
@ApplicationScoped
public class FreePlaces {

    @Inject
    WaitingLists lists;

    @Transactional
    public List<UUID> ids() {
        return lists.free();
    }
}
