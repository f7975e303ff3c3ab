package org.yiwang.workflow.rating;

/** 差评处置动作: who may when stands in {@link TicketRules}. */
public enum TicketAction {
    /** 派单: the platform, as soon as the grade is given. */
    ASSIGN("派单"),
    /** 签收核实. */
    TAKE_UP("签收核实"),
    /** 核实结论. */
    VERIFY("作出核实结论"),
    /** 开始整改. */
    RECTIFY("开始整改"),
    /** 反馈整改情况. */
    FEED_BACK("反馈整改情况"),
    /** 复核申诉. */
    REVIEW("复核申诉"),
    /** 回访. */
    CALL_BACK("回访"),
    /** 追评: the rater, once. */
    RE_RATE("追评"),
    /** 办结: after the call-back, when the rater does not rate again in time. */
    CLOSE("办结");

    private final String text;

    TicketAction(String text) {
        this.text = text;
    }

    public String text() {
        return text;
    }
}
