package org.yiwang.web.portal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.yiwang.forms.document.DocumentView;
import org.yiwang.forms.document.ReadDocument;
import org.yiwang.web.component.Uuids;
import org.yiwang.workflow.casefile.ReadCase;

/** 文书下载: the sealed PDF of a document of one's own case. */
@RequestScoped
@At("/my/documents/{document}")
public class CaseDocument implements PortalPage {

    @Inject
    ReadCase readCase;

    @Inject
    ReadDocument readDocument;

    @Override
    public String section() {
        return "";
    }

    @Override
    public boolean personal() {
        return true;
    }

    @Override
    public Reply get(Visit visit) {
        UUID id = Uuids.parse(visit.variable("document"), "这份文书");
        DocumentView document = readCase.document(visit.actor(), id);
        String name = document.title() + (document.number().isEmpty() ? "" : " " + document.number()) + ".pdf";
        return new Reply.File(name, "application/pdf", readDocument.pdf(id), visit.has("download"));
    }
}
