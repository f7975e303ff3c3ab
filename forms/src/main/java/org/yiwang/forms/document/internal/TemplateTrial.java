package org.yiwang.forms.document.internal;

import com.fasterxml.jackson.databind.JsonNode;

/** 试填: fills every place of a template without drawing, so that a missing field is found when the document is ordered. */
final class TemplateTrial {

    private final Fields fields;

    private TemplateTrial(Fields fields) {
        this.fields = fields;
    }

    /** Throws what filling throws, naming template and field; returns the filled title. */
    static String run(Template template, JsonNode data) {
        Fields fields = new Fields(template.key(), data);
        TemplateTrial trial = new TemplateTrial(fields);
        for (String part : new String[] {"addressee", "legalBasis", "copies", "note"}) {
            template.optional(part).ifPresent(fields::fill);
        }
        trial.blocks(template.root().path("body"));
        trial.blocks(template.root().path("after"));
        fields.fill(template.pattern(data));
        return fields.fill(template.title());
    }

    private void blocks(JsonNode blocks) {
        for (JsonNode node : blocks) {
            Block block = Block.of(node);
            if (When.holds(block.when(), fields.data())) {
                block(block);
            }
        }
    }

    private void block(Block block) {
        if (block instanceof Block.Qr qr) {
            fields.fill(qr.content());
            fields.fill(qr.text());
        } else if (block instanceof Block.Text text) {
            fields.fill(text.text());
        } else if (block instanceof Block.Heading heading) {
            fields.fill(heading.text());
        } else if (block instanceof Block.Facts facts) {
            for (Block.Fact fact : facts.rows()) {
                if (When.holds(fact.when(), fields.data())) {
                    fields.fill(fact.label());
                    fact.value(fields);
                }
            }
        } else if (block instanceof Block.Listing listing) {
            fields.rows(listing.source()).forEach(row -> row.fill(listing.item()));
        } else if (block instanceof Block.Table table) {
            fields.rows(table.source()).forEach(row -> table.columns().forEach(column -> row.fill(column.value())));
        } else if (block instanceof Block.Sections sections) {
            fields.rows(sections.source()).forEach(section -> {
                section.fill("{{title}}");
                section.rows("rows").forEach(row -> row.fill("{{label}}{{value}}"));
            });
        }
    }
}
