package org.yiwang.workflow.simulation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.yiwang.forms.catalogue.ItemCode;
import org.yiwang.forms.catalogue.ItemVersion;
import org.yiwang.forms.catalogue.TryVersion;
import org.yiwang.forms.document.SampleDocument;
import org.yiwang.forms.identity.Actor;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.forms.platform.RunSimulation;
import org.yiwang.workflow.action.CaseActions;
import org.yiwang.workflow.casefile.CaseAction;
import org.yiwang.workflow.casefile.LegalDay;

/**
 * 办件推演: takes a version of an item, published or only drawn up, through a script with the real use cases and says after each
 * event how the case stands. Nothing stays: no case, no number, no letter, no notice (ADR 0017).
 */
@ApplicationScoped
public class SimulateCase {

    private static final Logger LOG = Logger.getLogger(SimulateCase.class.getName());

    @Inject
    RunSimulation run;

    @Inject
    TryVersion versions;

    @Inject
    PlayScript play;

    @Inject
    PlayErrand errands;

    @Inject
    CaseActions caseActions;

    @Inject
    SampleDocument samples;

    @Inject
    Clock clock;

    /**
     * 推演所得: one of the two.
     *
     * @param single null for an errand
     * @param errand null for a single service
     */
    public record Result(SimulatedRun single, SimulatedErrand errand) {}

    /**
     * @param zip a package nobody has published; empty for a published item
     * @throws Refusal FORBIDDEN for all but officers; INVALID for a script that cannot be played, with the place that is
     *     wrong; what the platform would refuse on the way is no refusal here but part of the result
     */
    public Result play(Actor actor, Script script, Optional<byte[]> zip) {
        return on(
                actor,
                script,
                zip,
                item -> item.bundle().isPresent()
                        ? new Result(
                                null,
                                errands.play(item, script, Integer.MAX_VALUE).report())
                        : new Result(play.play(item, script, Integer.MAX_VALUE).report(), null));
    }

    /** The same for whoever knows that it is no errand. */
    public SimulatedRun simulate(Actor actor, Script script, Optional<byte[]> zip) {
        return Optional.ofNullable(play(actor, script, zip).single())
                .orElseThrow(() -> Refusal.conflict("BUNDLE", "这是“一件事”，请按一件事推演。"));
    }

    /**
     * The pages of a letter that would arise, marked 样张, as PDF.
     *
     * @param event place in the script after which it arose, 0 for the submission
     * @param index among the letters of that moment, from 0
     */
    public byte[] letter(Actor actor, Script script, Optional<byte[]> zip, int event, int index) {
        return on(actor, script, zip, item -> {
            List<Sheet.Letter> last = item.bundle().isPresent()
                    ? errands.play(item, script, event).lastLetters()
                    : play.play(item, script, event).lastLetters();
            if (last.size() <= index || index < 0) {
                throw Refusal.notFound("这一步的这份文书");
            }
            return samples.pages(last.get(index).id());
        });
    }

    /** What a script may have somebody do. */
    public Set<CaseAction> actions() {
        return caseActions.taken();
    }

    private <T> T on(Actor actor, Script script, Optional<byte[]> zip, Function<ItemVersion, T> work) {
        if (!actor.officer()) {
            throw Refusal.forbidden("只有工作人员可以推演事项。");
        }
        Instant now = clock.instant();
        Instant from = PlayScript.start(script, LegalDay.of(now));
        try {
            return run.run(from, simulation -> work.apply(version(script, zip)));
        } catch (Refusal refusal) {
            throw refusal;
        } catch (RuntimeException broken) {
            LOG.log(Level.WARNING, "A simulation broke off", broken);
            throw Refusal.conflict("SIMULATION_BROKE", "推演因平台内部错误中断，没有留下任何内容；请把剧本和时间告诉管理员。");
        }
    }

    private ItemVersion version(Script script, Optional<byte[]> zip) {
        if (zip.isPresent()) {
            return run.step(() -> versions.draft(zip.get()));
        }
        if (script.itemCode() == null || script.itemCode().isBlank()) {
            throw Refusal.invalid("itemCode", "REQUIRED", "请写明要推演的事项代码，或上传事项包。");
        }
        return versions.published(code(script.itemCode().strip()), script.version() == null ? 0 : script.version());
    }

    private static ItemCode code(String text) {
        try {
            return ItemCode.of(text);
        } catch (IllegalArgumentException malformed) {
            throw Refusal.notFound("该事项");
        }
    }

    /** The day the simulated case begins on, for those who show it. */
    static LocalDate startDay(Script script, LocalDate today) {
        return script.start() == null ? today : script.start();
    }
}
