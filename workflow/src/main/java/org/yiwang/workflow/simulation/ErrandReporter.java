package org.yiwang.workflow.simulation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.yiwang.workflow.bundle.BundleView;
import org.yiwang.workflow.bundle.ReadBundle;

/** 一件事推演记录: writes down how the errand and each of its cases stand after an event. */
@ApplicationScoped
class ErrandReporter {

    @Inject
    ReadBundle read;

    @Inject
    Stage stage;

    @Inject
    Reporter reporter;

    /** Looks at all of it anew. */
    void look(PlayedErrand played) {
        played.view = read.read(played.applicant, played.no);
        for (BundleView.Member member : played.view.members()) {
            PlayedCase one = played.of(member);
            if (one != null) {
                stage.look(one);
            }
        }
    }

    /** @param letters takes what arose, in the order in which the moment names it */
    SimulatedErrand.Moment moment(PlayedErrand played, PlayErrand.Done done, List<Sheet.Letter> letters) {
        look(played);
        List<SimulatedErrand.Letter> named = new ArrayList<>();
        add(null, played.takeLetters(), named, letters);
        List<SimulatedErrand.Part> parts = new ArrayList<>();
        for (BundleView.Member member : played.view.members()) {
            parts.add(part(member, played.of(member), done, named, letters));
        }
        List<BundleView.Entry> events = played.view.timeline();
        List<BundleView.Entry> fresh = List.copyOf(events.subList(played.seenEvents, events.size()));
        played.seenEvents = events.size();
        return new SimulatedErrand.Moment(
                done.event(),
                Stage.simulation().now(),
                done.item(),
                done.action(),
                Reporter.text(done.action()),
                done.by(),
                Reporter.refused(done.refused()),
                played.view.status(),
                played.view.statusText(),
                played.view.promisedOn(),
                List.copyOf(named),
                Reporter.notices(played),
                fresh,
                List.copyOf(parts));
    }

    private SimulatedErrand.Part part(
            BundleView.Member member,
            PlayedCase one,
            PlayErrand.Done done,
            List<SimulatedErrand.Letter> named,
            List<Sheet.Letter> letters) {
        SimulatedRun.Moment now = null;
        if (one != null) {
            List<Sheet.Letter> arose = one.takeLetters();
            add(member.itemCode(), arose, named, letters);
            boolean his = member.itemCode().equals(done.item());
            SimulatedRun.Moment moment = reporter.moment(
                    one,
                    new Reporter.Done(done.event(), his ? done.action() : "WAIT", his ? done.by() : null, null),
                    arose);
            boolean asBefore = member.state().ended()
                    && moment.happened().isEmpty()
                    && moment.letters().isEmpty()
                    && moment.notices().isEmpty();
            now = asBefore ? null : moment;
        }
        return new SimulatedErrand.Part(
                member.itemCode(),
                member.name(),
                member.state(),
                member.stateText(),
                member.held(),
                member.waitsFor(),
                member.reason(),
                now);
    }

    private static void add(
            String item, List<Sheet.Letter> arose, List<SimulatedErrand.Letter> named, List<Sheet.Letter> letters) {
        for (Sheet.Letter letter : arose) {
            named.add(new SimulatedErrand.Letter(item, letter.kind(), letter.title()));
            letters.add(letter);
        }
    }
}
