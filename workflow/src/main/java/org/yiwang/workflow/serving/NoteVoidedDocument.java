package org.yiwang.workflow.serving;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.yiwang.forms.document.DocumentVoided;
import org.yiwang.forms.identity.Actor;
import org.yiwang.workflow.casefile.CaseDesk;
import org.yiwang.workflow.casefile.CaseNo;
import org.yiwang.workflow.casefile.EventType;
import org.yiwang.workflow.casefile.OpenCase;

/** 文书作废后: the case's own record says which number was given up, and by whom. */
@ApplicationScoped
public class NoteVoidedDocument {

    @Inject
    CaseDesk desk;

    void on(@Observes DocumentVoided voided) {
        if (voided.kind().errand()) {
            // It belongs to no single case, and nothing hangs on it.
            return;
        }
        OpenCase open = desk.open(Actor.SYSTEM, new CaseNo(voided.caseNo()));
        open.event(
                EventType.DOCUMENT_VOIDED,
                OpenCase.body()
                        .put("document", voided.id().toString())
                        .put("kind", voided.kind().name())
                        .put("number", voided.number())
                        .put("by", voided.by()));
        desk.close(open);
    }
}
