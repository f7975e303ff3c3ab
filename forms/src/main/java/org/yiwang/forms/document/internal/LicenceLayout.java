package org.yiwang.forms.document.internal;

import java.awt.Color;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/**
 * 证照版式: one framed page. Title and number on top, large fields in one or two columns, below them the department, the
 * date and the seal, with the QR code opposite. A long field is printed smaller until all fits.
 */
final class LicenceLayout implements Layout {

    private static final Color FRAME = new Color(0xA8, 0x1E, 0x22);
    private static final Color PATTERN = new Color(0xF6, 0xE9, 0xE4);
    private static final Color LABEL = new Color(0x7A, 0x1A, 0x1C);

    private static final Canvas.Type NOTE = new Canvas.Type(FontShelf.Style.BODY, 9, Canvas.GREY);
    private static final float NOTE_LEADING = 13;

    /** 一栏. */
    private record Entry(String label, String value, boolean wide) {}

    private final Canvas canvas;
    private final Printing task;
    private final Fields fields;
    private final float inner;

    LicenceLayout(Canvas canvas, Printing task, Fields fields) {
        this.canvas = canvas;
        this.task = task;
        this.fields = fields;
        this.inner = Canvas.mm(27);
    }

    @Override
    public Placed draw() throws IOException {
        canvas.newPage();
        background();
        frame();
        float y = head();
        float bottom = canvas.height() - Canvas.mm(74) - noteHeight();
        float size = 15;
        List<Entry> entries = entries();
        while (size > 8 && measure(entries, size) > bottom - y) {
            size -= 0.5f;
        }
        if (measure(entries, size) > bottom - y) {
            throw new IllegalArgumentException("证照内容太长，一页放不下：" + task.template().key());
        }
        write(entries, size, y, Math.max(0, bottom - y - measure(entries, size)));
        notes();
        return new Placed(foot(), 0);
    }

    private void background() throws IOException {
        PDPageContentStream ink = canvas.ink();
        ink.setStrokingColor(PATTERN);
        ink.setLineWidth(0.45f);
        float from = Canvas.mm(16);
        float to = canvas.width() - from;
        for (float base = Canvas.mm(20); base < canvas.height() - Canvas.mm(18); base += Canvas.mm(4)) {
            ink.moveTo(from, base);
            float wave = Canvas.mm(24);
            for (float x = from; x < to; x += wave) {
                float end = Math.min(to, x + wave);
                ink.curveTo(x + wave / 3, base + Canvas.mm(6), x + wave * 2 / 3, base - Canvas.mm(6), end, base);
            }
            ink.stroke();
        }
    }

    private void frame() throws IOException {
        float w = canvas.width();
        float h = canvas.height();
        double[][] rules = {{10, 2.6}, {12.4, 0.7}, {15.5, 0.7}};
        for (double[] rule : rules) {
            float in = Canvas.mm(rule[0]);
            canvas.box(in, in, w - 2 * in, h - 2 * in, (float) rule[1], FRAME);
        }
        PDPageContentStream ink = canvas.ink();
        ink.setNonStrokingColor(FRAME);
        float in = Canvas.mm(13.95);
        float step = Canvas.mm(3);
        border(ink, in, w - in, step, true);
        border(ink, in, h - in, step, false);
        ink.fill();
    }

    /** A row of small lozenges between the two inner rules. */
    private void border(PDPageContentStream ink, float from, float to, float step, boolean across) throws IOException {
        int count = Math.round((to - from) / step);
        float d = Canvas.mm(0.75);
        float other = across ? canvas.height() : canvas.width();
        for (int i = 0; i <= count; i++) {
            float along = from + (to - from) * i / count;
            for (float beside : new float[] {from, other - from}) {
                float x = across ? along : beside;
                float y = across ? beside : along;
                ink.moveTo(x - d, y);
                ink.lineTo(x, y + d);
                ink.lineTo(x + d, y);
                ink.lineTo(x, y - d);
                ink.closePath();
            }
        }
    }

    private float head() throws IOException {
        String title = fields.fill(task.template().title());
        float y = Canvas.mm(canvas.width() > canvas.height() ? 36 : 44);
        canvas.centred(title, y, new Canvas.Type(FontShelf.Style.TITLE, 32, LABEL), title.length() > 10 ? 3 : 10);
        String label = task.template().optional("numberLabel").orElse("编号");
        Canvas.Type small = new Canvas.Type(FontShelf.Style.BODY, 12.5f);
        y += Canvas.mm(11);
        if (!task.number().isEmpty()) {
            canvas.centred(label + "：" + task.number(), y, small, 0);
        }
        return y + Canvas.mm(8);
    }

    private List<Entry> entries() {
        List<Entry> entries = new ArrayList<>();
        task.template().root().path("body").forEach(node -> {
            if (!(Block.of(node) instanceof Block.Facts facts)) {
                throw new IllegalArgumentException(
                        "证照模板的 body 只能有 facts：" + task.template().key());
            }
            if (!When.holds(facts.when(), fields.data())) {
                return;
            }
            for (Block.Fact fact : facts.rows()) {
                if (When.holds(fact.when(), fields.data())) {
                    entries.add(new Entry(
                            fields.fill(fact.label()), fact.value(fields), fact.wide() || facts.columns() == 1));
                }
            }
        });
        return entries;
    }

