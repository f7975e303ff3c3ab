package org.yiwang.workflow.rating;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.yiwang.forms.identity.Channel;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.forms.platform.SecretBox;
import org.yiwang.workflow.casefile.CaseFile;
import org.yiwang.workflow.casefile.Region;
import org.yiwang.workflow.casefile.Words;
import org.yiwang.workflow.clock.Calendars;
import org.yiwang.workflow.notification.TellOfficers;
import org.yiwang.workflow.rating.internal.Ratings;
import org.yiwang.workflow.rating.internal.Tickets;

/** 收下评价: what all ways of rating have in common: the check, the row, and the ticket of a bad grade. */
@ApplicationScoped
class TakeGrade {

    @Inject
    Ratings ratings;

    @Inject
    Tickets tickets;

    @Inject
    Calendars calendars;

    @Inject
    TellOfficers tell;

    @Inject
    SecretBox box;

    /** What was said, or a refusal with everything that is wrong with it. */
    ObjectNode check(RateCase.Grade grade) {
        Words words = new Words();
        RatingStandard.Grade known =
                RatingStandard.current().grade(grade.level()).orElse(null);
        if (known == null) {
            words.problem("level", "OUT_OF_RANGE", "请从“非常满意”到“非常不满意”五个等级中选择一个。");
        } else {
            List<String> own =
                    known.tags().stream().map(RatingStandard.Tag::code).toList();
            if (!own.containsAll(tags(grade))) {
                words.problem("tags", "UNKNOWN_TAG", "标签与所选的等级不符，请从该等级的标签中选择。");
            }
        }
        if (known != null && known.bad()) {
            words.required("text", "不满意的原因", grade.text());
        } else {
            words.optional("text", "评价内容", grade.text());
        }
        return words.checked();
    }

    private static List<String> tags(RateCase.Grade grade) {
        return grade.tags() == null
                ? List.of()
                : grade.tags().stream().distinct().toList();
    }

    void of(CaseFile file, RateCase.Grade grade, ObjectNode said, Channel channel, String by, Instant at) {
        Ratings.Subject subject =
                new Ratings.Subject(file.id(), null, file.organisation(), file.itemCode(), file.keyId());
        UUID rating = add(subject, grade, said, channel, by, at, "这个办件已经评价过了，每个办件只能评价一次。");
        if (grade.level() < RatingStandard.WORST_GOOD) {
            open(rating, subject, file.caseNo().value(), file.itemName(), at);
        }
    }

    void ofVisit(Ratings.Visit visit, RateCase.Grade grade, ObjectNode said, Instant at) {
        Ratings.Subject subject = new Ratings.Subject(null, visit.id(), visit.department(), "", box.newKey());
        UUID rating = add(subject, grade, said, Channel.WINDOW, "visit:" + visit.id(), at, "这次服务已经评价过了，每次服务只能评价一次。");
        if (grade.level() < RatingStandard.WORST_GOOD) {
            open(rating, subject, "", RatingLink.VISIT, at);
        }
    }

    private UUID add(
            Ratings.Subject subject,
            RateCase.Grade grade,
            ObjectNode said,
            Channel channel,
            String by,
            Instant at,
            String twice) {
        int standard = RatingStandard.current().version();
        return ratings.add(subject, grade.level(), tags(grade), standard, channel, by, said, at)
                .orElseThrow(() -> Refusal.conflict("RATED", twice));
    }

    /** 自动派单: to the department that handled it, within the same transaction. */
    private void open(UUID rating, Ratings.Subject subject, String caseNo, String item, Instant at) {
        BadRatingTicket ticket = BadRatingTicket.open(
                rating, subject.caseId(), caseNo, item, subject.department(), at, calendars.of(Region.CITY));
        tickets.add(ticket);
        tickets.record(
                ticket,
                subject.keyId(),
                TicketAction.ASSIGN,
                null,
                "system:0",
                JsonNodeFactory.instance.objectNode(),
                at);
        tickets.save(ticket);
        tell.tell(
                "ticket:" + ticket.id() + ":1",
                tell.department(ticket.department()),
                new TellOfficers.About(
                        "rating.ticket.new",
                        caseNo,
                        item,
                        JsonNodeFactory.instance
                                .objectNode()
                                .put("dueOn", ticket.dueOn().toString())));
    }
}
