package org.yiwang.workflow.waiting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import org.yiwang.forms.identity.Actor;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.workflow.waiting.internal.WaitingLists;

/** 投放房源: the department that decides who is eligible says what has become free; the order of the list does the rest. */
@ApplicationScoped
public class ReleasePlaces {

    private static final int MOST = 100;
    private static final int LONGEST = 120;

    @Inject
    WaitingLists lists;

    @Inject
    ReadWaiting read;

    @Inject
    Clock clock;

    /**
     * Puts them on the shelf; the platform offers them one by one.
     *
     * @param places what each is, as whoever is offered it will read it
     */
    @Transactional
    public ReadWaiting.WaitingList release(Actor actor, String list, List<String> places) {
        read.requireKeeper(actor, list);
        List<String> labels = places == null
                ? List.of()
                : places.stream()
                        .filter(label -> label != null && !label.isBlank())
                        .map(String::strip)
                        .toList();
        if (labels.isEmpty()) {
            throw Refusal.invalid("places", "REQUIRED", "请填写“房源”，每行一套。");
        }
        if (labels.size() > MOST || labels.stream().anyMatch(label -> label.length() > LONGEST)) {
            throw Refusal.invalid("places", "TOO_LONG", "一次最多 " + MOST + " 套，每套说明最多 " + LONGEST + " 字。");
        }
        labels.forEach(label -> lists.release(list, label, clock.instant(), actor.id()));
        return read.list(actor, list);
    }
}
