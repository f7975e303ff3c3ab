package org.yiwang.workflow.delivery;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.yiwang.forms.catalogue.CaseMoment;
import org.yiwang.forms.identity.Actor;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.workflow.casefile.ActionUseCase;
import org.yiwang.workflow.casefile.CaseAction;
import org.yiwang.workflow.casefile.CaseDesk;
import org.yiwang.workflow.casefile.CaseNo;
import org.yiwang.workflow.casefile.CaseStatus;
import org.yiwang.workflow.casefile.CaseView;
import org.yiwang.workflow.casefile.EventType;
import org.yiwang.workflow.casefile.OpenCase;
import org.yiwang.workflow.casefile.RecordKind;
import org.yiwang.workflow.casefile.Words;

/** 送达: the window hands the result out against identity, or records that the post did; the case is completed. */
@ApplicationScoped
public class DeliverResult implements ActionUseCase<DeliverResult.Handover> {

    @Inject
    CaseDesk desk;

    /**
     * 送达情况.
     *
     * @param receiver who signed for it
     * @param identityChecked was his identity document checked?
     * @param trackingNo of the post, or null when handed out
     */
    public record Handover(String receiver, Boolean identityChecked, String trackingNo) {}

    @Override
    public CaseAction action() {
        return CaseAction.DELIVER;
    }

    @Override
    public Class<Handover> fields() {
        return Handover.class;
    }

    @Override
    @Transactional
    public CaseView perform(Actor actor, CaseNo no, Asked<Handover> asked) {
        return deliver(actor, no, asked.seenVersion(), asked.fields());
    }

    @Transactional
    public CaseView deliver(Actor actor, CaseNo no, long seenVersion, Handover handover) {
        OpenCase open = desk.open(actor, no);
        open.require(CaseAction.DELIVER);
        open.sees(seenVersion);
        if (open.file().feeOutstanding()) {
            throw Refusal.conflict("FEE_OUTSTANDING", "本件还有费用未缴，缴清后才能领取结果。");
        }
        requireIssued(open);
        Words words = new Words()
                .required("receiver", "领取人", handover.receiver())
                .optional("trackingNo", "邮寄单号", handover.trackingNo());
        boolean byPost = handover.trackingNo() != null && !handover.trackingNo().isBlank();
        if (!byPost && !Boolean.TRUE.equals(handover.identityChecked())) {
            words.problem("identityChecked", "REQUIRED", "请先核对领取人的身份证件，再交付结果。");
        }
        ObjectNode said = words.checked();
        open.note(RecordKind.DELIVERY, "", byPost ? "POST" : "HANDED_OUT", null, false, said);
        open.event(EventType.RESULT_DELIVERED, OpenCase.body().put("by", byPost ? "POST" : "WINDOW"));
        if (open.file().status() == CaseStatus.APPROVED_DEFERRED) {
            open.moment(CaseMoment.DELIVERED);
            open.work().closeAll();
            open.touch();
        } else {
            Completion.complete(open);
        }
        return desk.close(open);
    }

    private static void requireIssued(OpenCase open) {
        if (!open.documentsReady()) {
            throw Refusal.conflict("NOT_ISSUED", "结果文书正在制作，请稍候再办理领取。");
        }
    }
}
