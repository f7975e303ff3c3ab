package org.yiwang.web.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import org.yiwang.workflow.clock.TrafficLight;

/** 灯的说法: the word beside each light; colour alone says nothing. */
@Named("lamp")
@ApplicationScoped
public class Lamp {

    public String of(TrafficLight light) {
        return text(light);
    }

    static String text(TrafficLight light) {
        if (light == null) {
            return "";
        }
        return switch (light) {
            case RED -> "已超期";
            case YELLOW -> "快到期";
            case GREEN -> "正常";
            case BLUE -> "暂停计时";
            case GREY -> "已办结";
        };
    }
}
