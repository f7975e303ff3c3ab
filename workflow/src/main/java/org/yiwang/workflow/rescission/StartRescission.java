package org.yiwang.workflow.rescission;

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
import org.yiwang.workflow.casefile.DecisionKind;
import org.yiwang.workflow.casefile.OpenCase;
import org.yiwang.workflow.casefile.RecordKind;
import org.yiwang.workflow.casefile.Words;

/**
 * 拟撤销决定: an officer finds that it should not have been granted (行政许可法 §69). The person is told and heard; somebody
 * else decides ({@link Rescind}).
 */
@ApplicationScoped
public class StartRescission implements ActionUseCase<StartRescission.Finding> {

    @Inject
    CaseDesk desk;

    @Inject
    BeginRescission begin;

    /**
     * 拟撤销的事由.
     *
     * @param ground one of those of §69
     * @param reason what was found; the person reads it
     */
    public record Finding(RescissionGround ground, String reason) {}

    @Override
    public CaseAction action() {
        return CaseAction.BEGIN_RESCISSION;
    }

    @Override
    public Class<Finding> fields() {
        return Finding.class;
    }

    @Override
    @Transactional
    public CaseView perform(Actor actor, CaseNo no, Asked<Finding> asked) {
        OpenCase open = desk.open(actor, no);
        open.require(CaseAction.BEGIN_RESCISSION);
        open.sees(asked.seenVersion());
        if (open.file().decision() != DecisionKind.GRANT || open.ended()) {
            throw Refusal.conflict("NOTHING_GRANTED", "本件没有仍然有效的准予决定，没有可以撤销的。");
        }
        if (open.openRecord(RecordKind.RESCISSION).isPresent()) {
            throw Refusal.conflict("RESCISSION_RUNS", "撤销程序已经启动，不用再次启动。");
        }
        if (open.openRecord(RecordKind.LICENCE_ENDING).isPresent()) {
            throw Refusal.conflict("ENDING_RUNS", "本件正在办理撤回或者注销，办理结束之后再决定是否撤销。");
        }
        Finding finding = asked.fields();
        Words words = new Words().required("reason", "查明的情况", finding.reason());
        if (finding.ground() == null || !finding.ground().named()) {
            words.problem("ground", "REQUIRED", "请选择行政许可法第六十九条规定的撤销事由。");
        }
        ObjectNode said = words.checked();
        begin.begin(open, finding.ground(), said.path("reason").asText());
        open.touch();
        return desk.close(open);
    }
}
