package org.yiwang.workflow.commitment;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.yiwang.forms.catalogue.CaseMoment;
import org.yiwang.forms.catalogue.LimitUnit;
import org.yiwang.forms.catalogue.Span;
import org.yiwang.forms.document.DocumentKind;
import org.yiwang.forms.identity.Actor;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.workflow.casefile.ActionUseCase;
import org.yiwang.workflow.casefile.CaseAction;
import org.yiwang.workflow.casefile.CaseDesk;
import org.yiwang.workflow.casefile.CaseNo;
import org.yiwang.workflow.casefile.CaseRecord;
import org.yiwang.workflow.casefile.CaseView;
import org.yiwang.workflow.casefile.EventType;
import org.yiwang.workflow.casefile.LetterDate;
import org.yiwang.workflow.casefile.OpenCase;
import org.yiwang.workflow.casefile.RecordKind;
import org.yiwang.workflow.casefile.Words;
import org.yiwang.workflow.clock.ClockKind;
import org.yiwang.workflow.rescission.BeginRescission;
import org.yiwang.workflow.rescission.RescissionGround;

/**
 * 承诺核查: whether what was promised is true, by an officer who did not decide the case. True closes the matter; untrue is to
 * be put right within a limit, or the procedure of rescinding the decision begins (国办发〔2020〕42号).
 */
@ApplicationScoped
public class VerifyCommitment implements ActionUseCase<VerifyCommitment.Finding> {

    private static final int MOST_DAYS = 30;

    @Inject
    CaseDesk desk;

    @Inject
    BeginRescission rescission;

    /** 核查结论. */
    public enum Result {
        /** 属实. */
        TRUE,
        /** 不实, 责令限期整改. */
        RECTIFY,
        /** 不实, 拟撤销决定. */
        RESCIND
    }

    /**
     * 核查记录.
     *
     * @param evidence what was looked at and found
     * @param days for RECTIFY: workdays to put it right
     */
    public record Finding(Result result, String evidence, Integer days) {}

    @Override
    public CaseAction action() {
        return CaseAction.VERIFY_COMMITMENT;
    }

    @Override
    public Class<Finding> fields() {
        return Finding.class;
    }

    @Override
    @Transactional
    public CaseView perform(Actor actor, CaseNo no, Asked<Finding> asked) {
        OpenCase open = desk.open(actor, no);
        open.require(CaseAction.VERIFY_COMMITMENT);
        open.sees(asked.seenVersion());
        CaseRecord entry = open.openRecord(RecordKind.COMMITMENT)
                .filter(record -> open.openRecord(RecordKind.RESCISSION).isEmpty())
                .orElseThrow(() -> Refusal.conflict("NOTHING_TO_VERIFY", "本件没有待核查的告知承诺。"));
        requireAnother(open);
        Finding finding = checked(open, entry, asked.fields());
        ObjectNode words = (ObjectNode) open.words(entry);
        words.put("finding", finding.evidence().strip()).put("verifiedBy", actor.id());
        open.touch();
        open.event(
                EventType.COMMITMENT_VERIFIED,
                OpenCase.body().put("result", finding.result().name()));
        switch (finding.result()) {
            case TRUE -> settled(open, entry, words);
            case RECTIFY -> rectify(open, entry, words, finding.days());
            case RESCIND -> untrue(open, entry, words, finding);
        }
        return desk.close(open);
    }

    /** 核查不得由决定人一人完成. */
    private static void requireAnother(OpenCase open) {
        boolean decided = open.records(RecordKind.DECISION).stream()
                .anyMatch(record -> record.officerId() == open.actor().id());
        if (decided) {
            throw Refusal.conflict("FOUR_EYES", "作出决定的人员不能自己核查，请由其他核查人员记录结论。");
        }
    }

    private static Finding checked(OpenCase open, CaseRecord entry, Finding finding) {
        Words words = new Words().required("evidence", "核查情况", finding.evidence());
        if (finding.result() == null) {
            words.problem("result", "REQUIRED", "请选择核查结论。");
        } else if (finding.result() == Result.RECTIFY) {
            if (entry.outcome().equals(CommitmentState.RECTIFYING.name())) {
                words.problem("result", "RECTIFIED_ALREADY", "已经责令整改过一次，请选择“属实”或“拟撤销决定”。");
            }
            if (finding.days() == null || finding.days() < 1 || finding.days() > MOST_DAYS) {
                words.problem("days", "OUT_OF_RANGE", "整改期限应在 1 至 " + MOST_DAYS + " 个工作日之间。");
            }
        }
        words.checked();
        return finding;
    }

    private static void settled(OpenCase open, CaseRecord entry, ObjectNode words) {
        open.closeRecord(entry, CommitmentState.TRUE.name(), words);
        verified(open);
        open.tellApplicant("commitment.true", OpenCase.body());
    }

    private static void verified(OpenCase open) {
        open.moment(CaseMoment.VERIFIED);
        open.clocks().stop(ClockKind.VERIFY, open.now());
    }

    /** The office's check goes on until it has seen that it was put right. */
    private static void rectify(OpenCase open, CaseRecord entry, ObjectNode words, int days) {
        verified(open);
        String basis = "责令限期整改";
        open.clocks().start(ClockKind.VERIFY, "rectify", new Span(days, LimitUnit.WORKDAY), basis, open.now());
        var due = open.dueOn(ClockKind.VERIFY, "rectify").orElseThrow();
        open.amendRecord(entry, CommitmentState.RECTIFYING.name(), due, words);
        open.event(EventType.RECTIFICATION_ORDERED, OpenCase.body().put("dueOn", due.toString()));
        ObjectNode data = OpenCase.body();
        data.putObject("rectification")
                .put("name", open.item().commitment().orElseThrow().name().zh())
                .put("finding", words.path("finding").asText())
                .put("dueOn", LetterDate.of(due));
        open.letter(DocumentKind.RECTIFICATION_NOTICE, DocumentKind.RECTIFICATION_NOTICE.template(), data);
        open.tellApplicant("commitment.rectify", OpenCase.body());
    }

    private void untrue(OpenCase open, CaseRecord entry, ObjectNode words, Finding finding) {
        boolean again = entry.outcome().equals(CommitmentState.RECTIFYING.name());
        open.closeRecord(entry, CommitmentState.FALSE.name(), words);
        verified(open);
        rescission.begin(
                open,
                again ? RescissionGround.NOT_RECTIFIED : RescissionGround.FALSE_COMMITMENT,
                "告知承诺经核查不实：" + finding.evidence().strip());
    }
}
