package org.yiwang.forms.catalogue.bank;

/** 问题的用途: what the platform or the office does with an answer that decides nothing. */
public enum ElementNeed {
    /** 联系申请人. */
    CONTACT,
    /** 调取、核验证照和数据. */
    LOOKUP,
    /** 送达结果、发放款项. */
    DELIVERY,
    /** 安排到场、上门和预约. */
    VISIT,
    /** 申请的内容: what is applied for, as the applicant wants it. */
    REQUEST,
    /** 同意、知悉: what nobody may do without being told so. */
    CONSENT
}
