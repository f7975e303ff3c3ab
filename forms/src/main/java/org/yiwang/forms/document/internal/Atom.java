package org.yiwang.forms.document.internal;

import java.io.IOException;

/**
 * 排版单元: something that is never torn over two pages: a line, a table row, the seal with name and date.
 *
 * @param before white space above it, dropped at the head of a page
 * @param keep must stand on the same page as the next one
 * @param header drawn again above it when it opens a page; null for none
 */
record Atom(float before, float height, boolean keep, Atom header, Draw draw) {

    /** Draws with its top at y, counted from the top of the page. */
    @FunctionalInterface
    interface Draw {
        void at(Canvas canvas, float y) throws IOException;
    }

    static Atom of(float before, float height, Draw draw) {
        return new Atom(before, height, false, null, draw);
    }

    Atom kept() {
        return new Atom(before, height, true, header, draw);
    }

    Atom under(Atom repeated) {
        return new Atom(before, height, keep, repeated, draw);
    }
}
