package org.yiwang.workflow.bundle;

/** 一件事状态, aggregated from its services. */
public enum BundleStatus {
    /** 办理中. */
    IN_PROGRESS("办理中"),
    /** 全部办结. */
    COMPLETED("全部办结"),
    /** 部分办成: at least one service came to nothing; the others go on, or are done. */
    PARTIAL("部分事项未办成"),
    /** 已撤回. */
    WITHDRAWN("已撤回");

    private final String text;

    BundleStatus(String text) {
        this.text = text;
    }

    public String text() {
        return text;
    }
}
