package org.yiwang.workflow.enrolment;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.yiwang.forms.catalogue.FindItem;
import org.yiwang.forms.catalogue.ItemCode;
import org.yiwang.forms.catalogue.ItemVersion;
import org.yiwang.forms.catalogue.StepRole;
import org.yiwang.forms.catalogue.course.BatchRule;
import org.yiwang.forms.identity.Actor;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.workflow.casefile.CaseDesk;
import org.yiwang.workflow.casefile.CaseNo;
import org.yiwang.workflow.enrolment.internal.Batches;

/** 看批次: the windows and, after the draw, its seed and its order are open to everybody; by entry number, never by name. */
@ApplicationScoped
public class ReadEnrolment {

    @Inject
    Batches batches;

    @Inject
    FindItem items;

    @Inject
    CaseDesk desk;

    @Inject
    Clock clock;

    /** 阶段. */
    public enum Phase {
        /** 未开始. */
        BEFORE,
        /** 报名中. */
        OPEN,
        /** 已截止, under review. */
        REVIEW,
        /** 已公布. */
        DRAWN
    }

    /**
     * 批次.
     *
     * @param entries how many applied; null while the window is open, so that nobody waits for the others
     * @param seedHash SHA-256 of the seed, shown from the announcement on
     * @param seed null before the draw
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Window(
            UUID id,
            String itemCode,
            String name,
            Instant opensAt,
            Instant closesAt,
            int places,
            Phase phase,
            BatchRule.Method method,
            Long entries,
            String seedHash,
            String seed,
            Instant drawnAt) {}

    /** 结果, by entry number. */
    public record Result(long number, int points, String hash, int rank, boolean admitted) {}

    /** 批次和结果; no results before the draw. */
    public record Whole(Window window, List<Result> results) {}

    /**
     * 本件报名.
     *
     * @param rank null before the draw
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record OfCase(Window window, long number, int points, Integer rank, Boolean admitted) {}

    /** The windows of an item, the newest first; none where it has no batches. */
    @Transactional
    public List<Window> of(String itemCode) {
        return batches.of(itemCode).stream().map(this::window).toList();
    }

    @Transactional
    public Whole whole(UUID id) {
        Batches.Row row = batches.find(id).orElseThrow(() -> Refusal.notFound("这个批次"));
        List<Result> results = row.drawnAt() == null
                ? List.of()
                : batches.entries(id).stream()
                        .filter(e -> e.rank() != null)
                        .map(e -> new Result(e.number(), e.points(), e.hash(), e.rank(), e.admitted()))
                        .toList();
        return new Whole(window(row), results);
    }

    /** Empty where the case is in no batch; who may not see the case is told that it is not there. */
    @Transactional
    public Optional<OfCase> ofCase(Actor actor, CaseNo no) {
        if (desk.look(actor, no).item().course().batch().isEmpty()) {
            return Optional.empty();
        }
        return batches.entryOf(no.value())
                .map(e -> new OfCase(
                        window(batches.batchOf(no.value()).orElseThrow()),
                        e.number(),
                        e.points(),
                        e.rank(),
                        e.admitted()));
    }

    /** The items whose batches this officer announces and draws. */
    public List<ItemVersion> kept(Actor actor) {
        return items.having(course -> course.batch().isPresent()).stream()
                .filter(item -> keeps(actor, item))
                .toList();
    }

    Window window(Batches.Row b) {
        Phase phase = phase(b);
        return new Window(
                b.id(),
                b.itemCode(),
                b.name(),
                b.opensAt(),
                b.closesAt(),
                b.places(),
                phase,
                item(b.itemCode()).course().batch().map(BatchRule::method).orElse(BatchRule.Method.LOTTERY),
                phase == Phase.BEFORE || phase == Phase.OPEN ? null : b.entries(),
                b.seedHash(),
                b.seed(),
                b.drawnAt());
    }

    private Phase phase(Batches.Row b) {
        Instant now = clock.instant();
        if (b.drawnAt() != null) {
            return Phase.DRAWN;
        }
        return now.isBefore(b.opensAt()) ? Phase.BEFORE : now.isBefore(b.closesAt()) ? Phase.OPEN : Phase.REVIEW;
    }

    ItemVersion item(String code) {
        try {
            return items.current(ItemCode.of(code)).orElseThrow(() -> Refusal.notFound("该事项"));
        } catch (IllegalArgumentException notACode) {
            throw Refusal.notFound("该事项");
        }
    }

    ItemVersion requireKeeper(Actor actor, String itemCode) {
        ItemVersion item = item(itemCode);
        if (item.course().batch().isEmpty()) {
            throw Refusal.conflict("NO_BATCHES", "这个事项随时受理，不分批次。");
        }
        if (!keeps(actor, item)) {
            throw Refusal.forbidden("只有决定这个事项的岗位可以公告批次和摇号。");
        }
        return item;
    }

    private static boolean keeps(Actor actor, ItemVersion item) {
        return actor.officer()
                && item.steps().stream().anyMatch(step -> step.role() == StepRole.DECIDE && actor.holds(step.post()));
    }
}
