package org.yiwang.workflow.waiting;

/** 轮候状态. */
public enum EntryState {
    /** 轮候中. */
    WAITING("轮候中"),
    /** 待答复: a place is offered to him. */
    OFFERED("请答复"),
    /** 已配租: he has taken a place. */
    PLACED("已配租"),
    /** 退出轮候: he gave up, or did not answer, as often as the item allows. */
    DROPPED("已退出轮候");

    private final String text;

    EntryState(String text) {
        this.text = text;
    }

    public String text() {
        return text;
    }
}
