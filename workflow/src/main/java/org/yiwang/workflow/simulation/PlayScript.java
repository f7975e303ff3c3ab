package org.yiwang.workflow.simulation;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.yiwang.forms.catalogue.ItemVersion;
import org.yiwang.forms.catalogue.PackageScenario;
import org.yiwang.forms.catalogue.ReadScenarios;
import org.yiwang.forms.identity.Actor;
import org.yiwang.forms.platform.MachineTime;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.workflow.action.CaseActions;
import org.yiwang.workflow.casefile.CaseAction;
import org.yiwang.workflow.simulation.SimulatedRun.Moment;

/** 按剧本演: the submission and then one event after the other, within bounds of number, time passed and time taken. */
@ApplicationScoped
class PlayScript {

    static final int MOST_EVENTS = 60;
    private static final int MOST_YEARS = 15;
    static final Duration LONGEST = Duration.ofSeconds(40);
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final LocalTime MORNING = LocalTime.of(9, 0);
    private static final ObjectMapper JSON =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();

    @Inject
    ReadScenarios scenarios;

    @Inject
    OpenPlay opening;

    @Inject
    PlayEvent events;

    @Inject
    Stage stage;

    @Inject
    CaseActions actions;

    @Inject
    Cast cast;

    @Inject
    Reporter reporter;

    @Inject
    @MachineTime
    Clock machine;

    /**
     * 演过的.
     *
     * @param lastLetters that arose at the last moment played
     */
    record Played(SimulatedRun report, List<Sheet.Letter> lastLetters) {}

    static Instant start(Script script, LocalDate today) {
        LocalDate day = SimulateCase.startDay(script, today);
        if (day.getYear() < today.getYear() - MOST_YEARS || day.getYear() > today.getYear() + MOST_YEARS) {
            throw Refusal.invalid("start", "OUT_OF_RANGE", "开始日期应在今天前后" + MOST_YEARS + "年之内。");
        }
        return day.atTime(MORNING).atZone(ZONE).toInstant();
    }

    /** Plays no further than that event. */
    Played play(ItemVersion item, Script script, int upTo) {
        Instant end = machine.instant().plus(LONGEST);
        PackageScenario scenario = scenario(item, script);
        List<Script.Event> all = checked(script.events() != null ? script.events() : read(scenario));
        ObjectNode answers = answers(script, scenario);
        PlayedCase played = opening.open(
                item, new OpenPlay.Application(script.applicant(), answers, script.materials(), script.service()));
        List<Moment> moments = new ArrayList<>();
        List<String> kinds = new ArrayList<>();
        List<Sheet.Letter> letters = letters(played, kinds);
        moments.add(
                reporter.moment(played, new Reporter.Done(0, "SUBMIT", Cast.label(played.applicant), null), letters));
        for (int i = 0; i < Math.min(all.size(), upTo); i++) {
            needTime(machine.instant(), end);
            Reporter.Done done = one(played, i + 1, all.get(i));
            stage.look(played);
            letters = letters(played, kinds);
            moments.add(reporter.moment(played, done, letters));
        }
        return new Played(report(item, scenario, moments, played, kinds), letters);
    }

    static ObjectNode answers(Script script, PackageScenario scenario) {
        return script.answers() != null
                ? script.answers()
                : scenario.answers(Stage.simulation().now().atZone(ZONE).toLocalDate());
    }

    /** Refuses to go on after so long. */
    static void needTime(Instant now, Instant end) {
        if (now.isAfter(end)) {
            throw Refusal.conflict("SIMULATION_TOO_LONG", "推演超过了" + LONGEST.toSeconds() + "秒，请减少事件后再试。");
        }
    }

    private static SimulatedRun report(
            ItemVersion item, PackageScenario scenario, List<Moment> moments, PlayedCase played, List<String> kinds) {
        return new SimulatedRun(
                item.code().value(),
                item.name().zh(),
                item.id() > 0 ? item.number() : null,
                scenario == null ? null : scenario.key(),
                List.copyOf(moments),
                Reporter.route(played),
                List.copyOf(kinds));
    }

