package org.yiwang.forms.document.internal;

import com.fasterxml.jackson.databind.JsonNode;

/** 印章用途: what stands under the star, {@code "seal": {"purpose": "行政许可专用章", "when": …}} in the template. */
final class SealPurpose {

    private SealPurpose() {}

    static String of(Printing task) {
        JsonNode seal = task.template().root().path("seal");
        return When.holds(seal.path("when"), task.data()) ? seal.path("purpose").asText("") : "";
    }
}
