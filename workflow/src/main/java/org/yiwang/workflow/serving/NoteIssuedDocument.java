package org.yiwang.workflow.serving;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.yiwang.forms.document.DocumentRegistered;
import org.yiwang.forms.identity.Actor;
import org.yiwang.workflow.casefile.CaseDesk;
import org.yiwang.workflow.casefile.CaseNo;
import org.yiwang.workflow.casefile.EventType;
import org.yiwang.workflow.casefile.OpenCase;
import org.yiwang.workflow.casefile.OpenCase.Paper;
import org.yiwang.workflow.casefile.ServiceWay;

/**
 * 文书登记后: a document has its number and seal. It arrives in the account of whoever agreed to electronic service; if it is
 * the one that serves the decision, the case goes on.
 */
@ApplicationScoped
public class NoteIssuedDocument {

    @Inject
    CaseDesk desk;

    @Inject
    Serving serving;

    @Inject
    ArchiveCase archive;

    void on(@Observes DocumentRegistered registered) {
        if (registered.kind().errand()) {
            // It belongs to no single case, and nothing hangs on it.
            return;
        }
        OpenCase open = desk.open(Actor.SYSTEM, new CaseNo(registered.caseNo()));
        open.issued(registered.id());
        ObjectNode body = OpenCase.body()
                .put("document", registered.id().toString())
                .put("kind", registered.kind().name())
                .put("number", registered.number());
        Paper paper = open.papers().stream()
                .filter(p -> p.id().equals(registered.id()))
                .findFirst()
                .map(p -> new Paper(p.id(), p.kind(), p.title(), registered.number(), true, p.addressee()))
                .orElseThrow();
        if (serving.arrive(open, paper)) {
            body.put("served", ServiceWay.ELECTRONIC.name());
        }
        open.event(EventType.DOCUMENT_ISSUED, body);
        serving.afterRegistering(open, paper);
        archive.consider(open);
        desk.close(open);
    }
}
