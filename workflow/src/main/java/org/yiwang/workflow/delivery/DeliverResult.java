package org.yiwang.workflow.delivery;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import org.yiwang.forms.catalogue.CaseMoment;
import org.yiwang.forms.document.DocumentKind;
import org.yiwang.forms.identity.Actor;
import org.yiwang.forms.identity.FindParty;
import org.yiwang.forms.identity.IdType;
import org.yiwang.forms.identity.MandateKind;
import org.yiwang.forms.identity.MandatePower;
import org.yiwang.forms.identity.MandateView;
import org.yiwang.forms.identity.PartyView;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.workflow.casefile.ActionUseCase;
import org.yiwang.workflow.casefile.CaseAction;
import org.yiwang.workflow.casefile.CaseDesk;
import org.yiwang.workflow.casefile.CaseNo;
import org.yiwang.workflow.casefile.CaseStatus;
import org.yiwang.workflow.casefile.CaseView;
import org.yiwang.workflow.casefile.EventType;
import org.yiwang.workflow.casefile.HandOver;
import org.yiwang.workflow.casefile.LetterDate;
import org.yiwang.workflow.casefile.OpenCase;
import org.yiwang.workflow.casefile.OpenCase.Paper;
import org.yiwang.workflow.casefile.RecordKind;
import org.yiwang.workflow.casefile.ServiceWay;
import org.yiwang.workflow.casefile.Words;
import org.yiwang.workflow.organisation.Directory;
import org.yiwang.workflow.organisation.Officer;
import org.yiwang.workflow.serving.Completion;
import org.yiwang.workflow.serving.ServiceLetters;
import org.yiwang.workflow.serving.Serving;

/**
 * 交付 (领取登记): the window hands the result out against identity, to the applicant or to whom he gave the power to collect.
 * With it go all letters of the case that were not served before; the case is completed.
 */
@ApplicationScoped
public class DeliverResult implements ActionUseCase<DeliverResult.Handover> {

    @Inject
    CaseDesk desk;

    @Inject
    FindParty parties;

    @Inject
    ServiceLetters letters;

    @Inject
    Directory directory;

    /**
     * 领取情况.
     *
     * @param receiver name of who came, as his document says
     * @param idType of that document; the resident's card when missing
     * @param idNumber of that document, typed or read from the card
     * @param identityChecked was the document compared with the person?
     */
    public record Handover(String receiver, IdType idType, String idNumber, Boolean identityChecked) {}

    /**
     * 交付的内容.
     *
     * @param words who came, by what right, where, to whom handed by whom
     * @param serialNo of the card; empty where it is none
     */
    public record HandedOut(List<Paper> papers, ObjectNode words, String serialNo) {}

    /** Who came, and by what right; {@code mandate} is empty for the applicant himself. */
    private record Collector(PartyView person, Optional<MandateView> mandate) {

