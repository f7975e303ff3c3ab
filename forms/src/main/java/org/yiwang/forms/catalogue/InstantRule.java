package org.yiwang.forms.catalogue;

import java.util.List;
import org.yiwang.forms.catalogue.form.Condition;

/** 即办规则: when the platform itself grants an instant item; published by two persons, named in the event. */
public record InstantRule(Condition approve, String basis, List<String> publishedBy) {

    public InstantRule {
        publishedBy = List.copyOf(publishedBy);
    }
}
