package org.yiwang.forms.identity;

/** 申请人类别. */
public enum PartyKind {
    /** 自然人. */
    PERSON,
    /** 法人和其他组织. */
    ORGANISATION
}
