package org.yiwang.forms.catalogue;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.yiwang.forms.identity.Post;

/**
 * 办理环节: one step of an item's process; its key is the id of the user task in the process model.
 *
 * @param limit 环节时限
 * @param checks 审查要点, as a list to tick
 * @param returnTo the step it may be returned to, or empty
 * @param silence what no answer in time means, for OPINION steps; empty is waited for
 * @param answers keys of OPINION steps whose objections this step must answer one by one
 * @param sign 会签 or 或签; empty when one officer answers for the step
 * @param batch 可否批量: may an opinion or a decision be given here for many cases at once?
 */
public record Step(
        String key,
        LocalText name,
        Post post,
        StepRole role,
        Optional<Span> limit,
        List<String> checks,
        Optional<String> returnTo,
        List<String> answers,
        Optional<Silence> silence,
        Optional<SignRule> sign,
        boolean batch) {

    public Step {
        checks = List.copyOf(checks);
        answers = List.copyOf(answers);
    }

    /** Silence is agreement only where the item says so, and never that of a statutory co-approver. */
    public boolean silenceAgrees() {
        return role == StepRole.OPINION
                && silence.filter(Silence.AGREES::equals).isPresent();
    }

    /** In whose queues its work lies: one entry for each signature, or its own post alone. */
    public List<Post> queues() {
        return sign.map(rule -> rule.queues(post)).orElse(List.of(post));
    }

    /** Every post that may have to do with it. */
    public List<Post> posts() {
        return Stream.concat(Stream.of(post), queues().stream()).distinct().toList();
    }
}
