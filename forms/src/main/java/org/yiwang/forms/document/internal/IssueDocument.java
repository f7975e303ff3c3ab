package org.yiwang.forms.document.internal;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.yiwang.forms.document.DocumentState;
import org.yiwang.forms.document.spi.Issuer;
import org.yiwang.forms.document.spi.IssuerDirectory;
import org.yiwang.forms.document.spi.SealRequest;
import org.yiwang.forms.document.spi.SealService;
import org.yiwang.forms.document.spi.SealUnavailable;
import org.yiwang.forms.platform.OutboxHandler;
import org.yiwang.forms.platform.OutboxMessage;
import org.yiwang.forms.platform.OutboxWaiting;

/**
 * 制发文书: takes an ordered document through number, layout, seal and register. The slow work lies between the steps'
 * transactions; after a failure it goes on with the step that failed, with the same number and the same pages.
 */
@ApplicationScoped
class IssueDocument implements OutboxHandler {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    IssueSteps steps;

    @Inject
    DocumentDesk desk;

    @Inject
    Renderer renderer;

    @Inject
    DocumentFiles files;

    @Inject
    SealService seals;

    @Inject
    IssuerDirectory issuers;

    @Inject
    Clock clock;

    @Override
    public String kind() {
        return DocumentDesk.ISSUE;
    }

    @Override
    public void handle(OutboxMessage message) throws IOException {
        issue(UUID.fromString(JSON.readTree(message.body()).path("id").asText()));
    }

    OfficialDocument issue(UUID id) {
        OfficialDocument document = steps.number(id);
        byte[] pages = null;
        if (document.state() == DocumentState.NUMBERED) {
            pages = renderer.render(desk.printing(document));
            document = steps.rendered(id, files.put(document, pages));
        }
        if (document.state() == DocumentState.RENDERED) {
            document = seal(document, pages);
        }
        return document.state() == DocumentState.SEALED ? steps.register(id) : document;
    }

    private OfficialDocument seal(OfficialDocument document, byte[] pages) {
        String unsigned = document.progress().renderedFile();
        byte[] rendered = pages != null ? pages : files.get(document, unsigned);
        SignedPdf signed = sign(document, rendered);
        OfficialDocument sealed = steps.sealed(document.id(), signed, files.put(document, signed.bytes()));
        files.remove(unsigned);
        return sealed;
    }

    private SignedPdf sign(OfficialDocument document, byte[] rendered) {
        Issuer issuer = issuers.issuer(document.issuer());
        String number = document.progress().number();
        try {
            return PdfSigner.sign(
                    rendered,
                    issuer.name(),
                    clock.instant(),
                    digest -> seals.sign(new SealRequest(issuer.code(), issuer.sealName(), digest, number)));
        } catch (SealUnavailable notNow) {
            throw new OutboxWaiting("签章服务暂时不可用：" + notNow.getMessage(), Duration.ofSeconds(30));
        }
    }
}
