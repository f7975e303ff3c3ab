package org.yiwang.workflow.clock;

import java.util.Collection;
import java.util.Comparator;

/** 红黄绿灯: how a clock stands, worst first. */
public enum TrafficLight {
    /** 已超期. */
    RED,
    /** 即将到期. */
    YELLOW,
    /** 暂停计时. */
    BLUE,
    /** 正常. */
    GREEN,
    /** 已结. */
    GREY;

    public static TrafficLight worst(Collection<TrafficLight> lights) {
        return lights.stream().min(Comparator.naturalOrder()).orElse(GREY);
    }
}
