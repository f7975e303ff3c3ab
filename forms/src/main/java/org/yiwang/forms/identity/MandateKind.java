package org.yiwang.forms.identity;

/** 代理类型: on what ground somebody acts for another. */
public enum MandateKind {
    /** 法定代理（监护）. */
    GUARDIAN("监护人"),
    /** 委托代理. */
    ENTRUSTED("委托代理"),
    /** 企业经办人. */
    CORP_AGENT("企业经办人"),
    /** 亲友代办. */
    FAMILY("亲友代办");

    private final String label;

    MandateKind(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
