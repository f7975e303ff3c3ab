package org.yiwang.web.office;

import java.util.List;

/**
 * 可编辑的要素: what an editor shows for one name of a JSON object.
 *
 * @param name within its object, such as {@code visits.count}; empty for the value itself
 * @param kind how it is written
 * @param hint how to write it; empty for none
 * @param options for choices
 * @param children of a list's rows
 * @param one what a row of a list is called
 */
record Spec(String name, Kind kind, String label, String hint, List<Option> options, List<Spec> children, String one) {

    /** 写法. */
    enum Kind {
        TEXT,
        LONG,
        /** Chinese and English, one line each. */
        LOCAL,
        LOCAL_LONG,
        NUMBER,
        FLAG,
        CHOICE,
        CHOICES,
        /** A list of texts, one a line. */
        LINES,
        /** A JSON value such as a condition. */
        JSON,
        /** A list of objects. */
        LIST,
        /** Some of the above under a heading; adds no name of its own. */
        GROUP
    }

    /** 选项. */
    public record Option(String value, String label) {}

    static Spec of(String name, Kind kind, String label) {
        return new Spec(name, kind, label, "", List.of(), List.of(), "");
    }

    static Spec choice(String name, String label, List<Option> options) {
        return new Spec(name, Kind.CHOICE, label, "", options, List.of(), "");
    }

    static Spec choices(String name, String label, List<Option> options) {
        return new Spec(name, Kind.CHOICES, label, "", options, List.of(), "");
    }

    static Spec list(String name, String label, String one, Spec... children) {
        return new Spec(name, Kind.LIST, label, "", List.of(), List.of(children), one);
    }

    static Spec group(String label, Spec... children) {
        return new Spec("", Kind.GROUP, label, "", List.of(), List.of(children), "");
    }

    Spec hint(String how) {
        return new Spec(name, kind, label, how, options, children, one);
    }

    /** Its place below that of its object. */
    String at(String path) {
        if (name.isEmpty()) {
            return path;
        }
        return path.isEmpty() ? name : path + "." + name;
    }
}
