package org.yiwang.forms.catalogue;

/** 材料必要性. */
public enum Necessity {
    /** 必要. */
    REQUIRED,
    /** 非必要. */
    OPTIONAL,
    /** 可容缺后补. */
    DEFERRABLE
}
