package org.yiwang.forms.catalogue;

/** 核查方式: how what was only promised is checked after the grant. */
public enum VerificationMode {
    /** 免予核查. */
    EXEMPT("免予核查", "Not checked"),
    /** 数据核验. */
    ONLINE("通过数据共享核验", "Checked against shared data"),
    /** 现场核查. */
    ONSITE("现场核查", "Checked on the spot"),
    /** 随机抽查. */
    SPOT_CHECK("随机抽查", "Checked at random");

    private final LocalText label;

    VerificationMode(String zh, String en) {
        this.label = new LocalText(zh, en);
    }

    public LocalText label() {
        return label;
    }
}
