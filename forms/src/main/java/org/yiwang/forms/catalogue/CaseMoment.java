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
    DELIVERED
}
