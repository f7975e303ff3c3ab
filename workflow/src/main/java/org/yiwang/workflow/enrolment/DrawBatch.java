package org.yiwang.workflow.enrolment;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.yiwang.forms.catalogue.ItemVersion;
import org.yiwang.forms.catalogue.StepRole;
import org.yiwang.forms.identity.Actor;
import org.yiwang.forms.identity.ConfirmIdentity;
import org.yiwang.forms.identity.Proof;
import org.yiwang.forms.platform.Outbox;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.workflow.enrolment.internal.Batches;

/**
 * 摇号、排名: puts all that were found eligible in order, once and for all, under the seed fixed before anybody applied. The
 * decisions follow after the commit, one transaction each.
 */
@ApplicationScoped
public class DrawBatch {

    /** Outbox kind of the decisions that a draw brings. */
    static final String DECIDE = "ENROLMENT_DECIDE";

    @Inject
    Batches batches;

    @Inject
    ReadEnrolment read;

    @Inject
    ConfirmIdentity confirmations;

    @Inject
    Outbox outbox;

    @Inject
    Clock clock;

    /**
     * Draws; refuses before the window has closed, while a case of the batch is not ready, or a second time.
     *
     * @param proof who draws signs for all that follows, as for any decision
     */
    @Transactional
    public ReadEnrolment.Whole draw(Actor actor, UUID id, Proof proof) {
        Batches.Row batch = batches.lock(id).orElseThrow(() -> Refusal.notFound("这个批次"));
        ItemVersion item = read.requireKeeper(actor, batch.itemCode());
        if (batch.drawnAt() != null) {
            throw Refusal.conflict("DRAWN_ALREADY", "这个批次的结果已经产生，不能再次摇号或排名。");
        }
        if (clock.instant().isBefore(batch.closesAt())) {
            throw Refusal.conflict("BATCH_OPEN", "报名还没有截止，截止之后才能产生结果。");
        }
        List<Batches.Entry> ready = batches.ready(id, decision(item));
        long undecided = batches.undecided(id);
        if (undecided != ready.size()) {
            throw Refusal.conflict(
                    "BATCH_NOT_READY", "本批次还有 " + (undecided - ready.size()) + " 件没有审查完，或者审查不同意而还没有作出不予决定，须先办完。");
        }
        if (batches.reviewedByNobodyElse(id, actor.id()) > 0) {
            throw Refusal.conflict("FOUR_EYES", "审查与决定须由不同人员完成：有办件只有您一人的审查意见，请由其他人员产生结果。");
        }
        confirmations.use(proof);
        String seed = batches.seed(id);
        List<Draw.Entry> entries =
                ready.stream().map(e -> new Draw.Entry(e.number(), e.points())).toList();
        batches.drawn(id, seed, Draw.of(seed, entries, batch.places()), clock.instant(), actor.id());
        for (Batches.Entry entry : ready) {
            outbox.order(
                    DECIDE,
                    entry.caseNo(),
                    entry.caseNo(),
                    new ObjectMapper()
                            .createObjectNode()
                            .put("caseNo", entry.caseNo())
                            .toString());
        }
        return read.whole(id);
    }

    private static String decision(ItemVersion item) {
        return item.steps().stream()
                .filter(step -> step.role() == StepRole.DECIDE)
                .map(step -> step.key())
                .findFirst()
                .orElseThrow();
    }
}
