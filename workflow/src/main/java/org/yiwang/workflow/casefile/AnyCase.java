package org.yiwang.workflow.casefile;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.yiwang.workflow.casefile.internal.CaseLists;

/** 是否已有办件: has this installation ever seen a case? */
@ApplicationScoped
public class AnyCase {

    @Inject
    CaseLists lists;

    @Transactional
    public boolean exists() {
        return lists.any();
    }
}
