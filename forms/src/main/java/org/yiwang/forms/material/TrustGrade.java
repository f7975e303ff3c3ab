package org.yiwang.forms.material;

/** 可信等级 (国办函〔2016〕108号): how far a stored material can be relied on. */
public enum TrustGrade {
    /** 发证机构产生: issued here, or fetched from where it was issued. */
    A,
    /** 窗口核验过原件: scanned at the window with the original at hand. */
    B,
    /** 申请人上传: the original is looked at each time. */
    C,
    /** 申请人自己制作: rests on his own word. */
    D;

    /** The less reliable of two. */
    public TrustGrade worse(TrustGrade other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
