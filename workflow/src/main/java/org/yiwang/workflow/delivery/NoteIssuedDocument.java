package org.yiwang.workflow.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.yiwang.forms.document.DocumentRegistered;
import org.yiwang.forms.identity.Actor;
import org.yiwang.workflow.casefile.CaseDesk;
import org.yiwang.workflow.casefile.CaseNo;
import org.yiwang.workflow.casefile.EventType;
import org.yiwang.workflow.casefile.OpenCase;

/**
 * 文书登记后: a document has its number and seal; if it is the one that serves the decision, it does so now.
 */
@ApplicationScoped
public class NoteIssuedDocument {

    @Inject
    CaseDesk desk;

    void on(@Observes DocumentRegistered registered) {
        OpenCase open = desk.open(Actor.SYSTEM, new CaseNo(registered.caseNo()));
        open.issued(registered.id());
        open.event(
                EventType.DOCUMENT_ISSUED,
                OpenCase.body()
                        .put("document", registered.id().toString())
                        .put("kind", registered.kind().name())
                        .put("number", registered.number()));
        Serving.afterRegistering(open, registered.kind());
        desk.close(open);
    }
}
