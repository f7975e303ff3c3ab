package org.yiwang.forms.catalogue.bank;

/** 材料持有人类型: whose material it is. */
public enum HolderKind {
    /** 自然人. */
    PERSON,
    /** 法人和其他组织. */
    ORGANISATION,
    /** 两者都可以. */
    EITHER
}
