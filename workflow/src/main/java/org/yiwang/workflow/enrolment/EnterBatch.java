package org.yiwang.workflow.enrolment;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import org.yiwang.forms.catalogue.course.BatchRule;
import org.yiwang.forms.catalogue.course.Points;
import org.yiwang.forms.filling.Submission;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.workflow.casefile.EventType;
import org.yiwang.workflow.casefile.LetterDate;
import org.yiwang.workflow.casefile.OpenCase;
import org.yiwang.workflow.casefile.RecordKind;
import org.yiwang.workflow.enrolment.internal.Batches;

/** 报名: an application for an item with batches is taken only while a window is open; every limit counts from its end. */
@ApplicationScoped
public class EnterBatch {

    @Inject
    Batches batches;

    /**
     * Enters a new case; does nothing where the item has no batches.
     *
     * @return from when its limits count; now where the item has no batches
     * @throws Refusal CONFLICT when no window is open, saying when the next one opens
     */
    public Instant enter(OpenCase open, Submission submission) {
        Optional<BatchRule> rule = open.item().course().batch();
        if (rule.isEmpty()) {
            return open.now();
        }
        Batches.Row batch =
                batches.openAt(open.item().code().value(), open.now()).orElseThrow(() -> closed(open));
        int points = Points.of(rule.get().points(), submission.answers());
        long number = batches.enter(batch.id(), open.file().caseNo().value(), points);
        ObjectNode words = OpenCase.body()
                .put("name", batch.name())
                .put("number", number)
                .put("points", points)
                .put("closesAt", batch.closesAt().toString());
        open.note(RecordKind.BATCH, batch.id().toString(), "ENTERED", null, false, words);
        open.event(
                EventType.BATCH_ENTERED,
                OpenCase.body().put("batch", batch.id().toString()).put("number", number));
        return batch.closesAt();
    }

    private Refusal closed(OpenCase open) {
        String next = batches.of(open.item().code().value()).stream()
                .map(Batches.Row::opensAt)
                .filter(open.now()::isBefore)
                .min(Instant::compareTo)
                .map(opens -> "下一批次 " + LetterDate.of(opens) + " 开始。")
                .orElse("下一批次的时间另行公告。");
        return Refusal.conflict("BATCH_CLOSED", "这个事项分批次受理，目前不在报名时间内。" + next + "您填写的内容已经保存。");
    }
}
