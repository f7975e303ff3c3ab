package org.yiwang.workflow.credit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.yiwang.forms.identity.Actor;
import org.yiwang.forms.identity.Role;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.workflow.casefile.CaseDesk;
import org.yiwang.workflow.casefile.EventType;
import org.yiwang.workflow.casefile.OpenCase;
import org.yiwang.workflow.casefile.Words;
import org.yiwang.workflow.credit.internal.CreditRows;

/** 答复异议和修复: by a credit officer who did not make the entry; the person is told, with the reason. */
@ApplicationScoped
public class DecideOnEntry {

    @Inject
    CreditRows rows;

    @Inject
    ReadDishonesty read;

    @Inject
    CaseDesk desk;

    /** 答复. */
    public record Answer(Boolean grant, String reason, Long seenVersion) {}

    @Transactional
    public DishonestyEntry decide(Actor officer, UUID id, Answer answer) {
        needCreditOfficer(officer);
        CreditRows.Row entry = rows.lock(id).orElseThrow(() -> Refusal.notFound("这条信用记录"));
        if (answer.seenVersion() == null || answer.seenVersion() != entry.version()) {
            throw Refusal.conflict("STALE", "这条记录在您查看之后已有变化，请刷新页面后再操作。");
        }
        CreditRows.Request request = rows.requests(List.of(entry)).stream()
                .filter(one -> one.outcome().equals("PENDING"))
                .findFirst()
                .orElseThrow(() -> Refusal.conflict("NOTHING_ASKED", "这条记录没有等待答复的异议或者修复申请。"));
        if (entry.enteredBy().equals(officer.key())) {
            throw Refusal.conflict("FOUR_EYES", "列入名单的人员不能答复对它的异议和修复申请，请由其他人员答复。");
        }
        Words words = new Words().required("reason", "答复理由", answer.reason());
        if (answer.grant() == null) {
            words.problem("grant", "REQUIRED", "请选择“同意”或“不同意”。");
        }
        String reason = words.checked().path("reason").asText();
        EntryState becomes = answer.grant() ? request.kind().granted() : EntryState.LISTED;
        OpenCase open = desk.openFor(officer, entry.caseId());
        rows.decide(entry, request, becomes, officer.key(), open.now(), reason);
        open.event(
                EventType.CREDIT_DECIDED,
                OpenCase.body().put("kind", request.kind().name()).put("outcome", becomes.name()));
        open.tellApplicant("credit.decided", OpenCase.body());
        desk.close(open);
        return read.views(officer, List.of(rows.lock(id).orElseThrow())).get(0);
    }

    static void needCreditOfficer(Actor actor) {
        if (!actor.officer() || !actor.is(Role.CREDIT_OFFICER)) {
            throw Refusal.forbidden("只有信用管理人员可以查看和处理失信名单。");
        }
    }
}
