package org.yiwang.forms.catalogue;

/**
 * 不适用告知承诺的风险: fields in which a false promise could not be made good again; nothing of them may be granted on a
 * promise (国办发〔2020〕42号).
 */
public enum ExcludedRisk {
    /** 国家安全. */
    NATIONAL_SECURITY,
    /** 国家秘密. */
    STATE_SECRET,
    /** 公共安全. */
    PUBLIC_SAFETY,
    /** 金融业审慎监管. */
    FINANCIAL_PRUDENCE,
    /** 生态环境保护. */
    ECOLOGY,
    /** 直接关系人身健康. */
    HEALTH,
    /** 直接关系生命财产安全. */
    LIFE_AND_PROPERTY,
    /** 重要涉外. */
    FOREIGN_AFFAIRS
}
