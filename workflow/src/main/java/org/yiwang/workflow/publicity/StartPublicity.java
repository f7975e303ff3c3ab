package org.yiwang.workflow.publicity;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import org.yiwang.forms.catalogue.CaseMoment;
import org.yiwang.forms.catalogue.Language;
import org.yiwang.forms.catalogue.course.PublicityRule;
import org.yiwang.forms.filling.ReadSubmission;
import org.yiwang.forms.identity.Actor;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.workflow.casefile.ActionUseCase;
import org.yiwang.workflow.casefile.CaseAction;
import org.yiwang.workflow.casefile.CaseDesk;
import org.yiwang.workflow.casefile.CaseNo;
import org.yiwang.workflow.casefile.CaseRecord;
import org.yiwang.workflow.casefile.CaseStatus;
import org.yiwang.workflow.casefile.CaseView;
import org.yiwang.workflow.casefile.EventType;
import org.yiwang.workflow.casefile.OpenCase;
import org.yiwang.workflow.casefile.RecordKind;
import org.yiwang.workflow.casefile.Words;
import org.yiwang.workflow.clock.ClockKind;
import org.yiwang.workflow.clock.ClockPause;
import org.yiwang.workflow.clock.SuspendKind;
import org.yiwang.workflow.publicity.internal.PublicityBoard;
import org.yiwang.workflow.worklist.WorkItem;

/**
 * 开始公示: shows to the public what is meant to be granted, with as little as the item allows. Its time counts in the
 * legal time unless the item names the law that takes it out.
 */
@ApplicationScoped
public class StartPublicity implements ActionUseCase<StartPublicity.Start> {

    @Inject
    CaseDesk desk;

    @Inject
    PublicityBoard board;

    @Inject
    ReadSubmission submissions;

    /** 拟作决定: one sentence that is shown, such as what is meant to be granted; nothing personal. */
    public record Start(String proposal) {}

    @Override
    public CaseAction action() {
        return CaseAction.START_PUBLICITY;
    }

    @Override
    public Class<Start> fields() {
        return Start.class;
    }

    @Override
    @Transactional
    public CaseView perform(Actor actor, CaseNo no, Asked<Start> asked) {
        return start(actor, no, asked.seenVersion(), asked.fields());
    }

    @Transactional
    public CaseView start(Actor actor, CaseNo no, long seenVersion, Start start) {
        OpenCase open = desk.open(actor, no);
        open.require(CaseAction.START_PUBLICITY);
        open.sees(seenVersion);
        PublicityRule rule = open.item()
                .course()
                .publicity()
                .orElseThrow(() -> Refusal.conflict("NO_PUBLICITY", "这个事项的实施清单没有规定公示。"));
        requireWork(open);
        if (open.openRecord(RecordKind.PUBLICITY).isPresent()) {
            throw Refusal.conflict("RUNNING_ALREADY", "本件正在公示，不能重复开始。");
        }
        ObjectNode said =
                new Words().required("proposal", "拟作决定", start.proposal()).checked();
        open.move(CaseAction.START_PUBLICITY, CaseStatus.IN_REVIEW);
        publish(open, rule, said);
        return desk.close(open);
    }

    private void publish(OpenCase open, PublicityRule rule, ObjectNode said) {
        List<PublicityBoard.Line> shown =
                shown(open, rule, said.path("proposal").asText());
        ArrayNode lines = said.putArray("shown");
        shown.forEach(line -> lines.addObject().put("label", line.label()).put("value", line.value()));
        CaseRecord entry = open.note(RecordKind.PUBLICITY, "", "OPEN", null, true, said);
        open.moment(CaseMoment.PUBLISHED);
        if (!rule.counted()) {
            open.clocks()
                    .pause(ClockPause.begin(SuspendKind.SPECIAL, entry.id().toString(), rule.basis(), open.now())
                            .approved(open.actor().key(), ""));
        }
        open.work().restDeciders();
        LocalDate until = open.dueOn(ClockKind.PUBLICITY).orElseThrow();
        board.add(new PublicityBoard.Row(
                entry.id(),
                0,
                open.file().id(),
                open.file().itemCode(),
                open.file().itemName(),
                open.file().organisation(),
                open.file().applicantMasked(),
                shown,
                open.today(),
                until));
        open.event(
                EventType.PUBLICITY_STARTED,
                OpenCase.body().put("publicity", entry.id().toString()).put("counted", rule.counted()));
        open.tellApplicant("case.publicity", OpenCase.body().put("until", until.toString()));
    }

    /** What may be shown: the sentence, and the answers the item names, personal numbers masked. */
    private List<PublicityBoard.Line> shown(OpenCase open, PublicityRule rule, String proposal) {
        var answers = open.submission(submissions).answers();
        List<PublicityBoard.Line> lines = new java.util.ArrayList<>();
        lines.add(new PublicityBoard.Line("拟作决定", proposal));
        open.item().form().display(answers, Language.ZH).stream()
                .flatMap(section -> section.rows().stream())
                .filter(row -> rule.shows().contains(row.path()))
                .forEach(row -> lines.add(new PublicityBoard.Line(row.label(), row.value())));
        return lines;
    }

    private static void requireWork(OpenCase open) {
        if (open.work().all().stream().map(WorkItem::queue).noneMatch(open.actor()::holds)) {
            throw Refusal.forbidden("只有正在办理本件的岗位可以开始公示。");
        }
    }
}
