package org.yiwang.forms.document;

/**
 * 文书种类: the letters and results of a case. One class for all of them: what distinguishes them stands in their
 * templates.
 */
public enum DocumentKind {
    /** 申请材料接收凭证. */
    MATERIAL_RECEIPT("W01", "申请材料接收凭证", "收", false),
    /** 统一受理回执: one receipt for all that was asked for and handed in with an errand (国办发〔2022〕32号). */
    ERRAND_RECEIPT("W01E", "统一受理回执", "统收", false),
    /** 补正告知书. */
    CORRECTION_NOTICE("W02", "申请材料补正告知书", "补", false),
    /** 不予受理决定书. */
    NOT_ACCEPT_DECISION("W03", "不予受理决定书", "不受", true),
    /** 受理通知书. */
    ACCEPT_NOTICE("W04", "受理通知书", "受", false),
    /** 补正材料接收凭证. */
    CORRECTION_RECEIPT("W05", "补正材料接收凭证", "补收", false),
    /** 审查阶段补正通知书. */
    REVIEW_CORRECTION_NOTICE("W06", "审查阶段补正通知书", "审补", false),
    /** 不予许可决定书. */
    DENIAL_DECISION("W07", "不予许可决定书", "不准", true),
    /** 特别程序告知书. */
    SPECIAL_PROCEDURE_NOTICE("W08", "特别程序告知书", "特", false),
    /** 中止办理告知书. */
    HALT_NOTICE("W08H", "中止办理告知书", "中", false),
    /** 送达回证: that a document was served on whom, how, where and when. */
    SERVICE_RECEIPT("W09", "送达回证", "送", false),
    /** 延期通知书: the limit was extended, why and until when. */
    EXTENSION_NOTICE("W10", "延长办理期限通知书", "延", false),
    /** 告知听证权利书: that he may ask for a hearing, why, and until when (行政许可法 §47). */
    HEARING_RIGHT_NOTICE("W11R", "告知听证权利书", "听告", false),
    /** 听证通知书: when, where and before whom the hearing is held (行政许可法 §48). */
    HEARING_NOTICE("W11", "听证通知书", "听通", false),
    /** 听证笔录: what was said and proved; the decision is made by it (行政许可法 §48). */
    HEARING_RECORD("W11B", "听证笔录", "听录", false),
    /** 利害关系人告知书: that it touches his great interests, and that he may be heard (行政许可法 §36). */
    INTERESTED_PARTY_NOTICE("W12", "利害关系人告知书", "利告", false),
    /** 决定告知书: an interested party who was heard is told what was decided, and how his opinion was answered. */
    INTERESTED_DECISION_NOTICE("W12D", "决定告知书", "利决", true),
    /** 现场核查笔录: who looked where and when at what, what they found, and who signed for it (行政许可法 §34). */
    SITE_RECORD("W13", "现场核查笔录", "核", false),
    /** 内部审批表: who gave which opinion when, with which result; for the desk and the archive alone. */
    APPROVAL_FORM("W14", "内部审批表", "批", false),
    /** 准予许可决定书. */
    APPROVAL_DECISION("W15", "准予许可决定书", "准", true),
    /** 延续决定书: a licence is prolonged, also by the silence of who had to decide. */
    RENEWAL_DECISION("W16", "准予延续决定书", "延准", true),
    /** 变更决定书: what a licence says is changed, it stays good as long as it was (行政许可法 §49). */
    CHANGE_DECISION("W16B", "准予变更决定书", "变准", true),
    /** 终止办理通知书: withdrawn by the applicant, or ended because nothing came. */
    TERMINATION_NOTICE("W17", "终止办理通知书", "终", true),
    /** 容缺受理通知书和承诺书: what is owed, in which form, until when, what follows if it does not come; and the promise as signed. */
    DEFERRAL_NOTICE("W18", "容缺受理通知书", "容", false),
    /** 容缺材料接收凭证. */
    DEFERRAL_RECEIPT("W18R", "容缺材料接收凭证", "容收", false),
    /** 告知承诺书, as signed. */
    COMMITMENT_LETTER("W19", "告知承诺书", "诺", false),
    /** 责令限期整改通知书: a promise was found untrue and is to be made true. */
    RECTIFICATION_NOTICE("W19R", "责令限期整改通知书", "改", false),
    /** 撤销决定事先告知书: why a decision is to be rescinded, and until when the person may be heard. */
    RESCISSION_NOTICE("W16N", "拟撤销决定告知书", "撤告", false),
    /** 撤销决定书 (行政许可法 §69). */
    RESCISSION_DECISION("W16", "撤销决定书", "撤", true),
    /** 拟撤回、注销告知书: why what was granted is to end, and until when its holder may be heard. */
    ENDING_NOTICE("W16E", "拟撤回、注销告知书", "止告", false),
    /** 撤回行政许可决定书 (行政许可法 §8). */
    WITHDRAW_DECISION("W16W", "撤回行政许可决定书", "撤回", true),
    /** 注销决定书 (行政许可法 §70). */
    CANCEL_DECISION("W16C", "注销决定书", "注", true),
    /** 领取登记单: what was handed out at the window, to whom and on whose behalf. */
    HANDOUT_SLIP("W20", "领取登记单", "领", false),
    /** 不受理通知书: no licence is needed for what he wants to do. */
    NO_LICENCE_NOTICE("W03N", "不受理通知书", "免", true),
    /** 一件事领取登记单: all that was handed out together for one errand, signed for once. */
    ERRAND_HANDOUT("W20E", "一件事领取登记单", "统领", false),
    /** 申请书: what the applicant declared, as received. */
    APPLICATION_FORM("W00", "申请书", "申", false),
    /** 结果: licence, certificate or confirmation; its template belongs to the service package. */
    RESULT("R", "办理结果", "证", false),
    /** 第一段结果: what the first of two stages issues, such as a permission to move in; its template is the package's too. */
    STAGE_RESULT("R1", "第一段办理结果", "一段", false);

