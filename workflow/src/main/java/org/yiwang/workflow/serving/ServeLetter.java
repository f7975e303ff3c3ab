package org.yiwang.workflow.serving;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.yiwang.forms.catalogue.LimitUnit;
import org.yiwang.forms.catalogue.Span;
import org.yiwang.forms.document.DocumentKind;
import org.yiwang.forms.identity.Actor;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.workflow.casefile.ActionUseCase;
import org.yiwang.workflow.casefile.CaseAction;
import org.yiwang.workflow.casefile.CaseDesk;
import org.yiwang.workflow.casefile.CaseNo;
import org.yiwang.workflow.casefile.CaseView;
import org.yiwang.workflow.casefile.EventType;
import org.yiwang.workflow.casefile.HandOver;
import org.yiwang.workflow.casefile.LetterDate;
import org.yiwang.workflow.casefile.OpenCase;
import org.yiwang.workflow.casefile.OpenCase.Paper;
import org.yiwang.workflow.casefile.RecordKind;
import org.yiwang.workflow.casefile.ServiceWay;
import org.yiwang.workflow.casefile.Words;
import org.yiwang.workflow.clock.ClockKind;
import org.yiwang.workflow.organisation.Directory;
import org.yiwang.workflow.organisation.Officer;

/**
 * 登记送达: a letter was served outside the window's hand-out, in one of the ways of the law. Each letter is served once; a
 * refused one is left before a witness by two servers; a public notice counts after thirty days, which time sees to.
 */
@ApplicationScoped
public class ServeLetter implements ActionUseCase<ServeLetter.Service> {

    /** 公告送达: from the day of the notice. */
    static final Span NOTICE = new Span(30, LimitUnit.CALENDAR_DAY);

    @Inject
    CaseDesk desk;

    @Inject
    ServiceLetters letters;

    @Inject
    ArchiveCase archive;

    @Inject
    Directory directory;

    /**
     * 送达情况.
     *
     * @param document the letter
     * @param place where; of a public notice, where it was published
     * @param servedAt when; now when missing, never in the future or before the letter was made
     * @param receiver who signed for it
     * @param relation of the receiver to the applicant
     * @param refusal why it was refused, when left
     * @param witness before whom it was left, with his unit
     * @param withStaffNo the second server, when left
     * @param entrusted the organ that served it, when entrusted
     * @param trackingNo of the mail, when posted
     * @param reason why nothing else served, for a public notice
     */
    public record Service(
            UUID document,
            ServiceWay way,
            String place,
            Instant servedAt,
            String receiver,
            String relation,
            String refusal,
            String witness,
            String withStaffNo,
            String entrusted,
            String trackingNo,
            String reason) {}

    @Override
    public CaseAction action() {
        return CaseAction.SERVE;
    }

    @Override
    public Class<Service> fields() {
        return Service.class;
    }

    @Override
    @Transactional
    public CaseView perform(Actor actor, CaseNo no, Asked<Service> asked) {
        return serve(actor, no, asked.seenVersion(), asked.fields());
    }

    @Transactional
    public CaseView serve(Actor actor, CaseNo no, long seenVersion, Service service) {
        OpenCase open = desk.open(actor, no);
        open.require(CaseAction.SERVE);
        open.sees(seenVersion);
        Paper paper = paper(open, service.document());
        boolean decides = Serving.decides(open, paper);
        needOpen(open, paper, service, decides);
        ObjectNode said = checked(open, paper, service);
        String servers = servers(open, service);
        said.put("servers", servers);
        open.touch();
        if (service.way() == ServiceWay.PUBLIC_NOTICE) {
            publish(open, paper, said);
            return desk.close(open);
        }
        letters.served(open, List.of(paper), service.way(), said);
        open.event(
                EventType.LETTER_SERVED,
                OpenCase.body()
                        .put("document", paper.id().toString())
                        .put("way", service.way().name()));
        letters.receipt(open, List.of(paper), service.way(), said, servers);
        if (decides) {
            Completion.complete(open, CaseAction.SERVE);
        } else if (open.file().status().ended() && open.owed().isEmpty()) {
            open.work().closeAll();
        }
        archive.consider(open);
        return desk.close(open);
    }

