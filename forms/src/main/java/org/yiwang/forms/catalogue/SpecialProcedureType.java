package org.yiwang.forms.catalogue;

/**
 * 特别程序种类: the eight whose time the licensing law (第四十五条) does not count, and local ones whose time is not counted
 * only where the item names another law that says so. A site check is none of them: it is done within the legal time.
 */
public enum SpecialProcedureType {
    /** Held as {@code workflow.hearing} does it; named by an item only so that the guide tells of it. */
    HEARING("听证", "Hearing"),
    BIDDING("招标", "Bidding"),
    AUCTION("拍卖", "Auction"),
    TECHNICAL_INSPECTION("检验", "Technical inspection"),
    TESTING("检测", "Testing"),
    QUARANTINE("检疫", "Quarantine"),
    APPRAISAL("鉴定", "Appraisal"),
    EXPERT_REVIEW("专家评审", "Expert review"),
    /** Local. */
    SITE_SURVEY("现场踏勘", "Site survey"),
    /** Local. */
    PUBLICITY("公示", "Publicity"),
    /** Local. */
    ENTRUSTED_EVALUATION("委托评估", "Entrusted evaluation"),
    /** Local. */
    MEDICAL("医学评定", "Medical assessment");

    private final LocalText label;

    SpecialProcedureType(String zh, String en) {
        this.label = new LocalText(zh, en);
    }

    /** Whether the licensing law itself does not count its time. */
    public boolean statutory() {
        return ordinal() <= EXPERT_REVIEW.ordinal();
    }

    public LocalText label() {
        return label;
    }
}
