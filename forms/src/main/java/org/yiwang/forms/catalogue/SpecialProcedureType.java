package org.yiwang.forms.catalogue;

/**
 * 特别程序种类: the eight whose time the licensing law (第四十五条) does not count. A site check is none of them: it is
 * done within the legal time.
 */
public enum SpecialProcedureType {
    HEARING("听证", "Hearing"),
    BIDDING("招标", "Bidding"),
    AUCTION("拍卖", "Auction"),
    TECHNICAL_INSPECTION("检验", "Technical inspection"),
    TESTING("检测", "Testing"),
    QUARANTINE("检疫", "Quarantine"),
    APPRAISAL("鉴定", "Appraisal"),
    EXPERT_REVIEW("专家评审", "Expert review");

    private final LocalText label;

    SpecialProcedureType(String zh, String en) {
        this.label = new LocalText(zh, en);
    }

    public LocalText label() {
        return label;
    }
}