    private float leading(float size) {
        return size * 1.45f;
    }

    private float columnWidth(Entry entry) {
        float all = canvas.width() - 2 * inner;
        return entry.wide() ? all : (all - Canvas.mm(8)) / 2;
    }

    private float labelWidth(List<Entry> entries, float size) {
        Canvas.Type type = label(size);
        double most = 0;
        for (Entry entry : entries) {
            most = Math.max(most, canvas.width(entry.label(), type));
        }
        return (float) most + size * 1.2f;
    }

    private static Canvas.Type label(float size) {
        return new Canvas.Type(FontShelf.Style.TITLE, size * 0.86f, LABEL);
    }

    private float measure(List<Entry> entries, float size) {
        float sum = 0;
        for (int i = 0; i < entries.size(); i++) {
            float high = high(entries, i, size);
            if (pairs(entries, i)) {
                high = Math.max(high, high(entries, ++i, size));
            }
            sum += high;
        }
        return sum;
    }

    private boolean pairs(List<Entry> entries, int i) {
        return !entries.get(i).wide()
                && i + 1 < entries.size()
                && !entries.get(i + 1).wide();
    }

    private float high(List<Entry> entries, int i, float size) {
        return lines(entries, entries.get(i), size).size() * leading(size) + size * 0.55f;
    }

    private List<LineBreaker.Line> lines(List<Entry> entries, Entry entry, float size) {
        return canvas.breaker(new Canvas.Type(FontShelf.Style.BODY, size))
                .lines(entry.value(), columnWidth(entry) - labelWidth(entries, size), 0);
    }

    private void write(List<Entry> entries, float size, float top, float spare) throws IOException {
        float air = Math.min(spare / (entries.size() + 1), size * 0.6f);
        float y = top + air;
        for (int i = 0; i < entries.size(); i++) {
            float high = high(entries, i, size);
            entry(entries, entries.get(i), size, inner, y);
            if (pairs(entries, i)) {
                i++;
                entry(entries, entries.get(i), size, canvas.width() / 2 + Canvas.mm(4), y);
                high = Math.max(high, high(entries, i, size));
            }
            y += high + air;
        }
    }

    private void entry(List<Entry> entries, Entry entry, float size, float x, float y) throws IOException {
        float labels = labelWidth(entries, size);
        Canvas.Type label = label(size);
        // Labels are spread to one width, as on printed licences.
        int gaps = entry.label().length() - 1;
        float spread = gaps < 1 ? 0 : (labels - size * 1.2f - (float) canvas.width(entry.label(), label)) / gaps;
        canvas.text(entry.label(), x, TextSetter.baseline(y, leading(size), size), label, spread);
        Canvas.Type type = new Canvas.Type(FontShelf.Style.BODY, size);
        float line = y;
        for (LineBreaker.Line text : lines(entries, entry, size)) {
            canvas.text(text.text(), x + labels, TextSetter.baseline(line, leading(size), size), type);
            line += leading(size);
        }
    }

    private List<LineBreaker.Line> noteLines() {
        String note = task.template().optional("note").map(fields::fill).orElse("");
        return note.isEmpty() ? List.of() : canvas.breaker(NOTE).lines(note, canvas.width() - 2 * inner, 0);
    }

    /** What more than one line of small print needs. */
    private float noteHeight() {
        return Math.max(0, noteLines().size() - 1) * NOTE_LEADING;
    }

    private void notes() throws IOException {
        float y = canvas.height() - Canvas.mm(23) - noteHeight();
        for (LineBreaker.Line line : noteLines()) {
            canvas.text(line.text(), inner, y, NOTE, TextSetter.spread(line, canvas.width() - 2 * inner, NOTE.size()));
            y += NOTE_LEADING;
        }
    }

    private PDRectangle foot() throws IOException {
        float y = canvas.height() - Canvas.mm(54) - noteHeight();
        Canvas.Type type = new Canvas.Type(FontShelf.Style.BODY, 13);
        String name = fields.fill("{{organisation.name}}");
        String date = fields.fill("{{date}}");
        float half = (float) Math.max(canvas.width(name, type), canvas.width(date, type)) / 2;
        float centre = canvas.width() - inner - Math.max(half, SealStamp.DIAMETER / 2);
        canvas.text(name, centre - (float) canvas.width(name, type) / 2, y, type);
        canvas.text(date, centre - (float) canvas.width(date, type) / 2, y + Canvas.mm(9), type);
        if (task.draft()) {
            canvas.centred("样张　不具效力", y, new Canvas.Type(FontShelf.Style.TITLE, 16, Canvas.GREY), 4);
            return null;
        }
        float size = Canvas.mm(26);
        float top = y - Canvas.mm(10);
        new QrStamp(canvas).draw(task.verifyUrl(), inner, top, size);
        Canvas.Type small = new Canvas.Type(FontShelf.Style.BODY, 8, Canvas.GREY);
        canvas.text("扫码查验真伪，验证码：", inner + size + 8, top + Canvas.mm(14), small);
        canvas.text(
                task.groupedCode(), inner + size + 8, top + Canvas.mm(18.5), new Canvas.Type(FontShelf.Style.BODY, 9));
        return new SealStamp(canvas)
                .draw(centre, y + Canvas.mm(4), fields.fill("{{organisation.sealName}}"), SealPurpose.of(task));
    }
}
