package org.yiwang.forms.identity;

/** 实名等级: how sure the platform is of who somebody is. An item names the lowest level it takes. */
public enum AssuranceLevel {
    /** 未实名. */
    L0,
    /** 手机号已核验. */
    L1,
    /** 证件要素已核验. */
    L2,
    /** 人脸或现场已核验. */
    L3,
    /** 数字证书. */
    L4
}
