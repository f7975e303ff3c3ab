package org.yiwang.forms.catalogue.bank;

/** 材料可信等级 (国办函〔2016〕108号): how far a material may be believed without looking at the original again. */
public enum TrustGrade {
    /** 发证机构产生的电子证照或者数据, used as it is. */
    A,
    /** 窗口核验过原件, used again. */
    B,
    /** 申请人上传的他人出具的材料: the original is looked at each time. */
    C,
    /** 申请人自己制作的材料: believed on the applicant's own word. */
    D
}
