package org.yiwang.forms.catalogue;

/** 办件时刻: a moment of a case at which a limit may begin or end. */
public enum CaseMoment {
    /** 提交. */
    SUBMITTED,
    /** 收件. */
    RECEIVED,
    /** 补正告知. */
    CORRECTION_ISSUED,
    /** 补正材料收到. */
    CORRECTION_SUPPLIED,
    /** 受理. */
    ACCEPTED,
    /** 决定. */
    DECIDED,
    /** 制作签发、登簿. */
    ISSUED,
    /** 送达. */
    DELIVERED,
    /** 上报: the preliminary review is over, the case lies with the higher authority. */
    FORWARDED,
    /** 容缺材料补齐. */
    DEFERRED_SUPPLIED,
    /** 承诺核查有结论. */
    VERIFIED,
    /** 公示开始. */
    PUBLISHED,
    /** 公示期满. */
    PUBLICITY_ENDED,
    /** 冷静期满后双方到场. */
    APPEARED,
    /** 第一段决定: granted or denied, where an item is issued in two stages. */
    STAGE_DECIDED,
    /** 第二段开始. */
    STAGE_BEGUN
}
