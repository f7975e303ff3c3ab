package org.yiwang.forms.catalogue;

/** 办理方式: who decides. */
public enum HandlingMode {
    /** 自办件: this authority. */
    SELF,
    /** 转报件: examined here, decided by the higher authority. */
    FORWARD
}
