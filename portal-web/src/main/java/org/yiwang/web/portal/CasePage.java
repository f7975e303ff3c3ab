package org.yiwang.web.portal;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;
import java.util.UUID;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.web.component.Page;
import org.yiwang.workflow.action.ActionRequest;
import org.yiwang.workflow.action.CaseActions;
import org.yiwang.workflow.bundle.BundleView;
import org.yiwang.workflow.bundle.ReadBundle;
import org.yiwang.workflow.casefile.CaseAction;
import org.yiwang.workflow.casefile.CaseNo;
import org.yiwang.workflow.casefile.ReadCase;
import org.yiwang.workflow.enrolment.ReadEnrolment;
import org.yiwang.workflow.licence.LicenceView;
import org.yiwang.workflow.licence.ReadLicences;
import org.yiwang.workflow.publicity.ReadPublicity;
import org.yiwang.workflow.rating.RateCase;
import org.yiwang.workflow.rating.RatingOfCase;
import org.yiwang.workflow.rating.ReRate;
import org.yiwang.workflow.urgency.ReadUrgency;
import org.yiwang.workflow.waiting.ReadWaiting;

/** 办件页面: where a case stands, by when something happens, what was issued, and what one can do now. */
@Named("casePage")
@RequestScoped
@At("/my/cases/{caseNo}")
public class CasePage implements OwnPage {

    @Inject
    CaseAtHand at;

    @Inject
    ReadCase readCase;

    @Inject
    ReadBundle readBundle;

    @Inject
    ReadPublicity readPublicity;

    @Inject
    ReadWaiting readWaiting;

    @Inject
    ReadEnrolment readEnrolment;

    @Inject
    ReadUrgency readUrgency;

    @Inject
    CaseActions actions;

    @Inject
    FormOnce once;

    @Inject
    GradeForm gradeForm;

    @Inject
    RatingOfCase ratingOfCase;

    @Inject
    ReRate reRate;

    @Inject
    Page page;

    @Inject
    ReadLicences licences;

    private LicenceView licence;
    private ReadCase.Content content;
    private ReadWaiting.OfCase waiting;
    private ReadEnrolment.OfCase batch;
    private ReadUrgency.OfCase urgency;
    private BundleView errand;
    private String said = "";
    private String who = "";
    private String reason = "";
    private String reference = "";
    private RatingOfCase.Given given;

    @Override
    public Reply get(Visit visit) {
        said = visit.param("said").matches("[a-zA-Z]{1,16}") ? visit.param("said") : "";
        // A notice about an errand names its number like that of a case.
        CaseNo no = CaseNo.parse(visit.variable("caseNo")).orElse(null);
        if (no != null && readBundle.known(visit.actor(), no)) {
            return visit.go("/my/bundles/" + no);
        }
        try {
            return show(visit, Reply.show("case"));
        } catch (Refusal refusal) {
            // So does one about an objection to what was shown of somebody else's case.
            Optional<UUID> objection = no == null || refusal.kind() != Refusal.Kind.NOT_FOUND
                    ? Optional.empty()
                    : readPublicity.objectedIn(visit.actor(), no);
            return visit.go("/publicity/" + objection.orElseThrow(() -> refusal) + "/objection");
        }
    }

    private Reply show(Visit visit, Reply reply) {
        at.open(visit);
        errand = readBundle.ofCase(visit.actor(), at.no()).orElse(null);
        content = readCase.content(visit.actor(), at.no());
        batch = readEnrolment.ofCase(visit.actor(), at.no()).orElse(null);
        urgency = readUrgency.ofCase(visit.actor(), at.no()).orElse(null);
        waiting = readWaiting.ofCase(visit.actor(), at.no()).orElse(null);
        licence = at.getView().completedAt() == null
                ? null
                : licences.ofCase(visit.actor(), at.no()).orElse(null);
        given = at.getView().rating() == null || !visit.actor().citizen()
                ? null
                : ratingOfCase.read(visit.actor(), at.no()).orElse(null);
        page.setTitle(page.t2("case.title", at.getView().item().name(), at.getStatusText()));
        return reply;
    }

    /** What can be done with one press; withdrawing and correcting have pages of their own. */
    @Override
    public Reply post(Visit visit) {
        at.open(visit);
        reference = visit.param("reference");
        who = visit.param("who");
        reason = visit.param("reason");
        gradeForm.read(visit);
        try {
            String word = perform(visit);
            return visit.go("/my/cases/" + at.no().value() + "?said=" + word);
        } catch (Refusal refusal) {
            Reply.passOn(refusal);
            page.trouble(refusal);
            return show(visit, Reply.refused("case", refusal));
        }
    }

    private String perform(Visit visit) {
        ObjectNode said = JsonNodeFactory.instance.objectNode();
        if (visit.param("_do").equals("again")) {
            once.run(visit, () -> reRate.rate(visit.actor(), at.no(), gradeForm.grade()));
            return "rate";
        }
        CaseAction action =
                switch (visit.param("_do")) {
                    case "urge" -> CaseAction.URGE;
                    case "take", "giveup" -> CaseAction.ANSWER_PLACE;
                    case "pay" -> CaseAction.PAY;
                    case "rate" -> CaseAction.RATE;
                    case "avoid" -> CaseAction.REQUEST_AVOIDANCE;
                    case "agree", "decline" -> CaseAction.ANSWER_PRE_RETURN;
                    default -> throw Refusal.conflict("UNKNOWN", page.t("error.422.text"));
                };
        if (action == CaseAction.PAY) {
            said.put("reference", reference);
        } else if (action == CaseAction.REQUEST_AVOIDANCE) {
            said.put("who", visit.param("who")).put("reason", visit.param("reason"));
        } else if (action == CaseAction.ANSWER_PRE_RETURN) {
            said.put("agree", visit.param("_do").equals("agree"));
        } else if (action == CaseAction.ANSWER_PLACE) {
            said.put("accept", visit.param("_do").equals("take"));
        } else if (action == CaseAction.RATE) {
            RateCase.Grade grade = gradeForm.grade();
            said.put("level", grade.level()).put("text", grade.text());
            grade.tags().forEach(said.withArray("tags")::add);
        }
        ActionRequest asked = actions.ask(at.no(), new ActionRequest(action, CaseForms.version(visit), null, said));
        once.run(visit, () -> actions.perform(visit.actor(), at.no(), asked));
        return action == CaseAction.ANSWER_PLACE ? "place" : visit.param("_do");
    }

    /** The errand it is part of, or null. */
    public BundleView getErrand() {
        return errand;
    }

    /** Null where the case is in no batch. */
    public ReadEnrolment.OfCase getBatch() {
        return batch;
    }

    /** Null where nobody ordered it. */
    public ReadUrgency.OfCase getUrgency() {
        return urgency;
    }

    /** Null where the case has no place in a list. */
    public ReadWaiting.OfCase getWaiting() {
        return waiting;
    }

    /** The licence it gave, or null. */
    public LicenceView getLicence() {
        return licence;
    }

    public ReadCase.Content getContent() {
        return content;
    }

    public String getSaid() {
        return said;
    }

    /** What was typed into the request for avoidance. */
    public String getWho() {
        return who;
    }

    public String getReason() {
        return reason;
    }

    public String getReference() {
        return reference;
    }

    /** What was said of it and has become of that; null when it has not been rated. */
    public RatingOfCase.Given getGiven() {
        return given;
    }
}
