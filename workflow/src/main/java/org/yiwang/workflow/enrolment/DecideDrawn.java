package org.yiwang.workflow.enrolment;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.yiwang.forms.catalogue.course.BatchRule;
import org.yiwang.forms.platform.OutboxHandler;
import org.yiwang.forms.platform.OutboxMessage;
import org.yiwang.workflow.casefile.CaseNo;
import org.yiwang.workflow.casefile.DecisionKind;
import org.yiwang.workflow.enrolment.internal.Batches;
import org.yiwang.workflow.review.DecideCase;

/** 批次决定: what the draw means for one case; the same message again finds it decided and changes nothing. */
@ApplicationScoped
public class DecideDrawn implements OutboxHandler {

    @Inject
    Batches batches;

    @Inject
    ReadEnrolment read;

    @Inject
    DecideCase decideCase;

    @Override
    public String kind() {
        return DrawBatch.DECIDE;
    }

    @Override
    @Transactional
    public void handle(OutboxMessage message) throws Exception {
        String caseNo =
                new ObjectMapper().readTree(message.body()).path("caseNo").asText();
        Batches.Row batch = batches.batchOf(caseNo).orElseThrow();
        Batches.Entry entry = batches.entryOf(caseNo).orElseThrow();
        BatchRule rule = read.item(batch.itemCode()).course().batch().orElseThrow();
        String way = rule.method() == BatchRule.Method.LOTTERY ? "摇号" : "按积分排名、同分摇号";
        String reason = "“" + batch.name() + "”共 " + batch.places() + " 个名额，" + way + "确定次序；报名号 " + entry.number()
                + " 排在第 " + entry.rank() + " 位，" + (entry.admitted() ? "予以录取。" : "名额已满，未能录取。")
                + "种子和全部次序已公布，任何人可以复核。";
        decideCase.byDraw(
                new CaseNo(caseNo),
                entry.admitted() ? DecisionKind.GRANT : DecisionKind.DENY,
                reason,
                rule.basis(),
                batch.drawnBy());
    }
}
