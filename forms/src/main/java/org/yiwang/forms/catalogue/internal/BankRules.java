package org.yiwang.forms.catalogue.internal;

import java.util.HashSet;
import java.util.Set;
import org.yiwang.forms.catalogue.ItemVersion;
import org.yiwang.forms.catalogue.MaterialRequirement;

/** 题库检查: an item that asks for one standard material twice says of whom, or when it is the one and when the other. */
public final class BankRules {

    private final ItemVersion item;
    private final Findings findings;

    public BankRules(ItemVersion item, Findings findings) {
        this.item = item;
        this.findings = findings;
    }

    public void check() {
        Set<String> seen = new HashSet<>();
        for (MaterialRequirement material : item.materials()) {
            String whose = material.standard() + "/" + material.holder().orElse("");
            findings.must(
                    seen.add(whose) || material.when().isPresent(),
                    "materials[" + material.key() + "].holder",
                    "STANDARD",
                    "同一种标准材料 " + material.standard() + " 出现两次，应写明是谁的（holder）或者何时要（when）");
        }
    }
}
