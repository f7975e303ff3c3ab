package org.yiwang.forms.document.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** 段落排版: turns the blocks of a letter into lines and rows. */
final class BlockSetter {

    static final float SIZE = 14;
    static final float LEADING = 23;
    private static final float SMALL = 11;
    private static final float QR = 65;
    private static final Block.Fact LINE = new Block.Fact("{{label}}", "{{value}}", false, "", null);

    private final Canvas canvas;
    private final Fields fields;
    private final TextSetter text;
    private final float left;
    private final float width;
    private final Canvas.Type body = new Canvas.Type(FontShelf.Style.BODY, SIZE);
    private final Canvas.Type strong = new Canvas.Type(FontShelf.Style.TITLE, SIZE);

    BlockSetter(Canvas canvas, Fields fields, float left, float width) {
        this.canvas = canvas;
        this.fields = fields;
        this.left = left;
        this.width = width;
        this.text = new TextSetter(canvas, left, width);
    }

    List<Atom> set(JsonNode blocks) {
        List<Atom> atoms = new ArrayList<>();
        for (JsonNode node : blocks) {
            Block block = Block.of(node);
            if (When.holds(block.when(), fields.data())) {
                atoms.addAll(set(block));
            }
        }
        return atoms;
    }

    private List<Atom> set(Block block) {
        if (block instanceof Block.Text paragraph) {
            return paragraph(paragraph);
        } else if (block instanceof Block.Heading heading) {
            return kept(text.paragraph(fields.fill(heading.text()), strong, LEADING, 4, 2));
        } else if (block instanceof Block.Facts facts) {
            return spaced(grid(facts.rows(), facts.share(), facts.columns(), fields, 6));
        } else if (block instanceof Block.Listing listing) {
            return listing(listing);
        } else if (block instanceof Block.Table table) {
            return table(table);
        } else if (block instanceof Block.Sections sections) {
            return sections(sections);
        } else if (block instanceof Block.Qr qr) {
            return qr(qr);
        } else if (block instanceof Block.Remedy remedy) {
            return remedy(remedy.against());
        }
        return signatures((Block.Signatures) block);
    }

    private List<Atom> paragraph(Block.Text paragraph) {
        String filled = fields.fill(paragraph.text());
        if (filled.isBlank()) {
            return List.of();
        }
        return switch (paragraph.style()) {
            case "plain" -> text.paragraph(filled, body, LEADING, 0, 0);
            case "note" ->
                text.paragraph(filled, new Canvas.Type(FontShelf.Style.BODY, SMALL, Canvas.GREY), SMALL * 1.6f, 4, 0);
            case "centre" -> text.centred(filled, strong, LEADING, 4, 0);
            case "strong" -> text.paragraph(filled, strong, LEADING, 0, 2);
            default -> text.paragraph(filled, body, LEADING, 0, 2);
        };
    }

    private List<Atom> grid(List<Block.Fact> facts, double share, int columns, Fields scope, float before) {
        double[] shares = new double[columns * 2];
        for (int i = 0; i < shares.length; i++) {
            shares[i] = i % 2 == 0 ? share : 1 - share;
        }
        TableSetter table = new TableSetter(canvas, left, width, shares, SMALL + 0.5f);
        List<Atom> atoms = new ArrayList<>();
        List<TableSetter.Cell> row = new ArrayList<>();
        for (Block.Fact fact : facts) {
            if (!When.holds(fact.when(), scope.data())) {
                continue;
            }
            if (fact.wide() && !row.isEmpty()) {
                atoms.addAll(table.row(row, atoms.isEmpty() ? before : 0));
                row = new ArrayList<>();
            }
            row.add(new TableSetter.Cell(scope.fill(fact.label()), true, true));
            row.add(new TableSetter.Cell(fact.value(scope), false, false));
            if (fact.wide() || row.size() == shares.length) {
                atoms.addAll(table.row(row, atoms.isEmpty() ? before : 0));
                row = new ArrayList<>();
            }
        }
        if (!row.isEmpty()) {
            atoms.addAll(table.row(row, atoms.isEmpty() ? before : 0));
        }
        return atoms;
    }

