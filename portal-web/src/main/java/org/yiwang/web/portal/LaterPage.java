package org.yiwang.web.portal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.yiwang.web.component.Page;
import org.yiwang.workflow.casefile.CaseAction;
import org.yiwang.workflow.urgency.ReadUrgency;

/** 补办手续: a file for each paper that was put off in an emergency. */
@Named("laterPage")
@RequestScoped
@At("/my/cases/{caseNo}/later")
public class LaterPage implements OwnPage {

    @Inject
    CaseAtHand at;

    @Inject
    ReadUrgency readUrgency;

    @Inject
    CaseFilesForm files;

    @Inject
    ActionForm form;

    @Inject
    Page page;

    private List<ReadUrgency.Paper> papers = List.of();

    @Override
    public Reply get(Visit visit) {
        open(visit);
        return form.show(visit, CaseAction.SUPPLY_LATER, "later");
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
        return form.send(
                visit,
                CaseAction.SUPPLY_LATER,
                "later",
                () -> files.take(
                        visit, papers.stream().map(ReadUrgency.Paper::key).toList()),
                "later");
    }

    public List<ReadUrgency.Paper> getPapers() {
        return papers;
    }
}
