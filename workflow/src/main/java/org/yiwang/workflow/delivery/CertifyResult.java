package org.yiwang.workflow.delivery;

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
import org.yiwang.workflow.casefile.HandOver;
import org.yiwang.workflow.casefile.OpenCase;
import org.yiwang.workflow.casefile.RecordKind;
import org.yiwang.workflow.casefile.Words;
import org.yiwang.workflow.serving.Serving;

/** 制证登记: the card is made; it is issued from then on, and lies ready or goes to the post. */
@ApplicationScoped
public class CertifyResult implements ActionUseCase<CertifyResult.Card> {

    @Inject
    CaseDesk desk;

    @Inject
    Serving serving;

    /**
     * 证卡.
     *
     * @param serialNo printed on the blank card
     * @param note anything worth knowing about it; may be missing
     */
    public record Card(String serialNo, String note) {}

    @Override
    public CaseAction action() {
        return CaseAction.CERTIFY;
    }

    @Override
    public Class<Card> fields() {
        return Card.class;
    }

    @Override
    @Transactional
    public CaseView perform(Actor actor, CaseNo no, Asked<Card> asked) {
        return certify(actor, no, asked.seenVersion(), asked.fields());
    }

    @Transactional
    public CaseView certify(Actor actor, CaseNo no, long seenVersion, Card card) {
        OpenCase open = desk.open(actor, no);
        open.require(CaseAction.CERTIFY);
        open.sees(seenVersion);
        if (!HandOver.toCertify(open)) {
            throw Refusal.conflict("NOTHING_TO_MAKE", "本件没有待制作的证卡，或者已经登记制作完成。");
        }
        ObjectNode said = new Words()
                .required("serialNo", "证卡编号", card.serialNo())
                .optional("note", "备注", card.note())
                .checked();
        open.note(RecordKind.CERTIFICATION, "", "MADE", null, false, said);
        open.touch();
        open.event(EventType.RESULT_CERTIFIED, OpenCase.body());
        serving.made(open);
        return desk.close(open);
    }
}
