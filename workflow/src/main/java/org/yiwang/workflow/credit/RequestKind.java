package org.yiwang.workflow.credit;

/** 当事人的请求. */
public enum RequestKind {
    /** 异议: the entry is wrong. */
    OBJECTION("异议", EntryState.REMOVED),
    /** 修复: what was wrong has been put right. */
    REPAIR("信用修复", EntryState.REPAIRED);

    private final String text;
    private final EntryState granted;

    RequestKind(String text, EntryState granted) {
        this.text = text;
        this.granted = granted;
    }

    public String text() {
        return text;
    }

    /** What the entry becomes if the request is granted. */
    EntryState granted() {
        return granted;
    }
}
