package org.yiwang.workflow.commitment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.yiwang.forms.catalogue.CommitmentRule;
import org.yiwang.forms.catalogue.FindItem;
import org.yiwang.forms.identity.Actor;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.workflow.casefile.LegalDay;
import org.yiwang.workflow.commitment.internal.OpenVerifications;

/** 待核查: what was granted on a promise and is for this officer to check, the earliest last day first. */
@ApplicationScoped
public class ListVerifications {

    private static final int PAGE = 20;

    @Inject
    OpenVerifications open;

    @Inject
    FindItem items;

    @Inject
    Clock clock;

    /**
     * 一行.
     *
     * @param applicant masked
     * @param rectifying found untrue and to be put right by that day
     */
    public record Line(
            String caseNo, String itemName, String applicant, LocalDate dueOn, boolean rectifying, boolean late) {}

    /** 一页; {@code next} is null on the last. */
    public record Page(List<Line> items, Integer next) {}

    /** @param from place of the first line; 0 for the first page */
    @Transactional
    public Page list(Actor actor, int from) {
        List<String> mine = mine(actor);
        if (mine.isEmpty()) {
            throw Refusal.forbidden("您的岗位没有需要核查的告知承诺事项。");
        }
        LocalDate today = LegalDay.of(clock.instant());
        int skip = Math.max(0, from);
        List<OpenVerifications.Row> found = open.of(mine, skip, PAGE + 1);
        return new Page(
                found.stream()
                        .limit(PAGE)
                        .map(row -> new Line(
                                row.caseNo(),
                                row.itemName(),
                                row.applicant(),
                                row.dueOn(),
                                row.rectifying(),
                                today.isAfter(row.dueOn())))
                        .toList(),
                found.size() > PAGE ? skip + PAGE : null);
    }

    /** Does he check anything at all? */
    public boolean checks(Actor actor) {
        return !mine(actor).isEmpty();
    }

    private List<String> mine(Actor actor) {
        return !actor.officer()
                ? List.of()
                : items.onPromise().stream()
                        .filter(item -> item.commitment()
                                .flatMap(CommitmentRule::verifier)
                                .filter(actor::holds)
                                .isPresent())
                        .map(item -> item.code().value())
                        .toList();
    }
}
