package org.yiwang.workflow.rescission;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.yiwang.workflow.credit.DishonestyGround;

/** 撤销事由. */
public enum RescissionGround {
    /** 容缺材料逾期未补. */
    DEFERRED_EXPIRED("容缺材料逾期未补齐", DishonestyGround.DEFERRAL_BROKEN),
    /** 承诺不实. */
    FALSE_COMMITMENT("告知承诺不实", DishonestyGround.FALSE_COMMITMENT),
    /** 承诺不实, 逾期未整改. */
    NOT_RECTIFIED("告知承诺不实，逾期未整改到位", DishonestyGround.FALSE_COMMITMENT),
    /** §69 一款一项. */
    ABUSE("工作人员滥用职权、玩忽职守作出准予决定", null),
    /** §69 一款二项. */
    BEYOND_POWERS("超越法定职权作出准予决定", null),
    /** §69 一款三项. */
    PROCEDURE("违反法定程序作出准予决定", null),
    /** §69 一款四项. */
    UNQUALIFIED("对不具备申请资格或者不符合法定条件的申请人作出准予决定", null),
    /** §69 二款. */
    FRAUD("以欺骗、贿赂等不正当手段取得", null);

    /** 行政机关一方的原因: whoever is harmed may ask to be compensated (行政许可法 §69 四款). */
    private static final Set<RescissionGround> OF_THE_OFFICE = EnumSet.of(ABUSE, BEYOND_POWERS, PROCEDURE, UNQUALIFIED);

    private final String text;
    private final DishonestyGround dishonesty;

    RescissionGround(String text, DishonestyGround dishonesty) {
        this.text = text;
        this.dishonesty = dishonesty;
    }

    public String text() {
        return text;
    }

    /** What it counts as on the list of the dishonest, once the decision is rescinded; empty where no word was broken. */
    Optional<DishonestyGround> dishonesty() {
        return Optional.ofNullable(dishonesty);
    }

    /** 当场启动: one that an officer may name, not one that follows from a promise or a day. */
    boolean named() {
        return dishonesty == null;
    }

    /** 撤销之后 (行政许可法 §69 四款), a sentence of the decision; empty where the law says nothing. */
    Optional<String> consequence() {
        if (OF_THE_OFFICE.contains(this)) {
            return Optional.of("因撤销使你（单位）的合法权益受到损害的，你（单位）可以依照《中华人民共和国行政许可法》第六十九条第四款要求赔偿");
        }
        return this == FRAUD ? Optional.of("依照《中华人民共和国行政许可法》第六十九条第四款，你（单位）基于该决定取得的利益不受保护") : Optional.empty();
    }
}
