package org.yiwang.workflow.simulation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.yiwang.forms.catalogue.ItemVersion;
import org.yiwang.forms.catalogue.PackageScenario;
import org.yiwang.forms.identity.Actor;
import org.yiwang.forms.platform.MachineTime;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.workflow.bundle.BundleView;
import org.yiwang.workflow.casefile.CaseAction;

/**
 * 推演一件事: the one submission and then one event after the other, each in the case of one service; what follows in the others
 * (one begins, one is cancelled, results go out together) is done by the real use cases on the way.
 */
@ApplicationScoped
class PlayErrand {

    @Inject
    PlayScript script;

    @Inject
    OpenPlay opening;

    @Inject
    PlayEvent events;

    @Inject
    Stage stage;

    @Inject
    Cast cast;

    @Inject
    ErrandReporter reporter;

    @Inject
    @MachineTime
    Clock machine;

    /**
     * 演过的.
     *
     * @param lastLetters that arose at the last moment played, in the order the report names them
     */
    record Played(SimulatedErrand report, List<Sheet.Letter> lastLetters) {}

    /** What the script has done, and in which service's case. */
    record Done(int event, String item, String action, String by, Refusal refused) {}

    Played play(ItemVersion item, Script asked, int upTo) {
        Instant end = machine.instant().plus(PlayScript.LONGEST);
        PackageScenario scenario = script.scenario(item, asked);
        List<Script.Event> all = script.checked(asked.events() != null ? asked.events() : PlayScript.read(scenario));
        PlayedErrand played = opening.openErrand(
                item,
                new OpenPlay.Application(
                        asked.applicant(), PlayScript.answers(asked, scenario), asked.materials(), asked.service()));
        List<SimulatedErrand.Moment> moments = new ArrayList<>();
        List<Sheet.Letter> letters = new ArrayList<>();
        moments.add(reporter.moment(played, new Done(0, null, "SUBMIT", Cast.label(played.applicant), null), letters));
        for (int i = 0; i < Math.min(all.size(), upTo); i++) {
            PlayScript.needTime(machine.instant(), end);
            Done done = one(played, i + 1, all.get(i));
            letters.clear();
            moments.add(reporter.moment(played, done, letters));
        }
        return new Played(
                new SimulatedErrand(
                        item.code().value(),
                        item.name().zh(),
                        item.id() > 0 ? item.number() : null,
                        scenario == null ? null : scenario.key(),
                        List.copyOf(moments),
                        moments.stream()
                                .flatMap(moment -> moment.letters().stream())
                                .toList()),
                List.copyOf(letters));
    }

    private Done one(PlayedErrand played, int place, Script.Event event) {
        stage.wait(played, PlayScript.target(place, event));
        reporter.look(played);
        if (event.action().equals("WAIT")) {
            return new Done(place, null, event.action(), "时间", null);
        }
        CaseAction action = CaseAction.valueOf(event.action());
        BundleView.Member member = member(played, place, event, action);
        PlayedCase one = played.of(member);
        if (one == null) {
            Refusal notThere = Refusal.conflict("NOT_STARTED", "“" + member.name() + "”还没有启动或者已经取消，没有办件可以办理。");
            return new Done(place, member.itemCode(), event.action(), "—", notThere);
        }
        Actor actor = cast.pick(one, action, event.by(), event.step());
        try {
            events.play(one, actor, action, event.step(), event.fields(), Optional.empty());
            return new Done(place, member.itemCode(), event.action(), Cast.label(actor), null);
        } catch (Refusal refused) {
            return new Done(place, member.itemCode(), event.action(), Cast.label(actor), refused);
        }
    }

    /** The one named; else the first in which somebody could do it now, else the first that has begun. */
    private static BundleView.Member member(PlayedErrand played, int place, Script.Event event, CaseAction action) {
        List<BundleView.Member> members = played.view.members();
        if (event.item() != null && !event.item().isBlank()) {
            return members.stream()
                    .filter(member -> member.itemCode().equals(event.item().strip()))
                    .findFirst()
                    .orElseThrow(() -> Refusal.invalid(
                            "events[" + (place - 1) + "].item",
                            "UNKNOWN_VALUE",
                            "第" + place + "个事件的事项“" + event.item() + "”不在这次一件事里。"));
        }
        return members.stream()
                .filter(member -> able(played.of(member), action))
                .findFirst()
                .or(() -> members.stream()
                        .filter(member -> Objects.nonNull(member.caseNo()))
                        .findFirst())
                .orElse(members.get(0));
    }

    private static boolean able(PlayedCase one, CaseAction action) {
        return one != null && !one.outlook.able(action).isEmpty();
    }
}
