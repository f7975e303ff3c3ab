package org.yiwang.workflow.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.yiwang.forms.identity.Actor;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.workflow.casefile.ActionUseCase;
import org.yiwang.workflow.casefile.CaseAction;
import org.yiwang.workflow.casefile.CaseDesk;
import org.yiwang.workflow.casefile.CaseNo;
import org.yiwang.workflow.casefile.CaseRecord;
import org.yiwang.workflow.casefile.CaseView;
import org.yiwang.workflow.casefile.OpenCase;
import org.yiwang.workflow.casefile.RecordKind;
import org.yiwang.workflow.casefile.Words;
import org.yiwang.workflow.delivery.internal.Parcels;

/** 登记邮件结果: the window has the receipt, or the parcel itself back, before the courier says so. */
@ApplicationScoped
public class RecordMail implements ActionUseCase<RecordMail.Outcome> {

    @Inject
    CaseDesk desk;

    @Inject
    MailResult result;

    @Inject
    Parcels parcels;

    /** 邮件到了还是退了. */
    public enum Mail {
        /** 签收. */
        RECEIVED,
        /** 退回. */
        RETURNED
    }

    /**
     * 结果.
     *
     * @param receiver who signed, when received
     * @param reason why it came back, when returned
     */
    public record Outcome(Mail outcome, String receiver, String reason) {}

    @Override
    public CaseAction action() {
        return CaseAction.RECORD_MAIL;
    }

    @Override
    public Class<Outcome> fields() {
        return Outcome.class;
    }

    @Override
    @Transactional
    public CaseView perform(Actor actor, CaseNo no, Asked<Outcome> asked) {
        return record(actor, no, asked.seenVersion(), asked.fields());
    }

    @Transactional
    public CaseView record(Actor actor, CaseNo no, long seenVersion, Outcome said) {
        OpenCase open = desk.open(actor, no);
        open.require(CaseAction.RECORD_MAIL);
        open.sees(seenVersion);
        CaseRecord parcel =
                open.openRecord(RecordKind.PARCEL).orElseThrow(() -> Refusal.conflict("NO_PARCEL", "本件没有正在寄递的邮件。"));
        if (said.outcome() == null) {
            throw Refusal.invalid("outcome", "REQUIRED", "请选择“已签收”或者“已退回”。");
        }
        open.touch();
        if (said.outcome() == Mail.RECEIVED) {
            new Words().required("receiver", "签收人", said.receiver()).checked();
            result.delivered(open, CaseAction.RECORD_MAIL, said.receiver().strip(), open.now(), "邮政或快递");
        } else {
            new Words().required("reason", "退回原因", said.reason()).checked();
            result.returned(open, CaseAction.RECORD_MAIL, said.reason().strip());
        }
        parcels.ended(parcel.id(), said.outcome() == Mail.RECEIVED ? "DELIVERED" : "RETURNED");
        return desk.close(open);
    }
}
