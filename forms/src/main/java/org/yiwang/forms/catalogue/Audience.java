package org.yiwang.forms.catalogue;

/** 服务对象. */
public enum Audience {
    PERSON("个人", "Individuals"),
    ORGANISATION("法人和其他组织", "Organisations");

    private final LocalText label;

    Audience(String zh, String en) {
        this.label = new LocalText(zh, en);
    }

    public LocalText label() {
        return label;
    }
}
