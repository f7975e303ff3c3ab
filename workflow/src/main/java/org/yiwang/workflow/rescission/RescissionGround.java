package org.yiwang.workflow.rescission;

import org.yiwang.workflow.credit.DishonestyGround;

/** 撤销事由. */
public enum RescissionGround {
    /** 容缺材料逾期未补. */
    DEFERRED_EXPIRED("容缺材料逾期未补齐", DishonestyGround.DEFERRAL_BROKEN),
    /** 承诺不实. */
    FALSE_COMMITMENT("告知承诺不实", DishonestyGround.FALSE_COMMITMENT),
    /** 承诺不实, 逾期未整改. */
    NOT_RECTIFIED("告知承诺不实，逾期未整改到位", DishonestyGround.FALSE_COMMITMENT);

    private final String text;
    private final DishonestyGround dishonesty;

    RescissionGround(String text, DishonestyGround dishonesty) {
        this.text = text;
        this.dishonesty = dishonesty;
    }

    public String text() {
        return text;
    }

    /** What it counts as on the list of the dishonest, once the decision is rescinded. */
    DishonestyGround dishonesty() {
        return dishonesty;
    }
}
