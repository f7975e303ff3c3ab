package org.yiwang.workflow.process.internal;

/** 挑错: takes one thing that is wrong with a process model. */
@FunctionalInterface
interface Complaint {

    /** About the element with this id, or about the whole file when it is empty. */
    void about(String id, String code, String message);
}
