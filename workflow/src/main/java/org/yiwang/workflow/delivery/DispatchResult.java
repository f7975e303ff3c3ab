package org.yiwang.workflow.delivery;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.yiwang.forms.catalogue.ServiceMethod;
import org.yiwang.forms.identity.Actor;
import org.yiwang.forms.platform.Outbox;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.workflow.casefile.ActionUseCase;
import org.yiwang.workflow.casefile.CaseAction;
import org.yiwang.workflow.casefile.CaseDesk;
import org.yiwang.workflow.casefile.CaseNo;
import org.yiwang.workflow.casefile.CaseStatus;
import org.yiwang.workflow.casefile.CaseView;
import org.yiwang.workflow.casefile.EventType;
import org.yiwang.workflow.casefile.HandOver;
import org.yiwang.workflow.casefile.OpenCase;
import org.yiwang.workflow.casefile.RecordKind;
import org.yiwang.workflow.casefile.Words;
import org.yiwang.workflow.delivery.internal.Parcels;
import org.yiwang.workflow.delivery.spi.Courier;

/**
 * 交寄: what the applicant wants by post leaves the house, to the address he gave. The courier takes it after the commit
 * and answers with its number, unless the window has filled in a waybill by hand.
 */
@ApplicationScoped
public class DispatchResult implements ActionUseCase<DispatchResult.Waybill> {

    @Inject
    CaseDesk desk;

    @Inject
    Parcels parcels;

    @Inject
    Courier courier;

    @Inject
    Outbox outbox;

    /**
     * 运单.
     *
     * @param trackingNo of a waybill filled in by hand; missing when the courier is to give one
     */
    public record Waybill(String trackingNo) {}

    @Override
    public CaseAction action() {
        return CaseAction.DISPATCH;
    }

    @Override
    public Class<Waybill> fields() {
        return Waybill.class;
    }

    @Override
    @Transactional
    public CaseView perform(Actor actor, CaseNo no, Asked<Waybill> asked) {
        return dispatch(actor, no, asked.seenVersion(), asked.fields());
    }

    @Transactional
    public CaseView dispatch(Actor actor, CaseNo no, long seenVersion, Waybill waybill) {
        OpenCase open = desk.open(actor, no);
        open.require(CaseAction.DISPATCH);
        open.sees(seenVersion);
        check(open);
        ObjectNode said = checked(waybill);
        UUID id = open.note(RecordKind.PARCEL, "", "SENT", null, true, said).id();
        String trackingNo = said.path("trackingNo").asText(null);
        parcels.add(id, open.file().id(), no.value(), trackingNo, open.now());
        if (trackingNo == null) {
            outbox.order(HandParcelOver.KIND, id.toString(), "parcel:" + no.value(), "{}");
        } else {
            open.tellApplicant("case.sent", OpenCase.body().put("trackingNo", trackingNo));
        }
        if (open.file().status() == CaseStatus.CERTIFYING) {
            open.move(CaseAction.DISPATCH, CaseStatus.IN_DELIVERY);
        }
        open.touch();
        open.work().closeAll();
        open.event(EventType.RESULT_SENT, OpenCase.body());
        return desk.close(open);
    }

    private static void check(OpenCase open) {
        if (open.file().serviceMethod() != ServiceMethod.POST) {
            throw Refusal.conflict("NO_ADDRESS", "申请人没有选择邮寄，也没有留下收件地址；请申请人先变更送达方式，或者到窗口领取。");
        }
        if (HandOver.inThePost(open)) {
            throw Refusal.conflict("IN_THE_POST", "已经交寄，正在寄递。");
        }
        if (!HandOver.toPost(open)) {
            throw Refusal.conflict("NOT_READY", "要寄的证卡或者文书还没有备好，请稍候再交寄。");
        }
    }

    private ObjectNode checked(Waybill waybill) {
        Words words = new Words();
        if (courier.takes()) {
            words.optional("trackingNo", "邮件单号", waybill.trackingNo());
        } else {
            words.required("trackingNo", "邮件单号", waybill.trackingNo());
        }
        ObjectNode said = words.checked();
        return said.put("courier", said.has("trackingNo") ? "邮政或快递（手工运单）" : courier.name());
    }
}
