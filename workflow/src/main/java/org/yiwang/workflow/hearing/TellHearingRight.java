package org.yiwang.workflow.hearing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;
import org.yiwang.forms.catalogue.LimitUnit;
import org.yiwang.forms.catalogue.Span;
import org.yiwang.forms.catalogue.course.HearingRule;
import org.yiwang.forms.document.DocumentKind;
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
import org.yiwang.workflow.casefile.OpenCase.Paper;
import org.yiwang.workflow.casefile.RecordKind;
import org.yiwang.workflow.casefile.Words;
import org.yiwang.workflow.clock.ClockKind;
import org.yiwang.workflow.serving.spi.AfterService;

/**
 * 告知听证权利: before a decision that touches great interests between the applicant and others, he is told in writing that
 * he may ask for a hearing (行政许可法 §47). His five workdays begin when the notice is served, not before.
 */
@ApplicationScoped
public class TellHearingRight implements ActionUseCase<TellHearingRight.Ground>, AfterService {

    /** 申请听证的期限 (行政许可法 §47, §82). */
    static final Span TO_ASK = new Span(5, LimitUnit.WORKDAY);

    private static final String LAW = "《中华人民共和国行政许可法》第四十七条";

    @Inject
    CaseDesk desk;

    /**
     * 告知的理由.
     *
     * @param reason whose great interests it touches, and how; may be left out where the item's law says it
     */
    public record Ground(String reason) {}

    @Override
    public CaseAction action() {
        return CaseAction.TELL_HEARING_RIGHT;
    }

    @Override
    public Class<Ground> fields() {
        return Ground.class;
    }

    @Override
    @Transactional
    public CaseView perform(Actor actor, CaseNo no, Asked<Ground> asked) {
        OpenCase open = desk.open(actor, no);
        open.require(CaseAction.TELL_HEARING_RIGHT);
        open.sees(asked.seenVersion());
        if (HearingRight.entry(open).isPresent()) {
            throw Refusal.conflict("HEARING_TOLD_ALREADY", "本件已经告知过听证权利，不用再次告知。");
        }
        Optional<HearingRule> rule = open.item().course().hearing();
        String reason = Optional.ofNullable(asked.fields().reason())
                .filter(said -> !said.isBlank())
                .or(() -> rule.map(HearingRule::reason))
                .orElse(null);
        ObjectNode said = new Words().required("reason", "告知听证权利的理由", reason).checked();
        said.put("basis", rule.map(HearingRule::basis).orElse(LAW));
        open.move(CaseAction.TELL_HEARING_RIGHT, CaseStatus.IN_REVIEW);
        open.note(RecordKind.HEARING_RIGHT, "", "TOLD", null, true, said);
        open.event(EventType.HEARING_RIGHT_TOLD, OpenCase.body());
        ObjectNode data = OpenCase.body();
        data.set("hearing", said.deepCopy());
        open.letter(DocumentKind.HEARING_RIGHT_NOTICE, DocumentKind.HEARING_RIGHT_NOTICE.template(), data);
        open.tellApplicant("hearing.told", OpenCase.body());
        return desk.close(open);
    }

    /** The notice is served: from now on he has five workdays. */
    @Override
    public void served(OpenCase open, Paper paper, Instant at) {
        if (paper.kind() != DocumentKind.HEARING_RIGHT_NOTICE) {
            return;
        }
        HearingRight.entry(open)
                .filter(right -> right.open() && right.dueOn() == null)
                .ifPresent(right -> {
                    String ref = right.id().toString();
                    open.clocks().start(ClockKind.HEARING_REQUEST, ref, TO_ASK, LAW, at);
                    open.amendRecord(
                            right,
                            right.outcome(),
                            open.dueOn(ClockKind.HEARING_REQUEST, ref).orElseThrow(),
                            (ObjectNode) open.words(right));
                    open.touch();
                });
    }
}
