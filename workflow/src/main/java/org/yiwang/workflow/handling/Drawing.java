package org.yiwang.workflow.handling;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.yiwang.workflow.casefile.CaseAction;
import org.yiwang.workflow.casefile.OpenCase;
import org.yiwang.workflow.casefile.RecordKind;
import org.yiwang.workflow.casefile.Words;
import org.yiwang.workflow.review.ClaimWork;
import org.yiwang.workflow.worklist.WorkItem;

/** 请人参与: what drawing somebody in has in common. */
final class Drawing {

    private Drawing() {}

    /** Whoever draws others in answers for the work: it is his from now on. */
    static void take(OpenCase open, WorkItem work) {
        if (work.assignee() == null) {
            work.claim(open.actor().id());
            open.work().changed(work);
        }
        ClaimWork.inReview(open, CaseAction.CLAIM);
    }

    /** The checked words, kept under one name whatever the field was called. */
    static ObjectNode text(Words words, String field) {
        ObjectNode said = words.checked();
        if (said.has(field)) {
            said.set("text", said.remove(field));
        }
        return said;
    }

    /** Keeps what was said when this work was given to somebody, under its id. */
    static void said(OpenCase open, WorkItem work, String how, ObjectNode words) {
        open.note(RecordKind.DRAWN_IN, work.publicId().toString(), how, null, false, words);
    }
}
