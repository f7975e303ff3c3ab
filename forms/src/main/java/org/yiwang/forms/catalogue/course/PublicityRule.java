package org.yiwang.forms.catalogue.course;

import java.util.List;

/**
 * 公示: what is meant to be granted is shown to the public first, and anyone may object. How long stands in the item's
 * limit PUBLICITY.
 *
 * @param counted whether its time counts in the legal time; only a law of its own can take it out (行政许可法 §45 does not
 *     name publicity)
 * @param basis the ground of the publicity, and of leaving its time out where it is not counted
 * @param shows questions whose answers are shown besides the masked name; nothing personal
 */
public record PublicityRule(boolean counted, String basis, List<String> shows) {

    public PublicityRule {
        shows = List.copyOf(shows);
    }
}
