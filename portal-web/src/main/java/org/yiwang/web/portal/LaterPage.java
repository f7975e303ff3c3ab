package org.yiwang.web.portal;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.yiwang.forms.material.StoreUpload;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.web.component.Page;
import org.yiwang.workflow.action.ActionRequest;
import org.yiwang.workflow.action.CaseActions;
import org.yiwang.workflow.casefile.CaseAction;
import org.yiwang.workflow.casefile.ReadCase;
import org.yiwang.workflow.urgency.ReadUrgency;

/** 补办手续: a file for each paper that was put off in an emergency. */
@Named("laterPage")
@RequestScoped
@At("/my/cases/{caseNo}/later")
public class LaterPage implements OwnPage {

    @Inject
    CaseAtHand at;

    @Inject
    ReadCase readCase;

    @Inject
    ReadUrgency readUrgency;

    @Inject
    StoreUpload storeUpload;

    @Inject
    CaseActions actions;

    @Inject
    FormOnce once;

    @Inject
    Page page;

    private List<ReadUrgency.Paper> papers = List.of();

    @Override
    public Reply get(Visit visit) {
        open(visit);
        return at.can("SUPPLY_LATER")
                ? Reply.show("later")
                : visit.go("/my/cases/" + at.no().value());
    }

    private void open(Visit visit) {
        at.open(visit);
        page.setTitle(page.t("urgency.go"));
        papers = readUrgency
                .ofCase(visit.actor(), at.no())
                .map(ReadUrgency.OfCase::later)
                .orElse(List.of());
    }

    @Override
    public Reply post(Visit visit) {
        open(visit);
        try {
            ObjectNode said = files(visit);
            once.run(
                    visit,
                    () -> actions.perform(
                            visit.actor(),
                            at.no(),
                            new ActionRequest(CaseAction.SUPPLY_LATER, CaseForms.version(visit), null, said)));
        } catch (Refusal refusal) {
            if (refusal.kind() == Refusal.Kind.NOT_FOUND || refusal.kind() == Refusal.Kind.FORBIDDEN) {
                throw refusal;
            }
            page.trouble(refusal);
            return Reply.refused("later", refusal);
        }
        return visit.go("/my/cases/" + at.no().value() + "?said=later");
    }

    private ObjectNode files(Visit visit) {
        String scope = readCase.fileScope(visit.actor(), at.no());
        ObjectNode said = JsonNodeFactory.instance.objectNode();
        var list = said.putArray("files");
        for (ReadUrgency.Paper paper : papers) {
            visit.file("file-" + paper.key()).ifPresent(part -> list.addObject()
                    .put("requirement", paper.key())
                    .put(
                            "fileId",
                            once.file(visit, part, upload -> storeUpload
                                            .store(visit.actor(), scope, upload)
                                            .id())
                                    .toString()));
        }
        return said;
    }

    public List<ReadUrgency.Paper> getPapers() {
        return papers;
    }
}
