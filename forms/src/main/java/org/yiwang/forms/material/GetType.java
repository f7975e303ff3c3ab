package org.yiwang.forms.material;

/** 收取方式: how one material of an application came to the authority (国家表 get_type 口径，按来源细分). */
public enum GetType {
    /** 申请人上传. */
    UPLOADED,
    /** 从本人材料库再次使用. */
    VAULT,
    /** 免交：电子证照. */
    LICENCE,
    /** 免交：数据核验. */
    DATA,
    /** 交纸质. */
    PAPER,
    /** 窗口核对原件后扫描. */
    SCANNED,
    /** 容缺后补. */
    DEFERRED,
    /** 以告知承诺代替. */
    PROMISED
}
