package org.yiwang.workflow.casefile;

/** 状态用语: the Chinese and English words of a status, the same for citizen, officer and supervisor. */
public final class StatusText {

    private StatusText() {}

    public static String of(CaseStatus status) {
        return switch (status) {
            case SUBMITTED -> "已提交";
            case PRE_RETURNED -> "退回修改";
            case RECEIVED -> "已收件";
            case CORRECTION_REQUIRED -> "待补正";
            case CORRECTION_SUBMITTED -> "补正已交";
            case ACCEPTED -> "已受理";
            case IN_REVIEW -> "审查中";
            case SPECIAL_PROCEDURE -> "特别程序中";
            case REVIEW_CORRECTION -> "审查补正中";
            case COOLING_OFF -> "冷静期";
            case AWAITING_APPEARANCE -> "待双方到场";
            case AWAITING_NEXT_STAGE -> "待办第二段";
            case HALTED -> "已中止";
            case FORWARDED -> "已上报上级";
            case APPROVED -> "准予";
            case APPROVED_DEFERRED -> "容缺准予";
            case DENIED -> "不予许可";
            case CERTIFYING -> "制证中";
            case AWAITING_PICKUP -> "待领取";
            case IN_DELIVERY -> "寄递中";
            case COMPLETED -> "已办结";
            case NOT_ACCEPTED -> "不予受理";
            case NO_LICENCE_NEEDED -> "无需办理";
            case WITHDRAWN -> "已撤回";
            case TERMINATED -> "已终止";
            case VOIDED -> "已作废";
        };
    }

    public static String english(CaseStatus status) {
        return switch (status) {
            case SUBMITTED -> "Submitted";
            case PRE_RETURNED -> "Returned to you";
            case RECEIVED -> "Received";
            case CORRECTION_REQUIRED -> "Waiting for your correction";
            case CORRECTION_SUBMITTED -> "Correction submitted";
            case ACCEPTED -> "Accepted";
            case IN_REVIEW -> "In review";
            case SPECIAL_PROCEDURE -> "In a special procedure";
            case REVIEW_CORRECTION -> "Waiting for your correction";
            case COOLING_OFF -> "Cooling off";
            case AWAITING_APPEARANCE -> "Both have to appear";
            case AWAITING_NEXT_STAGE -> "Second stage to begin";
            case HALTED -> "Halted";
            case FORWARDED -> "Reported to the authority above";
            case APPROVED -> "Granted";
            case APPROVED_DEFERRED -> "Granted, papers to follow";
            case DENIED -> "Denied";
            case CERTIFYING -> "Being made";
            case AWAITING_PICKUP -> "Ready for you";
            case IN_DELIVERY -> "In the post";
            case COMPLETED -> "Completed";
            case NOT_ACCEPTED -> "Not accepted";
            case NO_LICENCE_NEEDED -> "No licence needed";
            case WITHDRAWN -> "Withdrawn";
            case TERMINATED -> "Ended";
            case VOIDED -> "Void";
        };
    }
}
