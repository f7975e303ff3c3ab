package org.yiwang.workflow.publicity;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.yiwang.forms.identity.Actor;
import org.yiwang.forms.identity.FindParty;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.workflow.casefile.CaseDesk;
import org.yiwang.workflow.casefile.EventType;
import org.yiwang.workflow.casefile.OpenCase;
import org.yiwang.workflow.casefile.RecordKind;
import org.yiwang.workflow.casefile.Words;
import org.yiwang.workflow.publicity.internal.PublicityBoard;

/**
 * 提出异议: anyone who is signed in, with a reason, while it is shown. He learns no more of the case than stands on the
 * board; who he is, the officers see and nobody else.
 */
@ApplicationScoped
public class RaiseObjection {

    @Inject
    CaseDesk desk;

    @Inject
    PublicityBoard board;

    @Inject
    FindParty parties;

    /**
     * Raises it; once per person and publicity.
     *
     * @return its id
     */
    @Transactional
    public UUID raise(Actor actor, UUID publicity, String reason) {
        if (!actor.citizen()) {
            throw Refusal.forbidden("异议由公众以个人或者单位账号提出；工作人员请按职责在办件中处理。");
        }
        PublicityBoard.Row row = board.find(publicity).orElseThrow(() -> Refusal.notFound("这份公示"));
        OpenCase open = desk.openFor(actor, row.caseId());
        if (open.openRecord(RecordKind.PUBLICITY)
                .filter(entry -> entry.id().equals(publicity))
                .isEmpty()) {
            throw Refusal.conflict("PUBLICITY_OVER", "这份公示已经结束，不能再提出异议。仍有意见的，可以拨打 12345 反映。");
        }
        if (actor.id() == open.file().applicantId() || actor.id() == open.file().operatorId()) {
            throw Refusal.conflict("OWN_CASE", "这是您自己的申请；要更正内容，请联系承办部门，或者撤回后重新申请。");
        }
        boolean before = open.records(RecordKind.OBJECTION).stream()
                .filter(objection -> objection.stepKey().equals(publicity.toString()))
                .anyMatch(objection -> open.words(objection).path("party").asLong() == actor.id());
        if (before) {
            throw Refusal.conflict("OBJECTED_ALREADY", "您已经对这份公示提出过异议，答复后会通知您。");
        }
        ObjectNode said = new Words().required("reason", "异议理由", reason).checked();
        said.put("party", actor.id()).put("name", parties.of(actor).name());
        UUID objection = open.note(RecordKind.OBJECTION, publicity.toString(), "OPEN", null, true, said)
                .id();
        open.work().restDeciders();
        open.touch();
        open.outsidersEvent(EventType.OBJECTION_RAISED, OpenCase.body().put("objection", objection.toString()));
        open.work()
                .all()
                .forEach(work -> open.tell(
                        work.holder(), "work.objection", OpenCase.body().put("step", work.stepName())));
        desk.close(open);
        return objection;
    }
}
