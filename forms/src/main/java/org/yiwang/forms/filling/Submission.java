package org.yiwang.forms.filling;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.yiwang.forms.catalogue.ItemVersion;
import org.yiwang.forms.catalogue.MaterialRequirement;
import org.yiwang.forms.identity.PartySnapshot;
import org.yiwang.forms.material.MaterialView;

/**
 * 申报: what was submitted, frozen under one version of the item. Changes only by an answer to a correction notice.
 *
 * @param id internal
 * @param keyId data key of everything personal in the case
 * @param operator who acted; the applicant himself unless there is a basis
 * @param basis number of the mandate; empty for oneself
 * @param looked what was looked up instead of asked for
 * @param promises what was promised instead of handing it in
 */
public record Submission(
        long id,
        long keyId,
        ItemVersion item,
        PartySnapshot applicant,
        PartySnapshot operator,
        String basis,
        ObjectNode answers,
        List<MaterialView> materials,
        ServiceChoice service,
        Promises promises,
        List<LookedUp> looked) {

    public Submission {
        looked = looked == null ? List.of() : List.copyOf(looked);
    }

    /** 未交且未承诺的材料: what has to be there, is not, and nobody promised (守卫①). */
    public List<MaterialRequirement> uncovered() {
        return PromiseCheck.uncovered(item, answers, materials, promises);
    }

    /** Without anything personal: this may end up in a log. */
    @Override
    public String toString() {
        return "submission:" + id;
    }
}
