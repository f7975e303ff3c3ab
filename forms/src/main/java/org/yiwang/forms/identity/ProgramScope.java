package org.yiwang.forms.identity;

/** 授权范围: what an outside program may read with its token; nothing else than what it was given. */
public enum ProgramScope {
    /** 事项动态: what was published in the catalogue. */
    CATALOGUE_EVENTS,
    /** 本部门办件动态: events of the cases of its own department, with their numbers. */
    DEPARTMENT_CASE_EVENTS,
    /** 全市办件动态: events of all cases, under numbers that mean nothing outside the feed. */
    ANONYMOUS_CASE_EVENTS
}
