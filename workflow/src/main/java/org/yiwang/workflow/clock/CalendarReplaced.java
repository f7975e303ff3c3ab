package org.yiwang.workflow.clock;

/** 日历已更换: fired as a CDI event inside the transaction that has locked the case, once for each case counted by an older one. */
public record CalendarReplaced(long caseId) {}