        String relation() {
            return mandate.map(m -> m.kind() == MandateKind.GUARDIAN ? "监护人" : "受委托人")
                    .orElse("申请人本人");
        }
    }

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
        HandedOut handed = hand(open, handover, OpenCase.body());
        slip(open, handed);
        return desk.close(open);
    }

    /**
     * 一件事的一项: hands out what one case of an errand has, within the transaction of the whole; the slip is the errand's,
     * the record of service and the event are the case's own.
     *
     * @param errand its number
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public HandedOut deliverWith(Actor actor, CaseNo no, Handover handover, CaseNo errand) {
        OpenCase open = desk.open(actor, no);
        open.require(CaseAction.DELIVER);
        HandedOut handed = hand(open, handover, OpenCase.body().put("errand", errand.value()));
        desk.close(open);
        return handed;
    }

    private HandedOut hand(OpenCase open, Handover handover, ObjectNode body) {
        needReady(open);
        said(handover);
        Collector collector = collector(open, handover);
        List<Paper> papers = open.unserved();
        ObjectNode words = words(open, handover, collector);
        letters.served(open, papers, ServiceWay.DIRECT, words);
        open.note(RecordKind.DELIVERY, "", "HANDED_OUT", null, false, words);
        open.event(EventType.RESULT_DELIVERED, body(collector, body));
        letters.receipt(
                open, papers, ServiceWay.DIRECT, words, words.path("officer").asText());
        if (open.file().status() == CaseStatus.APPROVED_DEFERRED) {
            // 容缺准予: he has his result; the case stays open for what he owes.
            open.moment(CaseMoment.DELIVERED);
            open.work().closeAll();
            open.touch();
        } else {
            Completion.complete(open, CaseAction.DELIVER);
        }
        String serialNo = open.records(RecordKind.CERTIFICATION).stream()
                .reduce((first, second) -> second)
                .map(card -> open.words(card).path("serialNo").asText())
                .orElse("");
        return new HandedOut(papers, words, serialNo);
    }

    private static void needReady(OpenCase open) {
        if (Serving.feeOpen(open)) {
            throw Refusal.conflict("FEE_OUTSTANDING", "本件还有费用未缴，缴清后才能领取结果。");
        }
        if (HandOver.inThePost(open)) {
            throw Refusal.conflict("IN_THE_POST", "文书正在寄递，请等待签收或者退回。");
        }
        if (!open.documentsReady()) {
            throw Refusal.conflict("NOT_ISSUED", "结果文书正在制作，请稍候再办理领取。");
        }
    }

    private static void said(Handover handover) {
        Words words = new Words()
                .required("receiver", "领取人", handover.receiver())
                .required("idNumber", "证件号码", handover.idNumber());
        if (!Boolean.TRUE.equals(handover.identityChecked())) {
            words.problem("identityChecked", "REQUIRED", "请先核对领取人的身份证件，再交付结果。");
        }
        words.checked();
    }

    /** The applicant himself, or somebody with the power to collect (民法典 §165); nobody else gets it. */
    private Collector collector(OpenCase open, Handover handover) {
        IdType type = handover.idType() == null ? IdType.ID_CARD : handover.idType();
        PartyView person = parties.byNumber(open.actor(), type, handover.idNumber())
                .orElseThrow(
                        () -> Refusal.invalid("idNumber", "NOT_ENTITLED", "领取人不是申请人，也没有领取授权，不能交付。请申请人本人来领，或者先授权“领取”。"));
        if (!person.name().equals(handover.receiver().strip())) {
            throw Refusal.invalid("receiver", "NAME_MISMATCH", "姓名与证件号码不符，请对照身份证件核对。");
        }
        if (person.internalId() == open.file().applicantId()) {
            return new Collector(person, Optional.empty());
        }
        MandateView mandate = parties.mandateOf(
                        person.internalId(),
                        open.file().applicantId(),
                        MandatePower.COLLECT,
                        open.file().itemCode())
                .filter(found -> !open.item().principalOnly() || found.kind() == MandateKind.GUARDIAN)
                .orElseThrow(
                        () -> Refusal.invalid("idNumber", "NOT_ENTITLED", "领取人不是申请人，也没有领取授权，不能交付。请申请人本人来领，或者先授权“领取”。"));
        return new Collector(person, Optional.of(mandate));
    }

    private ObjectNode words(OpenCase open, Handover handover, Collector collector) {
        ObjectNode words = OpenCase.body()
                .put("receiver", handover.receiver().strip())
                .put("idType", IdType.valueOf(collector.person().idType()).label())
                .put("idMasked", collector.person().maskedNumber())
                .put("relation", collector.relation())
                .put(
                        "place",
                        open.item().guide().places().stream()
                                .findFirst()
                                .map(place -> place.name().zh())
                                .orElse("政务服务中心综合窗口"))
                .put(
                        "officer",
                        directory.officer(open.actor().id()).map(Officer::name).orElse("出件人员"));
        collector.mandate().ifPresent(mandate -> words.put("mandate", mandate.number()));
        return words;
    }

    private static ObjectNode body(Collector collector, ObjectNode body) {
        body.put("by", "WINDOW");
        collector.mandate().ifPresent(mandate -> body.put("mandate", mandate.number()));
        return body;
    }

    /** 领取登记单 (W20). */
    private static void slip(OpenCase open, HandedOut handed) {
        ObjectNode data = OpenCase.body();
        ObjectNode slip = handed.words().deepCopy();
        slip.put("at", LetterDate.moment(open.now()));
        if (!handed.serialNo().isEmpty()) {
            slip.put("serialNo", handed.serialNo());
        }
        ServiceLetters.list(slip.putArray("documents"), handed.papers());
        data.set("handout", slip);
        open.letter(DocumentKind.HANDOUT_SLIP, DocumentKind.HANDOUT_SLIP.template(), data);
    }
}
