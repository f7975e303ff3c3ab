package org.yiwang.forms.catalogue.internal;

import org.yiwang.forms.catalogue.CommitmentKind;
import org.yiwang.forms.catalogue.CommitmentRule;
import org.yiwang.forms.catalogue.VerificationMode;
import org.yiwang.forms.catalogue.form.DefinitionNode;

/** 告知承诺读取: the part of item.json that says what may be promised instead of proved. */
final class PromiseReader {

    private PromiseReader() {}

    static CommitmentRule commitment(DefinitionNode node) {
        node.only(
                "kind",
                "materials",
                "name",
                "purpose",
                "facts",
                "standard",
                "liability",
                "verification",
                "verifier",
                "byAgent",
                "disclosure",
                "basis");
        return new CommitmentRule(
                node.constant("kind", CommitmentKind.class),
                node.list("materials", DefinitionNode::text),
                node.label("name"),
                node.label("purpose"),
                node.list("facts", DefinitionNode::label),
                node.label("standard"),
                node.label("liability"),
                node.constant("verification", VerificationMode.class),
                node.optional("verifier", ItemReader::post),
                node.flag("byAgent", false),
                node.label("disclosure"),
                node.text("basis"));
    }
}
