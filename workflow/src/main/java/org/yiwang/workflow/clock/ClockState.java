package org.yiwang.workflow.clock;

/** 时钟状态: of one row. Being late is no state: it follows from the dates. */
public enum ClockState {
    RUNNING,
    /** 暂停计时. */
    PAUSED,
    /** 已停止. */
    STOPPED,
    /** 已被新行取代: the due date changed; what it was before stays on record. */
    SUPERSEDED
}
