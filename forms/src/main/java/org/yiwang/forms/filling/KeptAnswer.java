package org.yiwang.forms.filling;

import org.yiwang.forms.catalogue.LocalText;

/** 保留的回答: what was answered to a question that the newer form does not ask any more, or asks in another way. */
public record KeptAnswer(LocalText label, LocalText value) {

    /** Without the words: this may end up in a log. */
    @Override
    public String toString() {
        return "kept answer";
    }
}
