package org.yiwang.workflow.credit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.yiwang.forms.identity.Actor;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.workflow.casefile.Words;
import org.yiwang.workflow.credit.internal.CreditRows;

/** 异议、申请修复: the person says why an entry is wrong, or how he has put it right; one request at a time. */
@ApplicationScoped
public class AskAboutEntry {

    @Inject
    CreditRows rows;

    @Inject
    ReadDishonesty read;

    @Inject
    Clock clock;

    /** 请求. */
    public record Request(RequestKind kind, String text) {}

    /** An entry of somebody else is as if it were not there. */
    @Transactional
    public DishonestyEntry ask(Actor actor, UUID id, Request request) {
        List<String> own = read.hashes(actor);
        CreditRows.Row entry = rows.lock(id)
                .filter(row -> own.contains(row.subjectHash()))
                .orElseThrow(() -> Refusal.notFound("这条信用记录"));
        Words words = new Words().required("text", "理由", request.text());
        if (request.kind() == null) {
            words.problem("kind", "REQUIRED", "请选择“异议”或“信用修复”。");
        }
        String text = words.checked().path("text").asText();
        if (entry.state() != EntryState.LISTED) {
            throw Refusal.conflict("ENTRY_CLOSED", "这条记录已经移出或者修复，不用再申请。");
        }
        if (!rows.ask(entry, UUID.randomUUID(), request.kind(), actor.key(), clock.instant(), text)) {
            throw Refusal.conflict("PENDING", "您的异议或者修复申请正在处理，请等待答复。");
        }
        return read.views(actor, List.of(entry)).get(0);
    }
}
