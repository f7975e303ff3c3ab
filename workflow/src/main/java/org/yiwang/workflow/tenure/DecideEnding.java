package org.yiwang.workflow.tenure;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.yiwang.forms.document.DocumentKind;
import org.yiwang.forms.identity.Actor;
import org.yiwang.forms.platform.Outbox;
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
import org.yiwang.workflow.rescission.RevokeRescinded;

/**
 * 决定撤回、注销: the head ends what was granted, or lets it stand; never whoever proposed it (审批分离), never before its holder
 * was heard where he has to be. From then on verifying it says that it has ended, and why.
 */
@ApplicationScoped
public class DecideEnding implements ActionUseCase<DecideEnding.Verdict> {

    @Inject
    CaseDesk desk;

    @Inject
    Outbox outbox;

    /**
     * 决定.
     *
     * @param end does it end?
     * @param reason of the office; where the holder stated something, what it says to that
     */
    public record Verdict(Boolean end, String reason) {}

    @Override
    public CaseAction action() {
        return CaseAction.DECIDE_ENDING;
    }

    @Override
    public Class<Verdict> fields() {
        return Verdict.class;
    }

    @Override
    @Transactional
    public CaseView perform(Actor actor, CaseNo no, Asked<Verdict> asked) {
        OpenCase open = desk.open(actor, no);
        open.require(CaseAction.DECIDE_ENDING);
        open.sees(asked.seenVersion());
        CaseRecord entry = open.openRecord(RecordKind.LICENCE_ENDING)
                .filter(one -> !one.outcome().equals("ASKED"))
                .orElseThrow(() -> Refusal.conflict("NOT_PROPOSED", "还没有拟办意见，请承办人员先提出，再作出决定。"));
        requireReady(open, entry);
        Words words = new Words().required("reason", "理由", asked.fields().reason());
        if (asked.fields().end() == null) {
            words.problem("end", "REQUIRED", "请选择是否撤回、注销。");
        }
        String reason = words.checked().path("reason").asText();
        boolean end = asked.fields().end();
        ObjectNode said = (ObjectNode) open.words(entry);
        said.put("verdict", reason).put("decidedBy", actor.id());
        open.closeRecord(entry, end ? "ENDED" : "DROPPED", said);
        open.clocks().stop(ClockKind.DEFENCE, open.now());
        open.clocks().stop(ClockKind.ENDING, open.now());
        open.touch();
        EndingGround ground = EndingGround.valueOf(said.path("ground").asText());
        if (end) {
            end(open, ground);
        } else {
            open.event(EventType.ENDING_DROPPED, OpenCase.body());
        }
        if (end || ground == EndingGround.HOLDER_ASKED) {
            letter(open, said, ground, end);
        }
        open.tellApplicant(end ? "ending.decided" : "ending.dropped", OpenCase.body());
        return desk.close(open);
    }

    private static void requireReady(OpenCase open, CaseRecord entry) {
        if (entry.by(open.actor().id())) {
            throw Refusal.conflict("FOUR_EYES", "提出拟办意见的人不能自己决定，请由其他负责人决定。");
        }
        if (!entry.outcome().equals("TOLD")) {
            return;
        }
        if (entry.dueOn() == null) {
            throw Refusal.conflict("ENDING_NOT_SERVED", "告知书还没有送达，送达并且陈述申辩期满之前不能作出决定。");
        }
        if (!open.today().isAfter(entry.dueOn())) {
            throw Refusal.conflict("NOT_HEARD", "当事人可以在 " + LetterDate.of(entry.dueOn()) + " 前陈述申辩，期满之前不能作出决定。");
        }
    }

    private void end(OpenCase open, EndingGround ground) {
        // What has ended has no last day to remind of.
        open.clocks().stop(ClockKind.LICENCE_EXPIRY, open.now());
        boolean withdrawn = ground.ending() == EndingGround.Ending.WITHDRAWAL;
        open.event(
                withdrawn ? EventType.LICENCE_WITHDRAWN : EventType.LICENCE_CANCELLED,
                OpenCase.body().put("ground", ground.name()));
        String why = "已依法" + ground.ending().text() + "：" + ground.text();
        for (UUID document : open.granting()) {
            outbox.order(
                    RevokeRescinded.KIND,
                    document.toString(),
                    "rescind:" + open.file().caseNo().value(),
                    OpenCase.body().put("why", why).toString());
        }
    }

    private static void letter(OpenCase open, ObjectNode said, EndingGround ground, boolean end) {
        ObjectNode data = ProposeEnding.data(open, said, ground);
        ObjectNode ending = (ObjectNode) data.get("ending");
        ending.put("reason", said.path("verdict").asText());
        ending.put("title", (end ? "" : "不予") + ground.ending().text());
        if (!end) {
            ending.put("refused", true);
        }
        if (ground == EndingGround.HOLDER_ASKED) {
            ending.put("request", said.path("request").asText());
        }
        if (ground.heard()) {
            ending.put("defence", said.path("defence").asText("你（单位）在期限内未陈述申辩"));
        }
        DocumentKind kind = ground.ending() == EndingGround.Ending.WITHDRAWAL
                ? DocumentKind.WITHDRAW_DECISION
                : DocumentKind.CANCEL_DECISION;
        open.letter(kind, kind.template(), data);
    }
}
