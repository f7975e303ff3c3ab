package org.yiwang.forms.catalogue;

/** 材料来源: where a material comes from; what the state holds itself is not asked for again. */
public enum MaterialOrigin {
    /** 申请人自备. */
    SELF,
    /** 电子证照: fetched from the licence store, uploaded only when that fails. */
    LICENCE,
    /** 数据核验: checked by data, uploaded only when that fails. */
    DATA
}