    private final String code;
    private final String chinese;
    private final String series;
    private final boolean decision;

    DocumentKind(String code, String chinese, String series, boolean decision) {
        this.code = code;
        this.chinese = chinese;
        this.series = series;
        this.decision = decision;
    }

    /** Code of the national set of letters, such as {@code W04}. */
    public String code() {
        return code;
    }

    /** What it is called when the item does not matter; the template may say it more precisely. */
    public String chinese() {
        return chinese;
    }

    /** 文号 series: stands between the department's letters and the year, {@code 云东民受〔2026〕12号}. */
    public String series() {
        return series;
    }

    /** True if it decides against or about somebody's right, so that the full remedy notice must be in it. */
    public boolean decision() {
        return decision;
    }

    /**
     * 应当送达: whether it binds the applicant only once it has been served on him. Receipts he is given on the spot, his
     * own application and the records of service are not.
     */
    public boolean servable() {
        return switch (this) {
            case MATERIAL_RECEIPT,
                    ERRAND_RECEIPT,
                    CORRECTION_RECEIPT,
                    APPLICATION_FORM,
                    SERVICE_RECEIPT,
                    HANDOUT_SLIP,
                    ERRAND_HANDOUT,
                    SITE_RECORD,
                    HEARING_RECORD,
                    APPROVAL_FORM -> false;
            default -> true;
        };
    }

    /** 准予文书: what stands and falls with a grant. */
    public boolean grants() {
        return this == APPROVAL_DECISION || this == CHANGE_DECISION || this == RESULT;
    }

    /** 一件事的文书: belongs to an errand and to no single case. */
    public boolean errand() {
        return this == ERRAND_RECEIPT || this == ERRAND_HANDOUT;
    }

    /** 内部文书: for the desk and the archive; the applicant's side learns neither of it nor from it. */
    public boolean internal() {
        return this == APPROVAL_FORM;
    }

    /** Key of the shared template, the one to order unless the item has its own; a result has none. */
    public String template() {
        if (this == RESULT || this == STAGE_RESULT) {
            throw new IllegalStateException("a result's template is named by its item");
        }
        return "templates/" + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-') + ".json";
    }
}