    private static List<Sheet.Letter> letters(PlayedCase played, List<String> kinds) {
        List<Sheet.Letter> fresh = played.takeLetters();
        fresh.forEach(letter -> kinds.add(letter.kind()));
        return fresh;
    }

    private Reporter.Done one(PlayedCase played, int place, Script.Event event) {
        pass(played, place, event);
        stage.look(played);
        if (event.action().equals("WAIT")) {
            return new Reporter.Done(place, event.action(), "时间", null);
        }
        CaseAction action = CaseAction.valueOf(event.action());
        Actor actor = cast.pick(played, action, event.by(), event.step());
        try {
            events.play(played, actor, action, event.step(), event.fields(), Optional.empty());
            return new Reporter.Done(place, event.action(), Cast.label(actor), null);
        } catch (Refusal refused) {
            return new Reporter.Done(place, event.action(), Cast.label(actor), refused);
        }
    }

    /** To the day and hour of the event; without a day it is still the same one. */
    private void pass(PlayedCase played, int place, Script.Event event) {
        stage.wait(played, target(place, event));
    }

    /** When it happens: never before what has happened. */
    static Instant target(int place, Script.Event event) {
        Instant now = Stage.simulation().now();
        LocalDate today = now.atZone(ZONE).toLocalDate();
        LocalDate day = event.on() == null ? today : event.on();
        if (day.isBefore(today)) {
            throw Refusal.invalid(
                    "events[" + (place - 1) + "].on",
                    "CLOCK_BACKWARD",
                    "第" + place + "个事件的日期早于前一个事件（" + today + "），时间只能向前。");
        }
        if (day.getYear() > today.getYear() + MOST_YEARS) {
            throw Refusal.invalid("events[" + (place - 1) + "].on", "OUT_OF_RANGE", "一次最多经过" + MOST_YEARS + "年。");
        }
        boolean sameDay = day.equals(today) && event.at() == null;
        return sameDay ? now : day.atTime(time(place, event.at())).atZone(ZONE).toInstant();
    }

    private static LocalTime time(int place, String at) {
        try {
            return at == null ? MORNING : LocalTime.parse(at);
        } catch (DateTimeParseException malformed) {
            throw Refusal.invalid("events[" + (place - 1) + "].at", "FORMAT", "第" + place + "个事件的时刻应写成 14:30 这样。");
        }
    }

    List<Script.Event> checked(List<Script.Event> events) {
        if (events.size() > MOST_EVENTS) {
            throw Refusal.invalid("events", "TOO_MANY", "一次推演最多" + MOST_EVENTS + "个事件，请分成几次。");
        }
        for (int i = 0; i < events.size(); i++) {
            String action = events.get(i) == null ? null : events.get(i).action();
            boolean known = "WAIT".equals(action)
                    || actions.taken().stream().anyMatch(taken -> taken.name().equals(action));
            if (!known) {
                throw Refusal.invalid(
                        "events[" + i + "].action",
                        "UNKNOWN_VALUE",
                        "第" + (i + 1) + "个事件没有写明动作，或没有这个动作；时间经过（逾期、视为受理也由此发生）写 WAIT。");
            }
        }
        return events;
    }

    PackageScenario scenario(ItemVersion item, Script script) {
        if (script.answers() != null && script.events() != null) {
            return null;
        }
        return scenarios.of(item).stream()
                .filter(found ->
                        script.scenario() == null ? found.fit() : found.key().equals(script.scenario()))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid(
                        "scenario", "UNKNOWN_VALUE", "事项包里没有可用的自测剧本；请写明填写内容（answers）和事件（events），或另选剧本。"));
    }

    static List<Script.Event> read(PackageScenario scenario) {
        try {
            return JSON.convertValue(scenario.events(), new TypeReference<List<Script.Event>>() {});
        } catch (IllegalArgumentException wrong) {
            throw Refusal.invalid("events", "FORMAT", "自测剧本“" + scenario.key() + "”的事件写法不对，请对照说明改正。");
        }
    }
}
