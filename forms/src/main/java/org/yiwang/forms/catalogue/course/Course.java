package org.yiwang.forms.catalogue.course;

import java.util.Optional;

/**
 * 特别环节: the parts of an item's way that only some items have.
 *
 * @param publicity 公示 before a grant
 * @param waiting 轮候 after a grant
 * @param coolingOff 冷静期 after acceptance
 * @param batch 批次: applications only within announced windows, decided together
 * @param urgency 急事先办
 * @param hearing 听证权利 before the decision, where the item's law gives it
 * @param stages 两段办理: decided and issued in two stages
 */
public record Course(
        Optional<PublicityRule> publicity,
        Optional<WaitingRule> waiting,
        Optional<CoolingOffRule> coolingOff,
        Optional<BatchRule> batch,
        Optional<UrgencyRule> urgency,
        Optional<HearingRule> hearing,
        Optional<StageRule> stages) {

    /** What most items have. */
    public static final Course NONE = new Course(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
}
