package org.yiwang.forms.catalogue.office;

/** 草案状态: where a package in the making stands. */
public enum DraftState {
    DRAFT("起草中"),
    REVIEW("待审核"),
    SCHEDULED("已通过，待生效"),
    PUBLISHED("已发布"),
    DISCARDED("已放弃");

    private final String words;

    DraftState(String words) {
        this.words = words;
    }

    /** For officers. */
    public String words() {
        return words;
    }

    /** Is somebody still at it? There is one such draft of an item at most. */
    public boolean open() {
        return this == DRAFT || this == REVIEW || this == SCHEDULED;
    }
}
