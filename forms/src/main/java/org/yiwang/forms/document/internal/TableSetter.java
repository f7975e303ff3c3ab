package org.yiwang.forms.document.internal;

import java.awt.Color;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** 表格排版: rows with borders; a cell longer than a page goes on, and the head row is repeated on every page. */
final class TableSetter {

    /** 单元格. */
    record Cell(String text, boolean label, boolean centred) {}

    private static final Color LINE = new Color(0x55, 0x55, 0x55);
    private static final Color SHADE = new Color(0xF4, 0xF4, 0xF4);
    private static final int LINES_PER_PART = 24;
    private static final float PAD = Canvas.mm(1.9);

    private final Canvas canvas;
    private final float left;
    private final float[] widths;
    private final float size;
    private final float leading;

    TableSetter(Canvas canvas, float left, float width, double[] shares, float size) {
        this.canvas = canvas;
        this.left = left;
        this.size = size;
        this.leading = size * 1.5f;
        double all = 0;
        for (double share : shares) {
            all += share;
        }
        this.widths = new float[shares.length];
        for (int i = 0; i < shares.length; i++) {
            widths[i] = (float) (width * shares[i] / all);
        }
    }

    /** One row; several atoms only if a cell is longer than a page. */
    List<Atom> row(List<Cell> cells, float before) {
        List<List<LineBreaker.Line>> broken = new ArrayList<>();
        int most = 1;
        for (int i = 0; i < cells.size(); i++) {
            List<LineBreaker.Line> lines =
                    canvas.breaker(type(cells.get(i))).lines(cells.get(i).text(), room(i, cells.size()), 0);
            broken.add(lines);
            most = Math.max(most, lines.size());
        }
        List<Atom> atoms = new ArrayList<>();
        for (int from = 0; from < most; from += LINES_PER_PART) {
            atoms.add(part(cells, broken, from, Math.min(most, from + LINES_PER_PART), from == 0 ? before : 0));
        }
        return atoms;
    }

    private Atom part(List<Cell> cells, List<List<LineBreaker.Line>> broken, int from, int to, float before) {
        float height = (to - from) * leading + 2 * PAD;
        return Atom.of(before, height, (on, y) -> {
            float x = left;
            for (int i = 0; i < cells.size(); i++) {
                float wide = span(i, cells.size());
                if (cells.get(i).label()) {
                    on.fill(x, y, wide, height, SHADE);
                }
                on.box(x, y, wide, height, 0.6f, LINE);
                List<LineBreaker.Line> lines = broken.get(i);
                cell(
                        on,
                        cells.get(i),
                        lines.subList(Math.min(from, lines.size()), Math.min(to, lines.size())),
                        x,
                        y,
                        wide,
                        height);
                x += wide;
            }
        });
    }

    private void cell(Canvas on, Cell cell, List<LineBreaker.Line> lines, float x, float y, float wide, float height)
            throws IOException {
        Canvas.Type type = type(cell);
        float top = y + (height - lines.size() * leading) / 2;
        for (int i = 0; i < lines.size(); i++) {
            LineBreaker.Line line = lines.get(i);
            float in = cell.centred() ? (wide - (float) line.width()) / 2 : PAD;
            float spread = cell.centred() ? 0 : TextSetter.spread(line, wide - 2 * PAD, size);
            on.text(line.text(), x + in, TextSetter.baseline(top + i * leading, leading, size), type, spread);
        }
    }

    private Canvas.Type type(Cell cell) {
        return new Canvas.Type(FontShelf.Style.BODY, size, cell.label() ? Canvas.GREY.darker() : Canvas.BLACK);
    }

    /** The last cell of a short row takes the columns that are left. */
    private float span(int column, int cells) {
        float wide = widths[column];
        if (column == cells - 1) {
            for (int i = cells; i < widths.length; i++) {
                wide += widths[i];
            }
        }
        return wide;
    }

    private float room(int column, int cells) {
        return span(column, cells) - 2 * PAD;
    }
}
