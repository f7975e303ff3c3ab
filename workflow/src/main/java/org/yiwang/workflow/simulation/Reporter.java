package org.yiwang.workflow.simulation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.workflow.casefile.CaseAction;
import org.yiwang.workflow.casefile.CaseView;
import org.yiwang.workflow.casefile.Permissions;
import org.yiwang.workflow.casefile.Prospects.Outlook;
import org.yiwang.workflow.casefile.Prospects.Prospect;
import org.yiwang.workflow.simulation.SimulatedRun.Letter;
import org.yiwang.workflow.simulation.SimulatedRun.Moment;
import org.yiwang.workflow.simulation.SimulatedRun.Notice;
import org.yiwang.workflow.simulation.SimulatedRun.Refused;
import org.yiwang.workflow.simulation.SimulatedRun.Turn;
import org.yiwang.workflow.simulation.SimulatedRun.Waiting;

/** 推演记录: writes down how the case stands after an event. */
@ApplicationScoped
class Reporter {

    /** What happened, as the script has it. */
    record Done(int event, String action, String by, Refusal refused) {}

    Moment moment(PlayedCase played, Done done, List<Sheet.Letter> letters) {
        Outlook outlook = played.outlook;
        CaseView view = outlook.view();
        List<CaseView.Entry> fresh = view.timeline().stream()
                .filter(entry -> entry.seq() > played.seenSeq)
                .toList();
        fresh.stream().mapToInt(CaseView.Entry::seq).max().ifPresent(seq -> played.seenSeq = seq);
        return new Moment(
                done.event(),
                outlook.file().now(),
                done.action(),
                text(done.action()),
                done.by(),
                refused(done.refused()),
                view.status(),
                view.statusText(),
                view.sentence(),
                view.nextStep(),
                view.due(),
                view.clocks(),
                letters.stream()
                        .map(letter -> new Letter(letter.kind(), letter.title()))
                        .toList(),
                notices(played),
                fresh,
                waiting(view),
                turns(outlook));
    }

    static List<Notice> notices(Sheet played) {
        return played.takeNotices().stream()
                .map(said -> new Notice(to(said.to()), said.title(), said.text()))
                .toList();
    }

    static String text(String action) {
        return switch (action) {
            case "SUBMIT" -> "提交申请";
            case "WAIT" -> "时间经过";
            default -> Permissions.words(CaseAction.valueOf(action));
        };
    }

    static Refused refused(Refusal refusal) {
        return refusal == null
                ? null
                : new Refused(refusal.kind().status(), refusal.code(), refusal.getMessage(), refusal.problems());
    }

    private static String to(String recipient) {
        return recipient.startsWith("party:") ? "申请人" : recipient.replaceFirst("^post:", "");
    }

    private static List<Waiting> waiting(CaseView view) {
        return view.workItems().stream()
                .map(work -> new Waiting(
                        work.step(),
                        work.stepName(),
                        work.queue(),
                        work.dueOn(),
                        work.suspended() ? null : work.light()))
                .toList();
    }

    /** One line for each who could do something; colleagues of the same posts share one. */
    private static List<Turn> turns(Outlook outlook) {
        Map<String, Turn> turns = new LinkedHashMap<>();
        for (Prospect prospect : outlook.prospects()) {
            if (!prospect.now().isEmpty()) {
                String who = prospect.actor().posts().isEmpty()
                        ? Cast.label(prospect.actor())
                        : String.join(
                                "、",
                                prospect.actor().posts().stream()
                                        .map(Object::toString)
                                        .toList());
                turns.putIfAbsent(
                        who,
                        new Turn(who, prospect.now().stream().map(Enum::name).toList()));
            }
        }
        return List.copyOf(turns.values());
    }

    /** Keys of the steps that were done, in order. */
    static List<String> route(PlayedCase played) {
        return played.outlook.view().opinions().stream()
                .map(CaseView.Opinion::step)
                .filter(step -> !step.isEmpty())
                .toList();
    }
}
