package org.yiwang.workflow.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.yiwang.forms.identity.Actor;
import org.yiwang.forms.platform.Problem;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.workflow.enrolment.internal.Batches;

/** 公告批次: the department says when applications are taken and for how many places; the seed of the draw is fixed with it. */
@ApplicationScoped
public class AnnounceBatch {

    private static final SecureRandom CHANCE = new SecureRandom();

    @Inject
    Batches batches;

    @Inject
    ReadEnrolment read;

    @Inject
    Clock clock;

    /**
     * 公告内容.
     *
     * @param opensAt after now, so that nobody applies before everybody could know
     */
    public record Announcement(String name, Instant opensAt, Instant closesAt, Integer places) {}

    @Transactional
    public ReadEnrolment.Window announce(Actor actor, String itemCode, Announcement announcement) {
        read.requireKeeper(actor, itemCode);
        check(itemCode, announcement);
        byte[] chance = new byte[32];
        CHANCE.nextBytes(chance);
        String seed = HexFormat.of().formatHex(chance);
        Batches.Row row = new Batches.Row(
                UUID.randomUUID(),
                itemCode,
                announcement.name().strip(),
                announcement.opensAt(),
                announcement.closesAt(),
                announcement.places(),
                Draw.sha256(seed),
                null,
                null,
                null,
                0);
        batches.add(row, seed, clock.instant(), actor.id());
        return read.window(row);
    }

    private void check(String itemCode, Announcement a) {
        List<Problem> problems = new ArrayList<>();
        if (a.name() == null || a.name().isBlank() || a.name().strip().length() > 120) {
            problems.add(new Problem("name", "REQUIRED", "请填写“批次名称”，最多 120 字。"));
        }
        if (a.opensAt() == null || !a.opensAt().isAfter(clock.instant())) {
            problems.add(new Problem("opensAt", "OUT_OF_RANGE", "“开始时间”应在现在之后：先公告，再报名。"));
        }
        if (a.closesAt() == null || a.opensAt() != null && !a.closesAt().isAfter(a.opensAt())) {
            problems.add(new Problem("closesAt", "OUT_OF_RANGE", "“截止时间”应在开始时间之后。"));
        }
        if (a.places() == null || a.places() < 1 || a.places() > 100_000) {
            problems.add(new Problem("places", "OUT_OF_RANGE", "“名额”应为 1 至 100000 的整数。"));
        }
        if (!problems.isEmpty()) {
            throw Refusal.invalid(problems);
        }
        boolean overlaps = batches.of(itemCode).stream()
                .anyMatch(b -> a.opensAt().isBefore(b.closesAt()) && b.opensAt().isBefore(a.closesAt()));
        if (overlaps) {
            throw Refusal.conflict("BATCH_OVERLAPS", "报名时间与同一事项的另一批次重叠，请错开。");
        }
    }
}
