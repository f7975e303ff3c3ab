package org.yiwang.workflow.casefile;

import java.util.Arrays;
import java.util.Optional;

/** 送达途径: the ways in which the law lets a document be served (民事诉讼法 第七章第二节, which administrative organs follow). */
public enum ServiceWay {
    /** 直接送达. */
    DIRECT("直接送达"),
    /** 留置送达: left with whoever refuses it, before a witness. */
    LEFT("留置送达"),
    /** 委托送达: another organ serves it. */
    ENTRUSTED("委托送达"),
    /** 邮寄送达: on the day the receipt names. */
    POST("邮寄送达"),
    /** 电子送达: with consent, on the day it arrives in his account. */
    ELECTRONIC("电子送达"),
    /** 公告送达: thirty days after the notice. */
    PUBLIC_NOTICE("公告送达");

    private final String chinese;

    ServiceWay(String chinese) {
        this.chinese = chinese;
    }

    public String chinese() {
        return chinese;
    }

    /** The way of that name; empty for any other outcome of a record. */
    static Optional<ServiceWay> named(String outcome) {
        return Arrays.stream(values()).filter(way -> way.name().equals(outcome)).findFirst();
    }
}
