package org.yiwang.workflow.handling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.yiwang.forms.identity.Actor;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.workflow.casefile.Words;
import org.yiwang.workflow.handling.internal.Phrases;
import org.yiwang.workflow.organisation.Membership;

/** 常用意见: what an officer writes again and again, his own or his department's, to be put into an opinion with one press. */
@ApplicationScoped
public class KeepPhrases {

    private static final int MOST = 50;
    private static final int LONGEST = 500;

    @Inject
    Phrases phrases;

    @Inject
    Membership membership;

    @Inject
    Clock clock;

    /** 常用意见; {@code department} says whether it is the whole department's. */
    public record Phrase(UUID id, String text, boolean department) {}

    /** 新的常用意见. */
    public record Order(String text, Boolean department) {

        boolean shared() {
            return Boolean.TRUE.equals(department);
        }
    }

    /** The department's after his own. */
    @Transactional
    public List<Phrase> list(Actor actor) {
        requireOfficer(actor);
        return phrases.of(actor.id(), membership.departmentOf(actor));
    }

    @Transactional
    public Phrase add(Actor actor, Order order) {
        requireOfficer(actor);
        String text = new Words()
                .required("text", "常用意见", order.text())
                .checked()
                .path("text")
                .asText();
        if (text.length() > LONGEST) {
            throw Refusal.invalid("text", "TOO_LONG", "常用意见最多 " + LONGEST + " 字。");
        }
        String department = membership.departmentOf(actor);
        if (order.shared() && !membership.answersFor(actor, department)) {
            throw Refusal.forbidden("部门常用意见由部门负责人维护，您可以存为自己的。");
        }
        List<Phrase> there = phrases.of(actor.id(), department);
        if (there.stream()
                        .filter(phrase -> phrase.department() == order.shared())
                        .count()
                >= MOST) {
            throw Refusal.conflict("TOO_MANY", "常用意见最多 " + MOST + " 条，请先删去不用的。");
        }
        return phrases.add(actor.id(), order.shared() ? department : null, text, clock.instant());
    }

    @Transactional
    public void remove(Actor actor, UUID id) {
        Phrase phrase = list(actor).stream()
                .filter(found -> found.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("这条常用意见"));
        if (phrase.department() && !membership.answersFor(actor, membership.departmentOf(actor))) {
            throw Refusal.forbidden("部门常用意见由部门负责人维护。");
        }
        phrases.remove(id);
    }

    private static void requireOfficer(Actor actor) {
        if (!actor.officer()) {
            throw Refusal.forbidden("常用意见只对工作人员开放。");
        }
    }
}
