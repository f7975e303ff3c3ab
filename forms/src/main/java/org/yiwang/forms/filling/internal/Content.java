package org.yiwang.forms.filling.internal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.yiwang.forms.filling.Promises;
import org.yiwang.forms.filling.ServiceChoice;

/**
 * What a draft holds, sealed as one value.
 *
 * @param service null while nothing was chosen
 */
public record Content(ObjectNode answers, ServiceChoice service, Promises promises) {

    public Content {
        promises = promises == null ? Promises.NONE : promises;
    }
}