    private static Paper paper(OpenCase open, UUID document) {
        if (document == null) {
            throw Refusal.invalid("document", "REQUIRED", "请选择要登记送达的文书。");
        }
        Paper paper = open.papers().stream()
                .filter(p -> p.id().equals(document))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("这份文书"));
        if (!paper.kind().servable()) {
            throw Refusal.conflict("NOT_TO_BE_SERVED", "“" + paper.title() + "”不需要送达回证。");
        }
        if (!paper.registered()) {
            throw Refusal.conflict("NOT_ISSUED", "这份文书正在制作，请稍候再登记送达。");
        }
        return open.unservedAtAll().stream()
                .filter(p -> p.id().equals(document))
                .findFirst()
                .orElseThrow(() -> Refusal.conflict("SERVED_ALREADY", "这份文书已经送达，不能再次登记送达。"));
    }

    private static void needOpen(OpenCase open, Paper paper, Service service, boolean decides) {
        if (service.way() == ServiceWay.PUBLIC_NOTICE
                && !ServiceLetters.notice(open, paper).isEmpty()) {
            throw Refusal.conflict("NOTICE_RUNS", "这份文书已经公告，期满即视为送达，不用再次公告。");
        }
        if (!decides) {
            return;
        }
        if (!DeemServed.serves(open.file().status()) || Serving.feeOpen(open)) {
            throw Refusal.conflict("NOT_READY", "结果还没有备好，暂时不能登记送达。");
        }
        if (HandOver.inThePost(open)) {
            throw Refusal.conflict("IN_THE_POST", "文书正在寄递，请等待签收或者退回。");
        }
        if (paper.kind() == DocumentKind.RESULT && service.way() == ServiceWay.DIRECT) {
            throw Refusal.conflict("USE_HAND_OUT", "结果由申请人当面领取的，请用“交付结果”登记，并核对身份证件。");
        }
    }

    private static ObjectNode checked(OpenCase open, Paper paper, Service s) {
        Words words = new Words()
                .optional("relation", "与受送达人的关系", s.relation())
                .optional("trackingNo", "邮件单号", s.trackingNo());
        if (s.way() == null) {
            throw Refusal.invalid("way", "REQUIRED", "请选择送达方式。");
        }
        if (s.way() != ServiceWay.ELECTRONIC) {
            words.required("place", "送达地点", s.place());
        }
        switch (s.way()) {
            case DIRECT -> words.required("receiver", "签收人", s.receiver());
            case ENTRUSTED ->
                words.required("entrusted", "受委托的机关", s.entrusted()).required("receiver", "签收人", s.receiver());
            case POST -> words.required("trackingNo", "邮件单号", s.trackingNo()).required("receiver", "签收人", s.receiver());
            case LEFT ->
                words.required("refusal", "拒收理由", s.refusal())
                        .required("witness", "见证人", s.witness())
                        .required("withStaffNo", "第二名送达人工号", s.withStaffNo());
            case PUBLIC_NOTICE -> words.required("reason", "采用公告的理由", s.reason());
            case ELECTRONIC -> {
                if (paper.addressee() != null || !open.file().electronic()) {
                    words.problem("way", "CONSENT", "受送达人没有同意电子送达，不能以电子方式送达；请选择其他方式。");
                }
            }
        }
        when(open, s, words);
        return words.checked();
    }

    private static void when(OpenCase open, Service s, Words words) {
        if (s.servedAt() == null) {
            return;
        }
        if (s.servedAt().isAfter(open.now())
                || s.servedAt().isBefore(open.file().submittedAt())) {
            words.problem("servedAt", "OUT_OF_RANGE", "送达时间应在提交申请之后、现在之前。");
        } else {
            words.optional("at", "送达时间", s.servedAt().toString());
        }
    }

    /** 送达人: whoever records it, with the second one who was there. */
    private String servers(OpenCase open, Service service) {
        String own = directory.officer(open.actor().id()).map(Officer::name).orElse("工作人员");
        if (service.withStaffNo() == null || service.withStaffNo().isBlank()) {
            return own;
        }
        Optional<Officer> second = directory
                .byStaffNo(service.withStaffNo().strip())
                .filter(Officer::active)
                .filter(officer -> officer.id() != open.actor().id());
        return own
                + "、"
                + second.orElseThrow(() ->
                                Refusal.invalid("withStaffNo", "SECOND_OFFICER", "没有这个工号，或者就是您本人；留置送达须由两名工作人员进行。"))
                        .name();
    }

    private static void publish(OpenCase open, Paper paper, ObjectNode said) {
        String ref = paper.id().toString();
        open.clocks().start(ClockKind.NOTICE, ref, NOTICE, "公告送达，自公告之日起满三十日视为送达", open.now());
        var until = open.dueOn(ClockKind.NOTICE, ref).orElseThrow();
        said.put("until", LetterDate.of(until));
        open.note(RecordKind.SERVICE, ref, ServiceWay.PUBLIC_NOTICE.name(), until, true, said);
        open.event(
                EventType.NOTICE_PUBLISHED, OpenCase.body().put("document", ref).put("until", until.toString()));
    }
}
