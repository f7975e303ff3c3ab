package org.yiwang.workflow.avoidance;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.yiwang.forms.identity.Actor;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.workflow.casefile.ActionUseCase;
import org.yiwang.workflow.casefile.CaseAction;
import org.yiwang.workflow.casefile.CaseDesk;
import org.yiwang.workflow.casefile.CaseNo;
import org.yiwang.workflow.casefile.CaseView;
import org.yiwang.workflow.casefile.EventType;
import org.yiwang.workflow.casefile.OpenCase;
import org.yiwang.workflow.casefile.RecordKind;
import org.yiwang.workflow.casefile.Words;
import org.yiwang.workflow.organisation.Membership;

/** 申请回避: the applicant asks that somebody keep out of his case; the head decides, and no clock rests. */
@ApplicationScoped
public class RequestAvoidance implements ActionUseCase<RequestAvoidance.Request> {

    @Inject
    CaseDesk desk;

    @Inject
    Membership membership;

    /**
     * 申请.
     *
     * @param who whom it is about, as far as the applicant knows
     */
    public record Request(String who, String reason) {}

    @Override
    public CaseAction action() {
        return CaseAction.REQUEST_AVOIDANCE;
    }

    @Override
    public Class<Request> fields() {
        return Request.class;
    }

    @Override
    @Transactional
    public CaseView perform(Actor actor, CaseNo no, Asked<Request> asked) {
        return request(actor, no, asked.seenVersion(), asked.fields());
    }

    @Transactional
    public CaseView request(Actor actor, CaseNo no, long seenVersion, Request request) {
        OpenCase open = desk.open(actor, no);
        open.require(CaseAction.REQUEST_AVOIDANCE);
        open.sees(seenVersion);
        boolean waiting = open.records(RecordKind.AVOIDANCE).stream()
                .anyMatch(earlier -> earlier.outcome().equals("REQUESTED"));
        if (waiting) {
            throw Refusal.conflict("REQUESTED_ALREADY", "您的回避申请正在等待负责人决定，决定后会通知您。");
        }
        ObjectNode said = new Words()
                .required("reason", "申请回避的理由", request.reason())
                .optional("who", "请谁回避", request.who())
                .checked();
        open.note(RecordKind.AVOIDANCE, "", "REQUESTED", null, true, said);
        open.event(EventType.AVOIDANCE_REQUESTED, OpenCase.body());
        membership
                .heads(open.file().organisation())
                .forEach(head -> open.tell("officer:" + head.id(), "work.avoidanceRequested", OpenCase.body()));
        return desk.close(open);
    }
}
