package org.yiwang.forms.catalogue;

/** 送达方式. */
public enum ServiceMethod {
    ELECTRONIC("电子送达", "Electronically"),
    POST("邮寄送达", "By post"),
    PICKUP("窗口领取", "Pick up at the window");

    private final LocalText label;

    ServiceMethod(String zh, String en) {
        this.label = new LocalText(zh, en);
    }

    public LocalText label() {
        return label;
    }
}
