package org.yiwang.workflow.forward;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.ByteArrayInputStream;
import java.util.Base64;
import java.util.Optional;
import org.yiwang.forms.identity.Actor;
import org.yiwang.forms.material.StoreUpload;
import org.yiwang.forms.material.StoredUpload;
import org.yiwang.forms.material.Upload;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.workflow.casefile.CaseAction;
import org.yiwang.workflow.casefile.CaseDesk;
import org.yiwang.workflow.casefile.CaseNo;
import org.yiwang.workflow.casefile.CaseRecord;
import org.yiwang.workflow.casefile.CaseStatus;
import org.yiwang.workflow.casefile.OpenCase;
import org.yiwang.workflow.casefile.RecordKind;
import org.yiwang.workflow.casefile.Words;
import org.yiwang.workflow.forward.internal.ExchangeMessages;

/**
 * 收到上级答复: a message is taken once however often it comes. A decision or a return brings the case back to the reviewer,
 * with what was left of the time; what the higher authority has settled itself is completed here (转报办结).
 */
@ApplicationScoped
public class TakeAnswer {

    @Inject
    CaseDesk desk;

    @Inject
    SettleAnswer settle;

    @Inject
    StoreUpload store;

    @Inject
    ExchangeMessages messages;

    /**
     * 报文: who sends it and under which number; the authority has been checked by {@link AdmitMessage}.
     *
     * @param digest SHA-256 of the body, so that a number used again for something else is found out
     */
    public record Message(String system, String id, String digest) {}

    /**
     * 回执.
     *
     * @param repeated it had been taken before; nothing changed now
     * @param late a confirmed paper answer had come before; it was put on record and changed nothing
     */
    public record Receipt(String messageId, String caseNo, CaseStatus status, boolean repeated, boolean late) {}

    /**
     * Takes it.
     *
     * @throws Refusal NOT_FOUND for a case that does not lie with this authority, CONFLICT when no answer is awaited or
     *     the number was used for something else, INVALID when something is missing
     */
    @Transactional
    public Receipt take(Message message, AnswerFromAbove answer) {
        CaseNo no = number(answer);
        ObjectNode words = checked(answer);
        Optional<StoredUpload> document = document(no, message, answer);
        OpenCase open = desk.open(Actor.SYSTEM, no);
        if (messages.known(message.system(), message.id(), message.digest())) {
            return receipt(message, open, true, false);
        }
        Optional<CaseRecord> onPaper = SettleAnswer.onPaper(open, answer.reference());
        if (onPaper.isPresent() && addressed(open, message)) {
            document.ifPresent(file -> words.put("file", file.id().toString()));
            settle.late(open, onPaper.get(), answer.answer(), words);
            messages.add(
                    message.system(),
                    message.id(),
                    message.digest(),
                    open.file().id(),
                    open.now());
            desk.close(open);
            return receipt(message, open, false, true);
        }
        CaseRecord report = awaited(open, message, answer);
        document.ifPresent(file -> words.put("file", file.id().toString()));
        settle.settle(open, report, CaseAction.ANSWER_FORWARD, answer.answer(), words);
        messages.add(
                message.system(), message.id(), message.digest(), open.file().id(), open.now());
        desk.close(open);
        return receipt(message, open, false, false);
    }

    private static Receipt receipt(Message message, OpenCase open, boolean repeated, boolean late) {
        return new Receipt(
                message.id(), open.file().caseNo().value(), open.file().status(), repeated, late);
    }

    private static CaseNo number(AnswerFromAbove answer) {
        return CaseNo.parse(answer.caseNo() == null ? "" : answer.caseNo()).orElseThrow(() -> Refusal.notFound("这个办件"));
    }

    private static ObjectNode checked(AnswerFromAbove answer) {
        Words words = new Words().required("text", "答复说明", answer.text());
        if (answer.answer() == null) {
            words.problem("answer", "REQUIRED", "请说明答复种类：GRANTED、DENIED、RETURNED 或 COMPLETED。");
        } else if (answer.answer().decides()) {
            words.required("documentNo", "批复文号", answer.documentNo());
            if (answer.decidedOn() == null) {
                words.problem("decidedOn", "REQUIRED", "请写明作出批复的日期。");
            }
            if (answer.document() == null || answer.document().base64() == null) {
                words.problem("document", "REQUIRED", "批复须附批复文件。");
            }
        } else {
            words.optional("documentNo", "文号", answer.documentNo());
        }
        ObjectNode said = words.checked();
        if (answer.decidedOn() != null) {
            said.put("decidedOn", answer.decidedOn().toString());
        }
        return said;
    }

    /** Looked at and kept before the case is locked: a slow virus scanner holds up nobody. */
    private Optional<StoredUpload> document(CaseNo no, Message message, AnswerFromAbove answer) {
        OpenCase seen = desk.look(Actor.SYSTEM, no);
        boolean awaited = seen.file().status() == CaseStatus.FORWARDED
                || SettleAnswer.onPaper(seen, answer.reference()).isPresent();
        boolean ours = addressed(seen, message)
                && awaited
                && answer.document() != null
                && answer.document().base64() != null;
        if (!ours) {
            return Optional.empty();
        }
        byte[] bytes;
        try {
            bytes = Base64.getMimeDecoder().decode(answer.document().base64());
        } catch (IllegalArgumentException garbled) {
            throw Refusal.invalid("document.base64", "FORMAT", "附件不是有效的 Base64 编码。");
        }
        String name = answer.document().name() == null ? "" : answer.document().name();
        return Optional.of(store.store(
                Actor.SYSTEM, "case:" + no, seen.file().keyId(), new Upload(name, new ByteArrayInputStream(bytes))));
    }

    private static boolean addressed(OpenCase open, Message message) {
        return open.item()
                .forwarding()
                .map(above -> above.to().equals(message.system()))
                .orElse(false);
    }

    private static CaseRecord awaited(OpenCase open, Message message, AnswerFromAbove answer) {
        if (!addressed(open, message)) {
            throw Refusal.notFound("这个办件");
        }
        open.require(CaseAction.ANSWER_FORWARD);
        return open.openRecord(RecordKind.FORWARDING)
                .filter(report -> report.id().toString().equals(answer.reference()))
                .orElseThrow(() -> Refusal.conflict("NOT_AWAITED", "这次上报没有在等待答复，请核对报送编号（reference）。"));
    }
}
