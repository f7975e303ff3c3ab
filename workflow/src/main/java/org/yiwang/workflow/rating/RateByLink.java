package org.yiwang.workflow.rating;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.yiwang.forms.identity.Actor;
import org.yiwang.forms.identity.Channel;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.workflow.casefile.CaseAction;
import org.yiwang.workflow.casefile.CaseDesk;
import org.yiwang.workflow.casefile.OpenCase;
import org.yiwang.workflow.casefile.Transitions;
import org.yiwang.workflow.organisation.Membership;
import org.yiwang.workflow.rating.internal.Ratings;

/** 扫码评价: without signing in, by the link of a case or of a window visit. It shows nothing that names a person. */
@ApplicationScoped
public class RateByLink {

    @Inject
    RatingLink links;

    @Inject
    CaseDesk desk;

    @Inject
    RateCase rateCase;

    @Inject
    TakeGrade take;

    @Inject
    Ratings ratings;

    @Inject
    RatingOfCase ratingOfCase;

    @Inject
    Membership membership;

    @Inject
    Clock clock;

    /**
     * 待评服务.
     *
     * @param rateable whether it can be rated now
     * @param given what was said by this very link, with what became of it; null when nothing was
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Service(String what, String department, boolean rateable, String whyNot, RatingOfCase.Given given) {}

    @Transactional
    public Service look(String token) {
        RatingLink.Target target = links.read(token);
        if (target.visit() != null) {
            Ratings.Visit visit = visit(target);
            Optional<Ratings.Row> rated = ratings.ofVisit(visit.id());
            String why = rated.isPresent() ? "这次服务已经评价过了。" : late(visit.at()) ? "评价的时间已过。" : null;
            return new Service(
                    RatingLink.VISIT,
                    membership.name(visit.department()),
                    why == null,
                    why,
                    rated.map(ratingOfCase::given).orElse(null));
        }
        return ofCase(desk.look(Actor.SYSTEM, target.caseNo()), token);
    }

    private Service ofCase(OpenCase open, String token) {
        Optional<Ratings.Row> rated = ratings.ofCase(open.file().id());
        String why = rated.isPresent() ? "这个办件已经评价过了。" : whyNot(open);
        return new Service(
                open.file().itemName(),
                membership.name(open.file().organisation()),
                why == null,
                why,
                rated.filter(row -> mine(row, token)).map(ratingOfCase::given).orElse(null));
    }

    private String whyNot(OpenCase open) {
        if (!Transitions.lawful(CaseAction.RATE, open.file().status())) {
            return "办件还没有办结，办结后可以用这个链接评价。";
        }
        Instant ended = open.file().completedAt();
        return ended != null && late(ended) ? "评价的时间已过。" : null;
    }

    private boolean late(Instant served) {
        return served.plus(Duration.ofDays(RatingStandard.current().linkValidDays()))
                .isBefore(clock.instant());
    }

    boolean mine(Ratings.Row row, String token) {
        return row.visitId() != null || ratings.hash("link:" + token).equals(row.rater());
    }

    /** Rates once; the second time, before the end and after the last day are refused with 409. */
    @Transactional
    public Service rate(String token, RateCase.Grade grade) {
        RatingLink.Target target = links.read(token);
        ObjectNode said = take.check(grade);
        if (target.visit() != null) {
            Ratings.Visit visit = visit(target);
            refuseLate(visit.at());
            take.ofVisit(visit, grade, said, clock.instant());
            return look(token);
        }
        OpenCase open = desk.open(Actor.SYSTEM, target.caseNo());
        String why = whyNot(open);
        if (why != null) {
            throw Refusal.conflict("NOT_RATEABLE", why);
        }
        rateCase.rate(open, grade, Channel.WEB, "link:" + token);
        return look(token);
    }

    private void refuseLate(Instant served) {
        if (late(served)) {
            throw Refusal.conflict("NOT_RATEABLE", "评价的时间已过。");
        }
    }

    /** What the link itself rated, for rating it once more. */
    Ratings.Row rated(String token) {
        RatingLink.Target target = links.read(token);
        Optional<Ratings.Row> row = target.visit() != null
                ? ratings.ofVisit(target.visit())
                : ratings.ofCase(desk.open(Actor.SYSTEM, target.caseNo()).file().id());
        return row.filter(r -> mine(r, token)).orElseThrow(() -> Refusal.notFound("这个链接的评价"));
    }

    private Ratings.Visit visit(RatingLink.Target target) {
        return ratings.visit(target.visit()).orElseThrow(() -> Refusal.notFound("这个评价链接"));
    }
}
