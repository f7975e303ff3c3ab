package org.yiwang.workflow.simulation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.yiwang.forms.catalogue.ItemCode;
import org.yiwang.forms.catalogue.ItemVersion;
import org.yiwang.forms.catalogue.TryVersion;
import org.yiwang.forms.identity.Actor;
import org.yiwang.forms.identity.Role;
import org.yiwang.forms.platform.MachineTime;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.forms.platform.RunSimulation;
import org.yiwang.workflow.casefile.CaseNo;
import org.yiwang.workflow.casefile.LegalDay;
import org.yiwang.workflow.casefile.PastCases;
import org.yiwang.workflow.casefile.PastCases.PastCase;
import org.yiwang.workflow.simulation.ReplayReport.ReplayedCase;

/**
 * 用以往的办件试算: takes the newest cases of an item once more through what happened in them, by their own version and by another one,
 * and says where the two part. Both ways are walked by the simulation, so that only the version makes a difference; nothing of it
 * stays, and nothing personal is said.
 */
@ApplicationScoped
public class ReplayCases {

    private static final Logger LOG = Logger.getLogger(ReplayCases.class.getName());

    /** Cases that are looked at unless somebody says how many. */
    public static final int USUAL = 10;

    private static final int MOST = 30;
    private static final Duration LONGEST = Duration.ofMinutes(3);

    @Inject
    RunSimulation run;

    @Inject
    TryVersion versions;

    @Inject
    PastCases past;

    @Inject
    PlayPast play;

    @Inject
    Clock clock;

    @Inject
    @MachineTime
    Clock machine;

    /** What is tried: which item, and how its version comes into a simulation. */
    private record Trial(ItemCode code, String name, Integer number, Supplier<ItemVersion> version) {}

    /**
     * @param zip a package nobody has published
     * @param limit cases, 1 to 30, the newest first
     * @throws Refusal FORBIDDEN for all but administrators; INVALID with everything that is wrong with the package
     */
    public ReplayReport draft(Actor actor, byte[] zip, int limit) {
        return replay(actor, limit, () -> versions.draft(zip));
    }

    /**
     * The same with the version in use, for cases that went by older ones.
     *
     * @throws Refusal NOT_FOUND if there is no such item
     */
    public ReplayReport published(Actor actor, ItemCode code, int limit) {
        return replay(actor, limit, () -> versions.published(code, 0));
    }

    private ReplayReport replay(Actor actor, int limit, Supplier<ItemVersion> version) {
        if (!actor.is(Role.ADMIN)) {
            throw Refusal.forbidden("只有系统管理员可以用以往的办件试算新版本。");
        }
        if (limit < 1 || limit > MOST) {
            throw Refusal.invalid("limit", "OUT_OF_RANGE", "一次试算 1 至 " + MOST + " 件。");
        }
        Trial trial = trial(version);
        List<CaseNo> newest = past.newest(actor, trial.code(), limit);
        List<ReplayedCase> cases = new ArrayList<>();
        Instant end = machine.instant().plus(LONGEST);
        for (CaseNo no : newest) {
            if (machine.instant().isAfter(end)) {
                break;
            }
            cases.add(one(past.read(actor, no), trial));
        }
        int changed =
                (int) cases.stream().filter(one -> !one.differences().isEmpty()).count();
        return new ReplayReport(
                trial.code().value(),
                trial.name(),
                trial.number(),
                List.copyOf(cases),
                changed,
                newest.size() - cases.size());
    }

    private Trial trial(Supplier<ItemVersion> version) {
        return run.run(clock.instant(), simulation -> {
            ItemVersion item = run.step(version);
            if (item.bundle().isPresent()) {
                throw Refusal.conflict("BUNDLE", "“一件事”由各个事项组成，请试算其中的事项。");
            }
            // A simulation numbers what it makes up below zero.
            return new Trial(item.code(), item.name().zh(), item.id() > 0 ? item.number() : null, version);
        });
    }

    private ReplayedCase one(PastCase found, Trial trial) {
        List<String> notes = new ArrayList<>();
        VersionDifference difference = run.run(
                found.submittedAt(), simulation -> new VersionDifference(run.step(trial.version()), found).answers());
        if (difference.fits()) {
            Optional<PlayPast.Went> then = went(
                    found,
                    "原来的版本",
                    () -> versions.published(found.item().code(), found.item().number()),
                    notes);
            Optional<PlayPast.Went> now = went(found, "新版本", trial.version(), notes);
            difference.went(then, now);
        } else {
            notes.add("新版本不收这份申请，没有再往下走");
        }
        return new ReplayedCase(
                found.no().value(),
                LegalDay.of(found.submittedAt()),
                found.item().number(),
                difference.found(),
                List.copyOf(notes));
    }

    private Optional<PlayPast.Went> went(
            PastCase found, String which, Supplier<ItemVersion> version, List<String> notes) {
        try {
            PlayPast.Went went = run.run(found.submittedAt(), simulation -> play.play(run.step(version), found));
            went.notes().stream().map(note -> which + "：" + note).forEach(notes::add);
            return Optional.of(went);
        } catch (Refusal refused) {
            notes.add(which + "：没有走下去（" + refused.code() + "）");
        } catch (RuntimeException broken) {
            LOG.log(Level.WARNING, "A replay of " + found.no() + " broke off", broken);
            notes.add(which + "：推演中断，请把办件编号告诉开发人员");
        }
        return Optional.empty();
    }
}
