package org.yiwang.workflow.hearing;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.yiwang.forms.document.DocumentKind;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.workflow.casefile.CaseRecord;
import org.yiwang.workflow.casefile.LetterDate;
import org.yiwang.workflow.casefile.OpenCase;
import org.yiwang.workflow.casefile.OpenCase.Paper;
import org.yiwang.workflow.casefile.RecordKind;

/** 听证关口: nothing is decided past the right to a hearing, and after one only according to its record (行政许可法 §47, §48). */
public final class HearingGate {

    private HearingGate() {}

    /**
     * Refuses a decision that comes too early.
     *
     * @throws Refusal CONFLICT with what is missing, or the day after which it may be made
     */
    public static void requireHeard(OpenCase open) {
        boolean lawSays = open.item().course().hearing().isPresent();
        Optional<HearingRight> right = HearingRight.of(open);
        boolean running = open.openRecord(RecordKind.HEARING).isPresent();
        switch (HearingRight.waits(lawSays, right, running, open.today())) {
            case NOTICE -> throw Refusal.conflict("HEARING_NOT_TOLD", "这个事项依法应当先告知听证权利，请先告知，再作出决定。");
            case SERVICE -> throw Refusal.conflict("HEARING_NOT_SERVED", "告知听证权利书还没有送达，送达并且期满之前不能作出决定。");
            case TIME ->
                throw Refusal.conflict(
                        "HEARING_TIME_RUNS",
                        "申请人可以在 " + LetterDate.of(right.orElseThrow().until().orElseThrow()) + " 前申请听证，期满之前不能作出决定。");
            case HEARING -> throw Refusal.conflict("HEARING_OPEN", "本件要举行听证，听证结束并制作笔录之前不能作出决定。");
            case NOTHING -> {
                if (held(open).isPresent() && recordOf(open).isEmpty()) {
                    throw Refusal.conflict("HEARING_RECORD_PENDING", "听证笔录正在制作，请稍候再作出决定。");
                }
            }
        }
    }

    /** 依据听证笔录: the sentence of the decision letter that cites the record; empty where no hearing was held. */
    public static Optional<String> citation(OpenCase open) {
        return held(open).flatMap(hearing -> recordOf(open)
                .map(paper -> "本机关于"
                        + open.words(hearing).path("heldOn").asText()
                        + "就本申请举行了听证，本决定根据听证笔录（"
                        + paper.number()
                        + "）作出"));
    }

    private static Optional<CaseRecord> held(OpenCase open) {
        return open.records(RecordKind.HEARING).stream()
                .filter(hearing -> hearing.outcome().equals("HELD"))
                .reduce((first, second) -> second);
    }

    private static Optional<Paper> recordOf(OpenCase open) {
        return open.papers().stream()
                .filter(paper -> paper.kind() == DocumentKind.HEARING_RECORD && paper.registered())
                .reduce((first, second) -> second);
    }

    /** Is that letter of this case served, the last of it to each of those it was for? */
    static boolean served(OpenCase open, DocumentKind kind) {
        Map<String, Paper> last = new HashMap<>();
        open.papers().stream()
                .filter(paper -> paper.kind() == kind)
                .forEach(paper -> last.put(String.valueOf(paper.addressee()), paper));
        Set<UUID> waiting = open.unservedAtAll().stream().map(Paper::id).collect(Collectors.toSet());
        return !last.isEmpty()
                && last.values().stream().allMatch(paper -> paper.registered() && !waiting.contains(paper.id()));
    }
}
