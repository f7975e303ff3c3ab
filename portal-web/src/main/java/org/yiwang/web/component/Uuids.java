package org.yiwang.web.component;

import java.util.UUID;
import org.yiwang.forms.platform.Refusal;

/** 标识: reads the ids that stand in addresses and forms; what is none is simply not there. */
public final class Uuids {

    private Uuids() {}

    public static UUID parse(String text, String what) {
        if (text == null || text.length() != 36) {
            throw Refusal.notFound(what);
        }
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException notAnId) {
            throw Refusal.notFound(what);
        }
    }
}
