package org.yiwang.forms.catalogue;

/** 逾期未复: what it means when a department that was only asked (征求意见) has not answered in time. */
public enum Silence {
    /** 继续等待: it is late and is waited for. */
    WAITS,
    /** 视为同意: it counts as agreement, by time. */
    AGREES
}
