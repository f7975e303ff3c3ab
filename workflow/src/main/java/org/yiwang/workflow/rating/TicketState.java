package org.yiwang.workflow.rating;

/** 差评工单状态. */
public enum TicketState {
    /** 已派单: at the department that handled it. */
    ASSIGNED("待签收核实"),
    /** 核实中. */
    VERIFYING("核实中"),
    /** 属实: to be put right. */
    VALID("属实，待整改"),
    /** 整改中. */
    RECTIFYING("整改中"),
    /** 已反馈: put right and told to the rater; the call-back is due. */
    FEEDBACK("已反馈，待回访"),
    /** 申诉待复核: held to be a mistake or malicious; a supervisor decides. */
    APPEAL("申诉待复核"),
    /** 已解释: there is no legal basis for what was asked; explained, the call-back is due. */
    EXPLAINED("已解释，待回访"),
    /** 已回访: the rater may rate once more. */
    REVISIT("已回访，可追评"),
    /** 不计差评: kept, and counted nowhere. */
    EXCLUDED("不计差评"),
    /** 已办结. */
    CLOSED("已办结");

    private final String text;

    TicketState(String text) {
        this.text = text;
    }

    public String text() {
        return text;
    }

    public boolean ended() {
        return this == CLOSED || this == EXCLUDED;
    }
}