    private List<Atom> listing(Block.Listing listing) {
        List<Atom> atoms = new ArrayList<>();
        List<Fields> rows = fields.rows(listing.source());
        if (rows.isEmpty()) {
            return text.paragraph(listing.empty(), body, LEADING, 0, 2);
        }
        for (Fields row : rows) {
            atoms.addAll(text.paragraph(row.fill("{{no}}．" + listing.item()), body, LEADING, 0, 2));
        }
        return atoms;
    }

    private List<Atom> table(Block.Table table) {
        double[] shares =
                table.columns().stream().mapToDouble(Block.Column::width).toArray();
        TableSetter setter = new TableSetter(canvas, left, width, shares, SMALL);
        Atom head = setter.row(
                        table.columns().stream()
                                .map(column -> new TableSetter.Cell(column.title(), true, true))
                                .toList(),
                        6)
                .get(0)
                .kept();
        List<Atom> atoms = new ArrayList<>(List.of(head));
        List<Fields> rows = fields.rows(table.source());
        for (Fields row : rows) {
            List<TableSetter.Cell> cells = table.columns().stream()
                    .map(column -> new TableSetter.Cell(row.fill(column.value()), false, column.centred()))
                    .toList();
            setter.row(cells, 0).forEach(atom -> atoms.add(atom.under(head)));
        }
        if (rows.isEmpty()) {
            atoms.addAll(setter.row(List.of(new TableSetter.Cell(table.empty(), false, true)), 0));
        }
        return spaced(atoms);
    }

    private List<Atom> sections(Block.Sections sections) {
        List<Atom> atoms = new ArrayList<>();
        for (Fields section : fields.rows(sections.source())) {
            atoms.addAll(kept(text.paragraph(section.fill("{{title}}"), strong, LEADING, 4, 0)));
            List<Atom> rows = new ArrayList<>();
            for (Fields row : section.rows("rows")) {
                rows.addAll(grid(List.of(LINE), 0.32, 1, row, 0));
            }
            atoms.addAll(spaced(rows));
        }
        return atoms;
    }

    /** 行政复议法第二十条, 行政诉讼法第四十六条: where, how, and until when. */
    private List<Atom> remedy(String against) {
        String notice = fields.fill("如不服" + against
                + "，可以自收到本文书之日起六十日内依法向{{organisation.reconsiderationOrg}}申请行政复议，"
                + "也可以自收到本文书之日起六个月内依法直接向{{organisation.court}}提起行政诉讼。"
                + "行政复议可以网上申请，网址：{{organisation.reconsiderationUrl}}。");
        return text.paragraph(notice, body, LEADING, 0, 2);
    }

    /** A square of 2.3 cm, as small as phones read easily, and what it is for beside it. */
    private List<Atom> qr(Block.Qr qr) {
        String content = fields.fill(qr.content());
        if (content.isBlank()) {
            return List.of();
        }
        String beside = fields.fill(qr.text());
        Canvas.Type type = new Canvas.Type(FontShelf.Style.BODY, SMALL, Canvas.GREY);
        return List.of(Atom.of(10, QR, (on, y) -> {
            new QrStamp(on).draw(content, left, y, QR);
            on.text(beside, left + QR + 12, TextSetter.baseline(y, QR, type.size()), type);
        }));
    }

    private List<Atom> signatures(Block.Signatures signatures) {
        int count = signatures.labels().size();
        float each = width / Math.max(1, count);
        Canvas.Type type = new Canvas.Type(FontShelf.Style.BODY, SMALL + 1);
        return List.of(Atom.of(10, 22, (on, y) -> {
            for (int i = 0; i < count; i++) {
                String label = signatures.labels().get(i);
                float x = left + i * each;
                float base = TextSetter.baseline(y, 22, type.size());
                on.text(label, x, base, type);
                float from = x + (float) on.width(label, type) + 2;
                on.line(from, base + 3, x + each - 14, base + 3, 0.5f, Canvas.GREY);
            }
        }));
    }

    private static List<Atom> kept(List<Atom> atoms) {
        return atoms.stream().map(Atom::kept).toList();
    }

    /** A little air below a table. */
    private static List<Atom> spaced(List<Atom> atoms) {
        List<Atom> all = new ArrayList<>(atoms);
        all.add(Atom.of(0, 6, (on, y) -> {}));
        return all;
    }
}
