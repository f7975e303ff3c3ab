package org.yiwang.forms.catalogue.form;

import java.time.Instant;
import java.util.Set;

/**
 * 签名人: who puts his name under a form.
 *
 * @param key of the account that confirmed it
 * @param names he may sign under; anybody's if empty
 * @param at platform time
 */
public record Signer(String key, Set<String> names, Way way, Instant at) {

    /** 签名方式: typed by the person signed in, or on the paper that the clerk took in. */
    public enum Way {
        TYPED,
        PAPER
    }

    public Signer {
        names = Set.copyOf(names);
    }

    /** Blanks in a name do not count. */
    public boolean mayBe(String name) {
        return names.isEmpty() || names.stream().anyMatch(own -> plain(own).equals(plain(name)));
    }

    private static String plain(String name) {
        return name.replaceAll("\\s+", "");
    }
}
