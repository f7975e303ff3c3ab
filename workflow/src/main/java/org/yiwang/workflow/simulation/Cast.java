package org.yiwang.workflow.simulation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yiwang.forms.identity.Actor;
import org.yiwang.forms.identity.Channel;
import org.yiwang.forms.identity.Role;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.workflow.casefile.CaseAction;
import org.yiwang.workflow.casefile.Prospects.Outlook;
import org.yiwang.workflow.casefile.Prospects.Prospect;
import org.yiwang.workflow.casefile.Transitions;
import org.yiwang.workflow.organisation.Directory;
import org.yiwang.workflow.organisation.Officer;

/** 角色分配: the made-up applicant and the officers of the city; who plays which step. */
@ApplicationScoped
class Cast {

    static final String APPLICANT = "applicant";

    /** Two inspectors, and one who was not there. */
    private static final int ENOUGH_OF_A_KIND = 3;

    @Inject
    Directory directory;

    /** Everybody with a part: of officers with the very same posts no more than can make a difference. */
    List<Actor> with(Actor applicant) {
        List<Actor> all = new ArrayList<>(List.of(applicant));
        Map<Object, Integer> ofAKind = new HashMap<>();
        for (Officer officer : directory.officers()) {
            int count = ofAKind.merge(List.of(officer.roles(), officer.posts()), 1, Integer::sum);
            if (count <= ENOUGH_OF_A_KIND) {
                all.add(actor(officer));
            }
        }
        return List.copyOf(all);
    }

    private static Actor actor(Officer officer) {
        Channel channel = officer.roles().contains(Role.CLERK) ? Channel.WINDOW : Channel.WEB;
        return new Actor(Actor.Kind.OFFICER, officer.id(), officer.name(), officer.roles(), officer.posts(), channel);
    }

    /** Who does it: who is named, else who may now, else who might in another state, so that the refusal is the true one. */
    Actor pick(PlayedCase played, CaseAction action, String by, String step) {
        Outlook outlook = played.outlook;
        List<Prospect> asked = by == null || by.isBlank() ? outlook.prospects() : named(outlook, played, by.strip());
        List<Prospect> able =
                asked.stream().filter(p -> p.now().contains(action)).toList();
        return first(
                        played,
                        able.stream().filter(p -> has(played, p.actor(), step)).toList())
                .or(() -> first(played, able))
                .or(() -> first(
                        played,
                        asked.stream().filter(p -> p.ever().contains(action)).toList()))
                .or(() -> by == null ? fallback(played, action) : first(played, asked))
                .orElse(played.applicant);
    }

    /** Who has least else to do, and has not acted in this case yet. */
    private static Optional<Actor> first(PlayedCase played, List<Prospect> some) {
        return some.stream()
                .min(Comparator.<Prospect>comparingInt(
                                p -> played.busy.contains(p.actor().id()) ? 1 : 0)
                        .thenComparingInt(p -> p.now().size()))
                .map(Prospect::actor);
    }

    /** Does the work of this step lie with his post? */
    private static boolean has(PlayedCase played, Actor actor, String step) {
        return step == null
                || played.outlook.file().work().all().stream()
                        .anyMatch(work -> work.stepKey().equals(step) && actor.holds(work.queue()));
    }

    private static Optional<Actor> fallback(PlayedCase played, CaseAction action) {
        return switch (Transitions.of(action).by()) {
            case APPLICANT -> Optional.of(played.applicant);
            default -> played.cast.stream().filter(Actor::officer).findFirst();
        };
    }

    private List<Prospect> named(Outlook outlook, PlayedCase played, String by) {
        List<Prospect> found = outlook.prospects().stream()
                .filter(p -> by.equals(APPLICANT) ? p.actor() == played.applicant : answersTo(p.actor(), by))
                .toList();
        if (found.isEmpty()) {
            throw Refusal.invalid("by", "NOBODY", "没有人是“" + by + "”：请写 applicant、岗位（部门/岗位）或工号，或者留空由推演选择。");
        }
        return found;
    }

    private boolean answersTo(Actor actor, String by) {
        return actor.officer()
                && (actor.posts().stream().anyMatch(post -> post.toString().equals(by))
                        || directory
                                .officer(actor.id())
                                .filter(officer -> officer.staffNo().equals(by))
                                .isPresent());
    }

    /** As a reader knows him: the applicant, or an officer by name and posts. */
    static String label(Actor actor) {
        return switch (actor.kind()) {
            case CITIZEN -> "申请人";
            default -> {
                List<String> posts =
                        actor.posts().stream().map(Object::toString).toList();
                yield posts.isEmpty() ? actor.name() : actor.name() + "（" + String.join("、", posts) + "）";
            }
        };
    }
}
