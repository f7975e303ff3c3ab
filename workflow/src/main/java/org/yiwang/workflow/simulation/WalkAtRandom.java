package org.yiwang.workflow.simulation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Random;
import org.yiwang.forms.catalogue.ItemCode;
import org.yiwang.forms.catalogue.ItemVersion;
import org.yiwang.forms.catalogue.PackageScenario;
import org.yiwang.forms.catalogue.ReadScenarios;
import org.yiwang.forms.catalogue.ServiceMethod;
import org.yiwang.forms.catalogue.TryVersion;
import org.yiwang.forms.identity.Actor;
import org.yiwang.forms.identity.Role;
import org.yiwang.forms.platform.Profile;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.forms.platform.RunSimulation;
import org.yiwang.workflow.casefile.LegalDay;

/**
 * 随机走查: takes cases of an item through random sequences of what their people may do, of what they may not, and of time, and
 * looks after each step whether what must always hold still does. Sequences that begin alike share their beginning: the
 * walk goes back to where they part. Not in production: it is for whoever changes an item or a rule.
 */
@ApplicationScoped
public class WalkAtRandom {

    private static final int MOST_SEQUENCES = 2000;
    private static final LocalTime MORNING = LocalTime.of(9, 0);
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    @Inject
    Profile profile;

    @Inject
    RunSimulation run;

    @Inject
    TryVersion versions;

    @Inject
    ReadScenarios scenarios;

    @Inject
    OpenPlay opening;

    @Inject
    Wander wander;

    @Inject
    Clock clock;

    /**
     * @param sequences how many at least, at most 2000
     * @throws Refusal FORBIDDEN in production and for all but administrators
     */
    public WalkReport walk(Actor actor, ItemCode code, long seed, int sequences) {
        if (profile.production() || !actor.is(Role.ADMIN)) {
            throw Refusal.forbidden("随机走查只供系统管理员在演示或测试环境使用。");
        }
        if (sequences < 1 || sequences > MOST_SEQUENCES) {
            throw Refusal.invalid("sequences", "OUT_OF_RANGE", "一次走查 1 至 " + MOST_SEQUENCES + " 个序列。");
        }
        Tally tally = new Tally();
        Random chance = new Random(seed);
        while (tally.sequences < sequences) {
            one(code, chance, tally, sequences);
        }
        return new WalkReport(
                code.value(), seed, tally.sequences, tally.done, tally.refused, tally.statuses, tally.findings);
    }

    /** One application and the tree of what may become of it. */
    private void one(ItemCode code, Random chance, Tally tally, int sequences) {
        var from = LegalDay.of(clock.instant())
                .plusDays(chance.nextInt(365))
                .atTime(MORNING)
                .atZone(ZONE)
                .toInstant();
        run.run(from, simulation -> {
            ItemVersion item = versions.published(code, 0);
            if (item.bundle().isPresent()) {
                throw Refusal.conflict("BUNDLE_NOT_WALKED", "“一件事”不做随机走查，请走查其中的各个事项。");
            }
            PackageScenario scenario = scenarios.of(item).stream()
                    .filter(PackageScenario::fit)
                    .findFirst()
                    .orElseThrow(() -> Refusal.conflict("NO_SCENARIO", "事项包没有可以提交的自测剧本，不能走查。"));
            ServiceMethod service = item.serviceMethods()
                    .get(chance.nextInt(item.serviceMethods().size()));
            PlayedCase played = opening.open(
                    item, new OpenPlay.Application(null, scenario.answers(LegalDay.of(from)), null, service));
            wander.on(played, chance, tally, sequences);
            return null;
        });
    }
}
