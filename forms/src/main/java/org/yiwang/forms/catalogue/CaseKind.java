package org.yiwang.forms.catalogue;

/** 办件类型: done at once, within a promised time, or by several departments together. */
public enum CaseKind {
    INSTANT("即办件", "Done at once"),
    PROMISED("承诺件", "Done within the promised time"),
    JOINT("联办件", "Handled jointly by several departments");

    private final LocalText label;

    CaseKind(String zh, String en) {
        this.label = new LocalText(zh, en);
    }

    public LocalText label() {
        return label;
    }
}
