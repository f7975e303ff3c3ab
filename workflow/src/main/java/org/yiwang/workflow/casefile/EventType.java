package org.yiwang.workflow.casefile;

/** 事件类型: what happened, in the past tense; the legal record of a case is made of these. */
public enum EventType {
    CASE_SUBMITTED("提交申请"),
    CASE_RECEIVED("收件"),
    CASE_ACCEPTED("受理"),
    CORRECTION_REQUESTED("告知补正"),
    CORRECTION_SUPPLIED("提交补正"),
    CASE_REFUSED("不予受理"),
    NO_LICENCE_DECLARED("告知无需办理"),
    WORK_CLAIMED("开始审查"),
    STEP_REVIEWED("出具审查意见"),
    STEP_SILENT("逾期未复，视为同意"),
    STEP_RETURNED("退回上一步"),
    WORK_TRANSFERRED("转办"),
    STEP_SETTLED("签署完成"),
    SIGNER_ADDED("加签"),
    WORK_DELEGATED("委派"),
    WORK_REPORTED("委派工作交回"),
    WORK_TAKEN_BACK("收回"),
    OPINION_ASKED("征求意见"),
    ADVICE_GIVEN("提出参考意见"),
    CASE_COPIED("抄送"),
    CASE_URGED("催办"),
    SITE_CHECK_RECORDED("完成现场核查"),
    SPECIAL_PROCEDURE_STARTED("启动特别程序"),
    SPECIAL_PROCEDURE_PROLONGED("特别程序补充告知"),
    SPECIAL_PROCEDURE_ENDED("特别程序结束"),
    PRE_RETURN_OFFERED("提议退回修改"),
    PRE_RETURN_ANSWERED("答复是否退回修改"),
    CASE_RESUBMITTED("重新提交"),
    CASE_DEEMED_ACCEPTED("视为受理"),
    REVIEW_CORRECTION_REQUESTED("审查阶段告知补正"),
    CORRECTION_EXPIRED("逾期未补正"),
    MEASURE_PROPOSED("请示"),
    PROPOSAL_REJECTED("请示未获批准"),
    NEW_DEMAND_ALLOWED("同意追加补正内容"),
    CASE_HALTED("中止办理"),
    CASE_RESUMED("恢复办理"),
    CASE_TERMINATED("终止办理"),
    CASE_VOIDED("作废"),
    CASE_FORWARDED("上报上级机关"),
    FORWARD_ANSWERED("上级机关答复"),
    PUBLICITY_STARTED("开始公示"),
    PUBLICITY_ENDED("公示期满"),
    OBJECTION_RAISED("收到异议"),
    OBJECTION_ANSWERED("答复异议"),
    CASE_DECIDED("作出决定"),
    FEE_PAID("缴费"),
    DOCUMENT_ISSUED("文书制作完成"),
    DOCUMENT_VOIDED("文书作废"),
    RESULT_DELIVERED("送达"),
    CASE_COMPLETED("办结"),
    CASE_WITHDRAWN("撤回申请"),
    CASE_RATED("评价"),
    RESULT_RELEASED("统一出件"),
    CLOCK_PASSED("时限提醒"),
    NUMBER_REVEALED("查看完整证件号码"),
    EXTENSION_REQUESTED("申请延长办理期限"),
    LIMIT_EXTENDED("办理期限延长"),
    EXTENSION_REFUSED("不同意延长办理期限"),
    CALENDAR_CHANGED("工作日历调整，期限重新计算"),
    SUPERVISION_ORDERED("发出督办单"),
    SUPERVISION_REPLIED("答复督办单"),
    SUPERVISION_CLOSED("办结督办单"),
    LIGHT_APPEALED("申请纠偏"),
    LIGHT_APPEAL_DECIDED("审批纠偏"),
    CLOCK_CORRECTED("更正办理时限");

    private final String text;

    EventType(String text) {
        this.text = text;
    }

    /** The Chinese word on the time line. */
    public String text() {
        return text;
    }
}
