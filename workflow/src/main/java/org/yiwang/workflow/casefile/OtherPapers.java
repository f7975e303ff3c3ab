package org.yiwang.workflow.casefile;

import org.yiwang.forms.identity.Actor;

/** 其他文书: letters that belong to no single case but to an errand. */
public interface OtherPapers {

    /** Whether this is an errand's number, and one whose letters he may read. */
    boolean shows(Actor actor, CaseNo no);
}
