package org.yiwang.workflow.batch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.yiwang.forms.identity.Actor;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.workflow.batch.internal.Batches;

/** 批次进度与结果: for the officer who ordered it. */
@ApplicationScoped
public class ReadBatches {

    @Inject
    Batches batches;

    /** 一页结果; {@code next} is null on the last. */
    public record Page(List<BatchView.Line> items, String next) {}

    @Transactional
    public BatchView one(Actor actor, UUID id) {
        own(actor, id);
        return batches.view(id);
    }

    /** In the order in which they were chosen; {@code refusedOnly} leaves out what was done. */
    @Transactional
    public Page lines(Actor actor, UUID id, boolean refusedOnly, String after, int limit) {
        own(actor, id);
        int size = Math.max(1, Math.min(limit, 100));
        List<BatchView.Line> found = batches.lines(id, refusedOnly, from(after), size + 1);
        List<BatchView.Line> lines = found.stream().limit(size).toList();
        return new Page(
                lines, found.size() > size ? String.valueOf(lines.get(size - 1).line()) : null);
    }

    /** His latest. */
    @Transactional
    public List<BatchView> mine(Actor actor) {
        if (!actor.officer()) {
            throw Refusal.forbidden("批量办理只对工作人员开放。");
        }
        return batches.of(actor.id());
    }

    private void own(Actor actor, UUID id) {
        if (!actor.officer() || !batches.orderedBy(id, actor.id())) {
            throw Refusal.notFound("这个批次");
        }
    }

    private static int from(String after) {
        try {
            return after == null || after.isBlank() ? 0 : Integer.parseInt(after);
        } catch (NumberFormatException e) {
            throw Refusal.invalid("after", "FORMAT", "翻页参数 after 不正确，请使用上一页返回的 next。");
        }
    }
}
