package org.yiwang.workflow.avoidance;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import org.yiwang.forms.identity.Actor;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.workflow.casefile.ActionUseCase;
import org.yiwang.workflow.casefile.CaseAction;
import org.yiwang.workflow.casefile.CaseDesk;
import org.yiwang.workflow.casefile.CaseNo;
import org.yiwang.workflow.casefile.CaseRecord;
import org.yiwang.workflow.casefile.CaseView;
import org.yiwang.workflow.casefile.EventType;
import org.yiwang.workflow.casefile.OpenCase;
import org.yiwang.workflow.casefile.RecordKind;
import org.yiwang.workflow.casefile.Words;
import org.yiwang.workflow.organisation.Officer;

/** 决定回避申请: the head says who keeps out of the case, or that there is no ground; the applicant is told. */
@ApplicationScoped
public class DecideAvoidance implements ActionUseCase<DecideAvoidance.Answer> {

    @Inject
    CaseDesk desk;

    @Inject
    Release release;

    /**
     * 决定.
     *
     * @param staffNos who has to keep out, where it is granted
     */
    public record Answer(Boolean approved, List<String> staffNos, String reason) {}

    @Override
    public CaseAction action() {
        return CaseAction.DECIDE_AVOIDANCE;
    }

    @Override
    public Class<Answer> fields() {
        return Answer.class;
    }

    @Override
    @Transactional
    public CaseView perform(Actor actor, CaseNo no, Asked<Answer> asked) {
        return decide(actor, no, asked.seenVersion(), asked.fields());
    }

    @Transactional
    public CaseView decide(Actor actor, CaseNo no, long seenVersion, Answer answer) {
        OpenCase open = desk.open(actor, no);
        open.require(CaseAction.DECIDE_AVOIDANCE);
        open.sees(seenVersion);
        CaseRecord request = open.records(RecordKind.AVOIDANCE).stream()
                .filter(record -> record.outcome().equals("REQUESTED"))
                .findFirst()
                .orElseThrow(() -> Refusal.conflict("NOT_REQUESTED", "没有等待决定的回避申请。"));
        List<Officer> who = checked(open, answer);
        ObjectNode said = (ObjectNode) open.words(request);
        said.put("answer", answer.reason().strip());
        open.closeRecord(request, answer.approved() ? "GRANTED" : "REFUSED", said);
        ObjectNode body = OpenCase.body().put("approved", answer.approved());
        var out = body.putArray("officers");
        for (Officer officer : who) {
            out.add(officer.staffNo());
            open.note(
                    RecordKind.AVOIDANCE,
                    "officer:" + officer.id(),
                    "AVOIDS",
                    null,
                    false,
                    OpenCase.body().put("reason", answer.reason().strip()));
            release.from(open, officer);
        }
        open.event(EventType.AVOIDANCE_DECIDED, body);
        open.tellApplicant(answer.approved() ? "case.avoidanceGranted" : "case.avoidanceRefused", OpenCase.body());
        return desk.close(open);
    }

    private List<Officer> checked(OpenCase open, Answer answer) {
        Words words = new Words().required("reason", "决定理由", answer.reason());
        if (answer.approved() == null) {
            words.problem("approved", "REQUIRED", "请选择同意或者不同意回避。");
        }
        List<String> named = answer.staffNos() == null ? List.of() : answer.staffNos();
        boolean granted = Boolean.TRUE.equals(answer.approved());
        if (granted && named.isEmpty()) {
            words.problem("staffNos", "REQUIRED", "同意回避的，请选择由谁回避。");
        }
        words.checked();
        List<Officer> who = granted
                ? named.stream()
                        .distinct()
                        .map(no -> release.officer(no, "staffNos"))
                        .toList()
                : List.of();
        if (who.stream().anyMatch(officer -> officer.id() == open.actor().id())) {
            throw Refusal.invalid("staffNos", "YOURSELF", "回避申请涉及您本人的，不能由您决定，请上级负责人决定。");
        }
        return who;
    }
}
