package org.yiwang.forms.document.internal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.yiwang.forms.document.DocumentOrder;
import org.yiwang.forms.document.DocumentState;
import org.yiwang.forms.document.spi.Issuer;
import org.yiwang.forms.document.spi.IssuerDirectory;
import org.yiwang.forms.identity.Actor;
import org.yiwang.forms.platform.Outbox;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.forms.platform.SecretBox;

/** 文书台: takes orders, hands out what is ready, revokes. */
@ApplicationScoped
public class DocumentDesk {

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
    @ConfigProperty(name = "yiwang.public-url", defaultValue = "http://localhost:8080")
    String publicUrl;

    /** Orders within the caller's transaction; answers the ids for the outside, the numbers come later. */
    public List<UUID> order(List<DocumentOrder> orders) {
        List<OfficialDocument> documents = orders.stream().map(this::ordered).toList();
        rows.add(documents);
        for (OfficialDocument document : documents) {
            String id = document.id().toString();
            outbox.order(IssueDocument.KIND, id, document.caseNo(), "{\"id\":\"" + id + "\"}");
        }
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
                OfficialDocument.Progress.NEW);
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

    /** The number as the template writes it. */
    String number(OfficialDocument document, long sequence) {
        Template template = items.template(document.itemVersionId(), document.templateKey());
        byte[] data = box.open(document.keyId(), OfficialDocument.dataPlace(document.id()), document.data());
        ObjectNode fields = DocumentData.read(data);
        String pattern = new Fields(template.key(), fields).fill(template.pattern(fields));
        return DocumentNumber.write(pattern, document.date().getYear(), sequence);
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
        String why = Optional.ofNullable(reason).map(String::strip).orElse("");
        if (why.isEmpty()) {
            throw Refusal.invalid("reason", "REQUIRED", "请填写撤销理由，查验文书的人会看到它。");
        }
        if (document.state() != DocumentState.REGISTERED) {
            throw Refusal.conflict("DOCUMENT_NOT_READY", "文书尚未登记，不能撤销。");
        }
        if (document.revoked()) {
            throw Refusal.conflict("ALREADY_REVOKED", "该文书已被撤销，不能再次撤销。");
        }
        rows.save(document.with(document.progress().revoked(clock.instant(), why)));
        rows.revokedBy(id, actor.key());
    }
}
