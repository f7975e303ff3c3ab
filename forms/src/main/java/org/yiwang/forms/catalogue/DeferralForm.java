package org.yiwang.forms.catalogue;

/** 容缺方式: what a material that is still owed holds up. */
public enum DeferralForm {
    /** 补齐前不出证: reviewed at once, granted only when everything is there. */
    GATE_RESULT("补齐前不作出准予决定", "No grant before everything is handed in"),
    /** 先出证后补: granted and issued at once; what is owed follows (容缺准予). */
    ISSUE_THEN_SUPPLY("先准予、发放结果，再按期补交", "Granted and issued first, the rest follows");

    private final LocalText label;

    DeferralForm(String zh, String en) {
        this.label = new LocalText(zh, en);
    }

    public LocalText label() {
        return label;
    }
}
