package org.yiwang.forms.catalogue;

/** 事项类型: which kind of power the item is; inside we use names, codes of other systems are mapped at the border. */
public enum PowerType {
    LICENSE("行政许可", "Licence"),
    PENALTY("行政处罚", "Penalty"),
    COERCION("行政强制", "Coercion"),
    LEVY("行政征收", "Levy"),
    PAYMENT("行政给付", "Benefit"),
    INSPECTION("行政检查", "Inspection"),
    CONFIRMATION("行政确认", "Confirmation"),
    REWARD("行政奖励", "Reward"),
    ADJUDICATION("行政裁决", "Adjudication"),
    FILING("行政备案", "Filing"),
    OTHER_POWER("其他行政权力", "Other administrative power"),
    PUBLIC_SERVICE("公共服务", "Public service");

    private final LocalText label;

    PowerType(String zh, String en) {
        this.label = new LocalText(zh, en);
    }

    public LocalText label() {
        return label;
    }
}
