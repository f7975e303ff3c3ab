package org.yiwang.forms.document.internal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.yiwang.forms.document.DocumentOrder;
import org.yiwang.forms.document.DocumentState;
import org.yiwang.forms.document.DocumentVoided;
import org.yiwang.forms.document.spi.Issuer;
import org.yiwang.forms.document.spi.IssuerDirectory;
import org.yiwang.forms.identity.Actor;
import org.yiwang.forms.platform.Outbox;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.forms.platform.SecretBox;

/** 文书台: takes orders, hands out what is ready, revokes, voids. */
@ApplicationScoped
public class DocumentDesk {

    /** Kind of the message that has a document made; its key is the document's id. */
    public static final String ISSUE = "ISSUE_DOCUMENT";

    private static final int LONGEST_REASON = 200;

    @Inject
    DocumentRows rows;

    @Inject
    Items items;

    @Inject
    IssuerDirectory issuers;

    @Inject
    SecretBox box;

    @Inject
    DocumentFiles files;

    @Inject
    Renderer renderer;

    @Inject
    Outbox outbox;

    @Inject
    Clock clock;

    @Inject
    Event<DocumentVoided> voided;

    @Inject
    @ConfigProperty(name = "yiwang.public-url", defaultValue = "http://localhost:8080")
    String publicUrl;

    /** Orders within the caller's transaction; answers the ids for the outside, the numbers come later. */
    public List<UUID> order(List<DocumentOrder> orders) {
        List<OfficialDocument> documents = orders.stream().map(this::ordered).toList();
        ordered(documents);
        return documents.stream().map(OfficialDocument::id).toList();
    }

    private OfficialDocument ordered(DocumentOrder order) {
        Template template = template(order);
        ObjectNode data = data(order);
        String title = TemplateTrial.run(template, data);
        UUID id = UUID.randomUUID();
        return new OfficialDocument(
                id,
                order.caseNo(),
                order.kind(),
                order.templateKey(),
                order.itemVersionId(),
                order.issuer(),
                data.path("organisation").path("name").asText(),
                data.path("item").path("name").asText(),
                title,
                data.path("applicant").path("masked").asText(),
                order.date(),
                order.keyId(),
                box.seal(order.keyId(), OfficialDocument.dataPlace(id), DocumentData.bytes(data)),
                VerificationCode.next(),
                template.series(),
                clock.instant(),
                order.addressee(),
                OfficialDocument.Progress.NEW);
    }

    private void ordered(List<OfficialDocument> documents) {
        rows.add(documents);
        for (OfficialDocument document : documents) {
            String id = document.id().toString();
            outbox.order(ISSUE, id, document.caseNo(), "{\"id\":\"" + id + "\"}");
        }
    }

    private Template template(DocumentOrder order) {
        Template template = items.template(order.itemVersionId(), order.templateKey());
        if (template.kind() != order.kind()) {
            throw new IllegalArgumentException(
                    "文书模板 " + template.key() + " 是 " + template.kind() + "，不能用于 " + order.kind());
        }
        return template;
    }

    public ObjectNode data(DocumentOrder order) {
        Issuer issuer = issuers.issuer(order.issuer());
        return DocumentData.of(order, issuer, items.item(order.itemVersionId()));
    }

    public byte[] preview(DocumentOrder order) {
        return renderer.render(
                new Printing(template(order), data(order), "", VerificationCode.next(), "", clock.instant(), true));
    }

    /** The task of laying out an ordered document that has its number. */
    Printing printing(OfficialDocument document) {
        byte[] data = box.open(document.keyId(), OfficialDocument.dataPlace(document.id()), document.data());
        return new Printing(
                items.template(document.itemVersionId(), document.templateKey()),
                DocumentData.read(data),
                document.progress().number(),
                document.code(),
                publicUrl + "/verify/" + document.code(),
                clock.instant(),
                false);
    }

    /** How its number reads, but for the year and the place in the sequence. */
    String pattern(OfficialDocument document) {
        Template template = items.template(document.itemVersionId(), document.templateKey());
        byte[] data = box.open(document.keyId(), OfficialDocument.dataPlace(document.id()), document.data());
        ObjectNode fields = DocumentData.read(data);
        return new Fields(template.key(), fields).fill(template.pattern(fields));
    }

    public byte[] pdf(UUID id) {
        OfficialDocument document = rows.find(id).orElseThrow(() -> Refusal.notFound("该文书"));
        if (document.state() != DocumentState.REGISTERED) {
            throw Refusal.conflict("DOCUMENT_NOT_READY", "文书正在生成，请稍候再试。");
        }
        return files.get(document, document.progress().file());
    }

    public void revoke(Actor actor, UUID id, String reason) {
        OfficialDocument document = rows.lock(id).orElseThrow(() -> Refusal.notFound("该文书"));
        boolean own = actor.posts().stream().anyMatch(post -> post.department().equals(document.issuer()));
        if (actor.kind() != Actor.Kind.SYSTEM && !(actor.officer() && own)) {
            throw Refusal.forbidden("只有出具机关的工作人员可以撤销该文书。");
        }
        String why = why(reason, "撤销");
        if (document.state() != DocumentState.REGISTERED) {
            throw Refusal.conflict("DOCUMENT_NOT_READY", "文书尚未登记，不能撤销。");
        }
        if (document.revoked()) {
            throw Refusal.conflict("ALREADY_REVOKED", "该文书已被撤销，不能再次撤销。");
        }
        rows.save(document.with(document.progress().revoked(clock.instant(), why)));
        rows.revokedBy(id, actor.key());
    }

    private static String why(String reason, String what) {
        String why = Optional.ofNullable(reason).map(String::strip).orElse("");
        if (why.isEmpty()) {
            throw Refusal.invalid("reason", "REQUIRED", "请填写" + what + "理由，查验文书的人会看到它。");
        }
        if (why.length() > LONGEST_REASON) {
            throw Refusal.invalid("reason", "TOO_LONG", what + "理由请不要超过 " + LONGEST_REASON + " 字。");
        }
        return why;
    }

    /** Enters a document that will not be made as void, and orders the same letter anew if it is wanted. */
    public void annul(Actor actor, UUID id, String reason, boolean again) {
        OfficialDocument document = rows.lock(id).orElseThrow(() -> Refusal.notFound("该文书"));
        String why = why(reason, "作废");
        if (document.state() == DocumentState.REGISTERED || document.state() == DocumentState.VOID) {
            throw Refusal.conflict("NOT_TO_BE_VOIDED", "该文书已经登记或已经作废；已登记的文书由出具机关撤销。");
        }
        if (document.state() == DocumentState.ORDERED) {
            throw Refusal.conflict("NO_NUMBER", "该文书还没有编号，没有可以作废的文号；排除原因后重发即可。");
        }
        rows.save(document.with(document.progress().voided(why)));
        rows.voidedBy(id, actor.key(), clock.instant());
        voided.fire(new DocumentVoided(
                id, document.caseNo(), document.kind(), document.progress().number(), actor.key()));
        if (again) {
            orderAgain(document);
        }
    }

    private void orderAgain(OfficialDocument document) {
        UUID id = UUID.randomUUID();
        byte[] data = box.open(document.keyId(), OfficialDocument.dataPlace(document.id()), document.data());
        ordered(List.of(document.again(
                id,
                box.seal(document.keyId(), OfficialDocument.dataPlace(id), data),
                VerificationCode.next(),
                clock.instant())));
    }
}
