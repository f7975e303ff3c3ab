package org.yiwang.forms.catalogue;

import java.util.List;
import java.util.Optional;
import org.yiwang.forms.identity.Post;

/**
 * 告知承诺规则: what the applicant is told and may promise instead of handing in a proof (国办发〔2020〕42号). Until when it is
 * checked says the limit VERIFY.
 *
 * @param materials keys of the materials that the promise stands for
 * @param name 证明名称 or the licence conditions as a whole
 * @param purpose 用途
 * @param facts 证明内容: what is promised to be true, one by one
 * @param standard 标准 the facts have to meet
 * @param liability 不实承诺的责任
 * @param verifier 核查岗位; empty only where nothing is checked
 * @param byAgent 可否代为承诺; an agent needs a power to promise
 * @param disclosure 是否公开, in what range and for how long
 */
public record CommitmentRule(
        CommitmentKind kind,
        List<String> materials,
        LocalText name,
        LocalText purpose,
        List<LocalText> facts,
        LocalText standard,
        LocalText liability,
        VerificationMode verification,
        Optional<Post> verifier,
        boolean byAgent,
        LocalText disclosure,
        String basis) {

    public CommitmentRule {
        materials = List.copyOf(materials);
        facts = List.copyOf(facts);
    }

    /** Whether the promise stands for this material. */
    public boolean covers(MaterialRequirement material) {
        return materials.contains(material.key());
    }
}
