package org.yiwang.workflow.handling;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.yiwang.forms.identity.Actor;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.workflow.casefile.CaseDesk;
import org.yiwang.workflow.casefile.CaseNo;
import org.yiwang.workflow.handling.internal.Copies;

/** 抄送我的: cases somebody let me know of, the newest first, and my word that I have read it. */
@ApplicationScoped
public class ReadCopies {

    @Inject
    Copies copies;

    @Inject
    CaseDesk desk;

    @Inject
    Clock clock;

    /** 一行抄送. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Line(
            UUID id, String caseNo, String item, String applicant, String sentBy, Instant sentAt, Instant readAt) {}

    /** 一页; {@code next} is null on the last. */
    public record Page(List<Line> items, String next) {}

    /** 阅知情况: who got a copy of a case and whether he has read it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Receipt(String name, Instant sentAt, Instant readAt) {}

    @Transactional
    public Page mine(Actor actor, String after, int limit) {
        requireOfficer(actor);
        int size = Math.max(1, Math.min(limit, 100));
        List<Copies.Row> rows = copies.of(actor.id(), after, size + 1);
        List<Line> lines = rows.stream().limit(size).map(copies::line).toList();
        return new Page(lines, rows.size() > size ? rows.get(size - 1).cursor() : null);
    }

    /** 已阅; saying it twice changes nothing. */
    @Transactional
    public void receipt(Actor actor, UUID id) {
        requireOfficer(actor);
        if (!copies.read(id, actor.id(), clock.instant())) {
            throw Refusal.notFound("这份抄送");
        }
    }

    /** For officers who see the case. */
    @Transactional
    public List<Receipt> receipts(Actor actor, CaseNo no) {
        requireOfficer(actor);
        return copies.receipts(desk.look(actor, no).file().id());
    }

    private static void requireOfficer(Actor actor) {
        if (!actor.officer()) {
            throw Refusal.forbidden("抄送列表只对工作人员开放。");
        }
    }
}
