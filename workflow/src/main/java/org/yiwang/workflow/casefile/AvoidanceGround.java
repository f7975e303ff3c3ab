package org.yiwang.workflow.casefile;

/** 回避事由: why an officer may have no part in a case (公务员法 §76; 行政许可法 §48 for hearings, here for all of the review). */
public enum AvoidanceGround {
    /** 本人. */
    SELF("您是本件的当事人"),
    /** 近亲属. */
    RELATIVE("本件当事人是您登记的亲属"),
    /** 有利害关系的单位. */
    COMPANY("本件当事人是与您有利害关系的单位"),
    /** 申明或者决定回避. */
    ORDERED("您已就本件申明回避或者被决定回避");

    private final String why;

    AvoidanceGround(String why) {
        this.why = why;
    }

    /** What he is told who tries nevertheless. */
    public String sentence() {
        return why + "，依法应当回避，不能办理本件；请由同岗位其他人员办理，没有其他人员的请部门负责人重新指定。";
    }
}
