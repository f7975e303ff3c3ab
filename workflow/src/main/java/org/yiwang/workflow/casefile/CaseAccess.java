package org.yiwang.workflow.casefile;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.stream.Stream;
import org.yiwang.forms.catalogue.CommitmentRule;
import org.yiwang.forms.catalogue.ItemVersion;
import org.yiwang.forms.identity.Actor;
import org.yiwang.forms.identity.Channel;
import org.yiwang.forms.identity.FindParty;
import org.yiwang.forms.identity.MandatePower;
import org.yiwang.forms.identity.Post;
import org.yiwang.forms.identity.Role;
import org.yiwang.workflow.casefile.internal.CaseGuests;
import org.yiwang.workflow.worklist.WorkItem;

/**
 * 访问权限: who sees a case, and who may act in it. Who may not see it is told that it does not exist.
 */
@ApplicationScoped
public class CaseAccess {

    @Inject
    FindParty parties;

    @Inject
    CaseGuests guests;

    @Inject
    Clock clock;

    /** Whose case is it to him? */
    public boolean applicantSide(Actor actor, CaseFile file) {
        if (actor.channel() == Channel.KIOSK) {
            // A card stands for its holder alone, not for those he acts for.
            return actor.citizen() && file.asks(actor.id());
        }
        return actor.citizen()
                && (file.asks(actor.id())
                        || actor.id() == file.operatorId()
                        || parties.mandate(actor, file.applicantId(), file.itemCode())
                                .isPresent());
    }

    /** May he see it? Ground of an officer: a post in the item's process, the window, supervision, or that he was drawn in. */
    public boolean sees(Actor actor, CaseFile file, ItemVersion item) {
        return applicantSide(actor, file)
                || actor.officer()
                        && (actor.is(Role.SUPERVISOR)
                                || actor.is(Role.ADMIN)
                                || handsOut(actor)
                                || ordersUrgent(actor, item)
                                || posts(item).anyMatch(actor::holds)
                                || guests.invited(actor, file.id(), LegalDay.of(clock.instant())));
    }

    private static Stream<Post> posts(ItemVersion item) {
        return Stream.of(
                        Stream.of(item.intake()),
                        item.steps().stream().flatMap(step -> step.posts().stream()),
                        ExtensionApprover.of(item),
                        item.commitment().stream().flatMap(rule -> rule.verifier().stream()),
                        item.course().stages().stream().flatMap(rule -> rule.by().stream()))
                .flatMap(posts -> posts);
    }

    /** 延期批准人: holds a post that the item names for one of its extensions. */
    boolean approvesExtensions(Actor actor, ItemVersion item) {
        return actor.officer() && ExtensionApprover.of(item).anyMatch(actor::holds);
    }

    /** 核查岗位: holds the post that checks what was only promised. */
    boolean verifies(Actor actor, ItemVersion item) {
        return actor.officer()
                && item.commitment()
                        .flatMap(CommitmentRule::verifier)
                        .filter(actor::holds)
                        .isPresent();
    }

    /** 急事先办: holds the post that the item names for emergencies. */
    boolean ordersUrgent(Actor actor, ItemVersion item) {
        return actor.officer()
                && item.course()
                        .urgency()
                        .filter(rule -> actor.holds(rule.post()))
                        .isPresent();
    }

    /** 启动第二段: the window before which the applicant appears, or the post of the other department. */
    boolean beginsStage(Actor actor, ItemVersion item) {
        return item.course()
                .stages()
                .map(rule -> rule.by()
                        .map(post -> actor.officer() && actor.holds(post))
                        .orElse(intake(actor, item)))
                .orElse(false);
    }

    /** 窗口: holds the intake post of this item. */
    public boolean intake(Actor actor, ItemVersion item) {
        return actor.officer() && actor.holds(item.intake());
    }

    /** 出件: any window clerk hands out results. */
    public boolean handsOut(Actor actor) {
        return actor.officer() && actor.is(Role.CLERK);
    }

    /** Holds the queue in which this work lies, or it was given to him. */
    public boolean holds(Actor actor, WorkItem work) {
        return actor.officer() && (actor.holds(work.queue()) || work.assignedTo(actor.id()));
    }

    /**
     * May he do this for the applicant now? The applicant himself, an agent whose mandate is still good and lets him, or a
     * clerk at the intake window with the applicant before him.
     */
    public boolean speaksForApplicant(Actor actor, CaseFile file, ItemVersion item, CaseAction action) {
        return speaks(actor, file, item, power(action));
    }

    /** The same for looking at what only the applicant's side sees. */
    public boolean speaksForApplicant(Actor actor, CaseFile file, ItemVersion item) {
        return speaks(actor, file, item, MandatePower.APPLY);
    }

    private boolean speaks(Actor actor, CaseFile file, ItemVersion item, MandatePower power) {
        if (!actor.citizen()) {
            return intake(actor, item);
        }
        return file.asks(actor.id())
                || !item.principalOnly()
                        && parties.mandate(actor, file.applicantId(), power, file.itemCode())
                                .isPresent();
    }

    private static MandatePower power(CaseAction action) {
        return switch (action) {
            case SUPPLY_CORRECTION, ANSWER_PRE_RETURN, RESUBMIT, SUPPLY_DEFERRED -> MandatePower.CORRECT;
            case WITHDRAW -> MandatePower.WITHDRAW;
            case WITHDRAW_COMMITMENT -> MandatePower.PROMISE;
            case CHANGE_SERVICE -> MandatePower.COLLECT;
            default -> MandatePower.APPLY;
        };
    }
}
