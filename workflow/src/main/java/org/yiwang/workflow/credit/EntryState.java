package org.yiwang.workflow.credit;

/** 名单状态. */
public enum EntryState {
    /** 在列. */
    LISTED("在列"),
    /** 异议成立, 已移出: it should never have been there. */
    REMOVED("异议成立，已移出"),
    /** 已修复. */
    REPAIRED("已修复");

    private final String text;

    EntryState(String text) {
        this.text = text;
    }

    public String text() {
        return text;
    }
}
