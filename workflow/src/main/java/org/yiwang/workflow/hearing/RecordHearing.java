package org.yiwang.workflow.hearing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
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
import org.yiwang.workflow.casefile.Words;
import org.yiwang.workflow.organisation.Directory;
import org.yiwang.workflow.organisation.Officer;

/**
 * 听证笔录: who was there, what the examiners put forward, what the applicant said and proved, and that those who took part
 * confirmed it with their signature (行政许可法 §48). It ends the hearing; what is decided afterwards is decided by it.
 */
@ApplicationScoped
public class RecordHearing implements ActionUseCase<RecordHearing.Record> {

    @Inject
    CaseDesk desk;

    @Inject
    Directory directory;

    /**
     * 笔录内容.
     *
     * @param attended who took part
     * @param opinion the examiners' opinion, with evidence and reasons
     * @param statement what the applicant said, and his evidence
     * @param findings what was disputed and how it stood in the end
     * @param signed did all who took part read it and sign?
     * @param unsigned who did not, and why
     */
    public record Record(
            String attended, String opinion, String statement, String findings, Boolean signed, String unsigned) {}

    @Override
    public CaseAction action() {
        return CaseAction.RECORD_HEARING;
    }

    @Override
    public Class<Record> fields() {
        return Record.class;
    }

    @Override
    @Transactional
    public CaseView perform(Actor actor, CaseNo no, Asked<Record> asked) {
        OpenCase open = desk.open(actor, no);
        open.require(CaseAction.RECORD_HEARING);
        open.sees(asked.seenVersion());
        CaseRecord hearing = SetHearing.running(open);
        ObjectNode words = (ObjectNode) open.words(hearing);
        requireHeld(open, hearing, words);
        ObjectNode said = checked(asked.fields());
        Instant at = Instant.parse(words.path("at").asText());
        words.setAll(said);
        words.put("heldOn", LetterDate.of(at));
        open.clocks().endSpecial(hearing.id().toString(), open.now());
        open.closeRecord(hearing, "HELD", words);
        open.touch();
        open.event(EventType.HEARING_HELD, OpenCase.body());
        order(open, words, at);
        open.tellApplicant("hearing.held", OpenCase.body());
        return desk.close(open);
    }

    private static void requireHeld(OpenCase open, CaseRecord hearing, ObjectNode words) {
        if (!hearing.outcome().equals("SET")) {
            throw Refusal.conflict("HEARING_NOT_SET", "听证还没有安排时间和地点，不能制作笔录。");
        }
        if (!HearingGate.served(open, DocumentKind.HEARING_NOTICE)) {
            throw Refusal.conflict("HEARING_NOTICE_UNSERVED", "听证通知书还没有送达申请人和利害关系人，听证不能举行；请先登记送达。");
        }
        if (open.now().isBefore(Instant.parse(words.path("at").asText()))) {
            throw Refusal.conflict("HEARING_NOT_YET", "听证时间还没有到，不能制作笔录。");
        }
    }

    private static ObjectNode checked(Record record) {
        Words words = new Words()
                .required("attended", "参加人", record.attended())
                .required("opinion", "审查意见、证据和理由", record.opinion())
                .required("statement", "申请人的陈述和证据", record.statement())
                .required("findings", "听证情况", record.findings());
        if (record.signed() == null) {
            words.problem("signed", "REQUIRED", "请选择参加人是否已经核对笔录并签字。");
        } else if (!record.signed()) {
            words.required("unsigned", "未签字的人和理由", record.unsigned());
        }
        return words.checked();
    }

    private void order(OpenCase open, ObjectNode words, Instant at) {
        ObjectNode data = OpenCase.body();
        ObjectNode letter = data.putObject("hearing");
        letter.setAll(words.deepCopy());
        letter.put("at", LetterDate.moment(at));
        letter.put(
                "clerk", directory.officer(open.actor().id()).map(Officer::name).orElse("工作人员"));
        open.letter(DocumentKind.HEARING_RECORD, DocumentKind.HEARING_RECORD.template(), data);
    }
}
