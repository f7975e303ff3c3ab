package org.yiwang.workflow.forward;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.UUID;
import org.yiwang.forms.identity.Actor;
import org.yiwang.forms.material.ReadUpload;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.workflow.casefile.ActionUseCase;
import org.yiwang.workflow.casefile.CaseAction;
import org.yiwang.workflow.casefile.CaseDesk;
import org.yiwang.workflow.casefile.CaseNo;
import org.yiwang.workflow.casefile.CaseRecord;
import org.yiwang.workflow.casefile.CaseView;
import org.yiwang.workflow.casefile.EventType;
import org.yiwang.workflow.casefile.LegalDay;
import org.yiwang.workflow.casefile.OpenCase;
import org.yiwang.workflow.casefile.RecordKind;
import org.yiwang.workflow.casefile.Words;

/**
 * 登记上级书面答复: an answer that came on paper is typed in with its scan; it counts once another person has compared the
 * two ({@link ConfirmPaperAnswer}), and not before.
 */
@ApplicationScoped
public class RecordPaperAnswer implements ActionUseCase<RecordPaperAnswer.Paper> {

    @Inject
    CaseDesk desk;

    @Inject
    ReadUpload uploads;

    /**
     * 书面答复.
     *
     * @param documentNo number of the paper
     * @param decidedOn its date; not before the report and not in the future
     * @param signedBy who signed it above
     * @param text what it says, in short
     * @param file its scan, among the files of the case
     */
    public record Paper(
            AnswerFromAbove.Kind answer,
            String documentNo,
            LocalDate decidedOn,
            String signedBy,
            String text,
            UUID file) {}

    @Override
    public CaseAction action() {
        return CaseAction.RECORD_PAPER_ANSWER;
    }

    @Override
    public Class<Paper> fields() {
        return Paper.class;
    }

    @Override
    @Transactional
    public CaseView perform(Actor actor, CaseNo no, Asked<Paper> asked) {
        OpenCase open = desk.open(actor, no);
        open.require(CaseAction.RECORD_PAPER_ANSWER);
        open.sees(asked.seenVersion());
        CaseRecord report = open.openRecord(RecordKind.FORWARDING)
                .orElseThrow(() -> Refusal.conflict("NOT_AWAITED", "本件没有在等待上级答复。"));
        if (open.openRecord(RecordKind.PAPER_ANSWER).isPresent()) {
            throw Refusal.conflict("TYPED_ALREADY", "已经登记了一份书面答复，正在等待另一名人员复核；登记有误的，请由其退回后重新登记。");
        }
        ObjectNode words = checked(open, report, asked.fields());
        open.note(RecordKind.PAPER_ANSWER, report.id().toString(), "TYPED", null, true, words);
        open.touch();
        open.event(
                EventType.PAPER_ANSWER_TYPED,
                OpenCase.body().put("answer", asked.fields().answer().name()));
        open.item().steps().stream()
                .map(step -> step.post().toString())
                .distinct()
                .forEach(post -> open.tell(post, "work.paperAnswer", OpenCase.body()));
        return desk.close(open);
    }

    private ObjectNode checked(OpenCase open, CaseRecord report, Paper paper) {
        Words words = new Words()
                .required("documentNo", "文号", paper.documentNo())
                .required("signedBy", "签发人", paper.signedBy())
                .required("text", "答复内容", paper.text());
        if (paper.answer() == null) {
            words.problem("answer", "REQUIRED", "请选择上级的答复：批复准予、批复不予、退回或者已直接办结。");
        }
        if (paper.decidedOn() == null) {
            words.problem("decidedOn", "REQUIRED", "请填写书面答复的日期。");
        } else if (paper.decidedOn().isAfter(open.today())
                || paper.decidedOn().isBefore(LegalDay.of(report.openedAt()))) {
            words.problem("decidedOn", "OUT_OF_RANGE", "书面答复的日期应在上报之日以后、今天以前。");
        }
        if (paper.file() == null) {
            words.problem("file", "REQUIRED", "请附书面答复的扫描件。");
        } else if (!uploads.exists(paper.file(), "case:" + open.file().caseNo())) {
            words.problem("file", "UNKNOWN_FILE", "扫描件不在本办件中，请重新上传。");
        }
        return words.checked()
                .put("answer", paper.answer().name())
                .put("decidedOn", paper.decidedOn().toString())
                .put("file", paper.file().toString());
    }
}
