package org.yiwang.forms.catalogue.situation;

/** 确定程度: what the answers so far say about a condition. */
public enum Certainty {
    YES,
    NO,
    /** It depends on a question not answered yet. */
    OPEN;

    Certainty and(Certainty other) {
        if (this == NO || other == NO) {
            return NO;
        }
        return this == OPEN || other == OPEN ? OPEN : YES;
    }

    Certainty or(Certainty other) {
        return not().and(other.not()).not();
    }

    Certainty not() {
        return switch (this) {
            case YES -> NO;
            case NO -> YES;
            case OPEN -> OPEN;
        };
    }

    static Certainty of(boolean holds) {
        return holds ? YES : NO;
    }
}
