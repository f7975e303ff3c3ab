package org.yiwang.web.kiosk;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import org.yiwang.forms.catalogue.ServiceMethod;
import org.yiwang.forms.catalogue.form.DisplaySection;
import org.yiwang.forms.catalogue.form.Section;
import org.yiwang.forms.filling.LookUpPapers;
import org.yiwang.forms.filling.SaveDraft;
import org.yiwang.forms.filling.ServiceChoice;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.web.component.Page;
import org.yiwang.web.portal.At;
import org.yiwang.web.portal.FormOnce;
import org.yiwang.web.portal.Reply;
import org.yiwang.web.portal.Visit;
import org.yiwang.workflow.intake.SubmitCase;

/**
 * 核对并提交: everything once more. A kiosk serves electronically and prints on the spot; whoever does not agree to that is
 * better served at the window, and is told so.
 */
@Named("kioskCheck")
@RequestScoped
@At("/kiosk/apply/{draft}/check")
public class CheckPage implements KioskPage {

    @Inject
    DraftAtKiosk draft;

    @Inject
    SaveDraft saveDraft;

    @Inject
    LookUpPapers lookUp;

    @Inject
    SubmitCase submitCase;

    @Inject
    FormOnce once;

    @Inject
    Page page;

    private boolean truthful;
    private boolean consent;

    @Override
    public Reply get(Visit visit) {
        return open(visit).orElseGet(() -> Reply.show("kiosk/check"));
    }

    private Optional<Reply> open(Visit visit) {
        page.setTitle(page.t("kiosk.check"));
        Optional<Reply> elsewhere = draft.open(visit);
        if (elsewhere.isPresent()) {
            return elsewhere;
        }
        lookUp.look(visit.actor(), draft.getView().id());
        draft.open(visit);
        return draft.unfinished()
                .map(key -> visit.go("/kiosk/apply/" + draft.getView().id() + "/section/" + key + "?errors=1"));
    }

    @Override
    public Reply post(Visit visit) {
        Optional<Reply> elsewhere = open(visit);
        if (elsewhere.isPresent()) {
            return elsewhere.get();
        }
        truthful = visit.has("truthful");
        consent = visit.has("consent");
        if (!truthful) {
            page.trouble("truthful", page.t("apply.truthful.missing"));
        }
        if (isElectronic() && !consent) {
            page.trouble("consent", page.t("kiosk.consent.missing"));
        }
        return page.getTroubles().isEmpty() ? submit(visit) : Reply.again("kiosk/check");
    }

    private Reply submit(Visit visit) {
        try {
            return visit.go(once.go(visit, () -> "/kiosk/cases/" + submitted(visit)));
        } catch (Refusal refusal) {
            if (refusal.problems().isEmpty()) {
                throw refusal;
            }
            page.trouble(refusal, path -> "");
            return Reply.again("kiosk/check");
        }
    }

    private String submitted(Visit visit) {
        if (isElectronic()) {
            draft.replace(saveDraft.chooseService(
                    visit.actor(),
                    draft.getView().id(),
                    draft.getView().version(),
                    new ServiceChoice(ServiceMethod.ELECTRONIC, "", "", true)));
        }
        return submitCase.submit(visit.actor(), draft.getView().id()).caseNo();
    }

    public boolean isElectronic() {
        return draft.getView().item().serviceMethods().contains(ServiceMethod.ELECTRONIC);
    }

    public List<DisplaySection> getSections() {
        return draft.getView().item().form().display(draft.getView().answers(), page.language());
    }

    public String getBack() {
        List<Section> sections = draft.sections();
        return sections.isEmpty()
                ? page.url("/kiosk")
                : draft.url("/section/" + sections.get(sections.size() - 1).key());
    }

    public int getCount() {
        return draft.sections().size() + 1;
    }

    public boolean isTruthful() {
        return truthful;
    }

    public boolean isConsent() {
        return consent;
    }
}
