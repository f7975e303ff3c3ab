package org.yiwang.forms.catalogue.bank;

/** 数据元登记的用途: why the platform itself needs the answer, whatever the service. */
public enum ElementNeed {
    /** 联系申请人. */
    CONTACT,
    /** 调取证照和数据. */
    LOOKUP,
    /** 送达结果、发放款项. */
    DELIVERY
}
