package org.yiwang.forms.document.internal;

import java.io.IOException;
import java.util.List;

/** 分页: sets atoms one below the other and turns the page where the next ones do not fit. */
final class Pager {

    private final Canvas canvas;
    private final float top;
    private final float bottom;
    private float y;

    Pager(Canvas canvas, float top, float bottom) throws IOException {
        this.canvas = canvas;
        this.top = top;
        this.bottom = bottom;
        canvas.newPage();
        y = top;
    }

    float y() {
        return y;
    }

    float room() {
        return bottom - y;
    }

    void set(List<Atom> atoms) throws IOException {
        for (int i = 0; i < atoms.size(); i++) {
            Atom atom = atoms.get(i);
            boolean opens = y == top;
            if (!opens && y + needed(atoms, i) > bottom) {
                canvas.newPage();
                y = top;
                opens = true;
            }
            if (opens && canvas.pageIndex() > 0 && atom.header() != null) {
                atom.header().draw().at(canvas, y);
                y += atom.header().height();
            }
            y += opens ? 0 : atom.before();
            atom.draw().at(canvas, y);
            y += atom.height();
        }
    }

    /** Height of an atom and of all that must stay with it. */
    private float needed(List<Atom> atoms, int index) {
        float sum = 0;
        for (int i = index; i < atoms.size(); i++) {
            sum += atoms.get(i).before() + atoms.get(i).height();
            if (!atoms.get(i).keep()) {
                break;
            }
        }
        // What is kept together must not itself be longer than a page, or it would never find room.
        return Math.min(sum, bottom - top);
    }
}
