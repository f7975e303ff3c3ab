package org.yiwang.forms.document.internal;

import java.util.ArrayList;
import java.util.List;

/** 文字排版: paragraphs to lines within one column of the page. */
final class TextSetter {

    private final Canvas canvas;
    private final float left;
    private final float width;

    TextSetter(Canvas canvas, float left, float width) {
        this.canvas = canvas;
        this.left = left;
        this.width = width;
    }

    /** A paragraph; {@code indent} in characters. */
    List<Atom> paragraph(String text, Canvas.Type type, float leading, float before, float indent) {
        float head = indent * type.size();
        List<LineBreaker.Line> lines = canvas.breaker(type).lines(text, width, head);
        List<Atom> atoms = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            LineBreaker.Line line = lines.get(i);
            float in = i == 0 ? head : 0;
            Atom atom = Atom.of(
                    i == 0 ? before : 0,
                    leading,
                    (on, y) -> on.text(
                            line.text(),
                            left + in,
                            baseline(y, leading, type.size()),
                            type,
                            spread(line, width - in, type.size())));
            // No single first line at the foot of a page, no single last line at its head.
            boolean keep = lines.size() > 1 && (i == 0 || i == lines.size() - 2);
            atoms.add(keep ? atom.kept() : atom);
        }
        return atoms;
    }

    List<Atom> centred(String text, Canvas.Type type, float leading, float before, float spread) {
        List<Atom> atoms = new ArrayList<>();
        for (LineBreaker.Line line : canvas.breaker(type).lines(text, width * 0.92, 0)) {
            atoms.add(Atom.of(
                            atoms.isEmpty() ? before : 0,
                            leading,
                            (on, y) -> on.text(
                                    line.text(),
                                    left
                                            + (width
                                                            - (float) line.width()
                                                            - spread
                                                                    * (line.text()
                                                                                    .length()
                                                                            - 1))
                                                    / 2,
                                    baseline(y, leading, type.size()),
                                    type,
                                    spread))
                    .kept());
        }
        return atoms;
    }

    List<Atom> right(String text, Canvas.Type type, float leading, float before) {
        return List.of(Atom.of(
                before, leading, (on, y) -> on.right(text, left + width, baseline(y, leading, type.size()), type)));
    }

    static float baseline(float top, float leading, float size) {
        return top + leading / 2 + size * 0.36f;
    }

    /** Spreads a full line to the margin, unless that would tear it apart. */
    static float spread(LineBreaker.Line line, float room, float size) {
        int gaps = line.text().codePointCount(0, line.text().length()) - 1;
        if (!line.full() || gaps < 1) {
            return 0;
        }
        float each = (room - (float) line.width()) / gaps;
        return each < 0 || each > size * 0.2f ? 0 : each;
    }
}
