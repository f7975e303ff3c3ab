package org.yiwang.web.desk;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.yiwang.web.component.Dates;
import org.yiwang.workflow.casefile.CaseAction;

/** 动作内容: what the forms of the case page say, as the action takes it. */
@RequestScoped
public class DeedPayload {

    @Inject
    DeedForm form;

    @Inject
    DeedFiles files;

    @Inject
    DeskChoices choices;

    @Inject
    DeskCase deskCase;

    @Inject
    CorrectionForm correction;

    private final List<String> targets = new ArrayList<>();

    ObjectNode of(CaseAction action) {
        ObjectNode out = JsonNodeFactory.instance.objectNode();
        switch (action) {
            case REQUEST_CORRECTION, REQUEST_REVIEW_CORRECTION -> demands(out);
            case SUPPLY_CORRECTION -> supply(out);
            case REFUSE -> take(out, "reason", "legalBasis", "competentAuthority", "competentContact");
            case NO_LICENCE_NEEDED -> take(out, "reason", "legalBasis");
            case REVIEW -> review(out);
            case FORWARD -> take(out, "opinion", "legalBasis");
            case RETURN -> take(out, "reason", "toStep", "others");
            case WITHDRAW, REQUEST_EXTENSION, OFFER_PRE_RETURN, HALT, RESUME, TERMINATE, VOID -> take(out, "reason");
            case SUPPLY_DEFERRED -> supplyDeferred(out);
            case EXEMPT_DEFERRED -> take(out, "material", "reason");
            case EXTEND_DEFERRAL -> days(out, "reason");
            case VERIFY_COMMITMENT -> days(out, "result", "evidence");
            case STATE_DEFENCE -> take(out, "text");
            case RESCIND -> {
                take(out, "finding", "reason", "legalBasis");
                choice(out, "rescind");
                choice(out, "byVerification");
                ArrayNode evidence = out.putArray("evidence");
                files.take("evidence").forEach(file -> evidence.add(file.id()));
            }
            case RECORD_PAPER_ANSWER -> {
                take(out, "answer", "documentNo", "decidedOn", "signedBy", "text");
                files.take("file").stream()
                        .reduce((older, newer) -> newer)
                        .ifPresent(file -> out.put("file", file.id()));
            }
            case BEGIN_STAGE -> {
                take(out, "note");
                out.put("identityChecked", !form.typed("identityChecked").isEmpty());
                ArrayNode brought = out.putArray("files");
                files.take("files").forEach(file -> brought.add(file.id()));
            }
            case CONFIRM_PAPER_ANSWER -> {
                take(out, "reason");
                choice(out, "agrees");
            }
            case PROPOSE -> take(out, "measure", "reason", "legalBasis");
            case REJECT_PROPOSAL -> take(out, "measure", "reason");
            case ALLOW_NEW_DEMAND -> take(out, "reason", "answerable");
            case EXTEND -> extend(out);
            case TRANSFER -> take(out, "toStaffNo");
            case ADD_SIGNER -> take(out, "toStaffNo", "place", "reason");
            case DECLARE_AVOIDANCE -> take(out, "reason");
            case REASSIGN -> take(out, "toStaffNo", "reason");
            case DECIDE_AVOIDANCE -> {
                extend(out);
                ArrayNode who = out.putArray("staffNos");
                form.values("staffNos").forEach(who::add);
            }
            case DELEGATE -> take(out, "toStaffNo", "request");
            case REPORT_BACK, ANSWER_OPINION -> take(out, "text");
            case ASK_OPINION -> {
                take(out, "post", "question", "dueOn");
                out.put("first", !form.typed("first").isEmpty());
            }
            case COPY -> {
                take(out, "note");
                ArrayNode to = out.putArray("toStaffNos");
                form.values("toStaffNos").forEach(to::add);
            }
            case RECORD_SITE_CHECK -> siteCheck(out);
            case TELL_HEARING_RIGHT, OPEN_HEARING, ASK_CANCELLATION -> take(out, "reason");
            case ASK_HEARING -> take(out, "request");
            case SET_HEARING -> {
                take(out, "place", "hostStaffNo", "closed");
                moment(out, "heldAt");
            }
            case RECORD_HEARING -> {
                take(out, "attended", "opinion", "statement", "findings", "unsigned");
                choice(out, "signed");
            }
            case START_SPECIAL_PROCEDURE -> take(out, "type", "reason");
            case END_SPECIAL_PROCEDURE -> take(out, "result", "type");
            case PROLONG_SPECIAL_PROCEDURE -> prolong(out);
            case DECIDE -> take(out, "decision", "reason", "legalBasis", "answerToInterested");
            case TELL_INTERESTED_PARTY -> {
                take(out, "name", "contact", "idType", "number", "ground");
                out.put("hearing", !form.typed("hearing").isEmpty());
            }
            case RECORD_STATEMENT -> {
                take(out, "party", "statement");
                out.put("hearing", !form.typed("hearing").isEmpty());
                out.put("waived", !form.typed("waived").isEmpty());
            }
            case BEGIN_RESCISSION -> take(out, "ground", "reason");
            case PROPOSE_ENDING -> take(out, "ground", "facts", "legalBasis", "compensation");
            case DECIDE_ENDING -> {
                take(out, "reason");
                choice(out, "end");
            }
            case RECORD_APPEARANCE -> {
                take(out, "note");
                choice(out, "applicant");
                choice(out, "other");
                choice(out, "willing");
            }
            case ORDER_URGENT -> {
                take(out, "ground", "reason");
                ArrayNode later = out.putArray("later");
                form.values("later").forEach(later::add);
            }
            case CONFIRM_LATER -> take(out, "findings");
            case START_PUBLICITY -> take(out, "proposal");
            case ANSWER_OBJECTION -> {
                take(out, "objection", "answer");
                choice(out, "upheld");
            }
            case PAY -> take(out, "reference");
            case CERTIFY -> take(out, "serialNo", "note");
            case DISPATCH -> take(out, "trackingNo");
            case RECORD_MAIL -> take(out, "outcome", "receiver", "reason");
            case CHANGE_SERVICE -> {
                take(out, "method", "address", "phone");
                out.put("eServiceConsent", !form.typed("eServiceConsent").isEmpty());
            }
            case SERVE -> serve(out);
            case DELIVER -> {
                take(out, "receiver", "idType", "idNumber");
                out.put("identityChecked", !form.typed("identityChecked").isEmpty());
            }
            default -> {
                // RECEIVE, ACCEPT, CLAIM say all by themselves.
            }
        }
        return out;
    }

    /** What the n-th demand was about, for a refusal that names it by its place. */
    String target(int index) {
        return index < targets.size() ? targets.get(index) : "";
    }

    private void take(ObjectNode out, String... names) {
        for (String name : names) {
            if (!form.typed(name).isEmpty()) {
                out.put(name, form.typed(name));
            }
        }
    }

    /** Yes or no, if anything was chosen. */
    private void choice(ObjectNode out, String name) {
        if (!form.typed(name).isEmpty()) {
            out.put(name, form.typed(name).equals("true"));
        }
    }

    private void prolong(ObjectNode out) {
        take(out, "type", "reason");
        if (form.typed("more").matches("[0-9]{1,4}")) {
            out.put("more", Integer.parseInt(form.typed("more")));
        }
    }

    private void extend(ObjectNode out) {
        take(out, "reason");
        if (!form.typed("approved").isEmpty()) {
            out.put("approved", form.typed("approved").equals("true"));
        }
    }

    private void review(ObjectNode out) {
        take(out, "opinion", "text");
        ObjectNode answers = out.putObject("answers");
        choices.getObjections().forEach(step -> answers.put(step.value(), form.typed("answers." + step.value())));
    }

    private void demands(ObjectNode out) {
        take(out, "note");
        ArrayNode list = out.putArray("demands");
        for (String target : form.values("demand")) {
            targets.add(target);
            list.addObject().put("target", target).put("text", form.typed("text." + target));
        }
    }

    private void siteCheck(ObjectNode out) {
        take(out, "withStaffNo", "place", "findings", "signature", "party", "refusal", "witness");
        if (!form.typed("passed").isEmpty()) {
            out.put("passed", form.typed("passed").equals("true"));
        }
        moment(out, "checkedAt");
        ArrayNode photos = out.putArray("photos");
        files.take("photos").forEach(file -> photos.add(file.id()));
    }

    private void serve(ObjectNode out) {
        take(out, "document", "way", "place", "receiver", "relation", "refusal", "witness", "withStaffNo");
        take(out, "entrusted", "trackingNo", "reason");
        moment(out, "servedAt");
    }

    private void moment(ObjectNode out, String name) {
        try {
            out.put(
                    name,
                    LocalDateTime.parse(form.typed(name))
                            .atZone(Dates.CITY)
                            .toInstant()
                            .toString());
        } catch (DateTimeParseException missing) {
            out.putNull(name);
        }
    }

    private void days(ObjectNode out, String... names) {
        take(out, names);
        if (form.typed("days").matches("\\d{1,4}")) {
            out.put("days", Integer.parseInt(form.typed("days")));
        }
    }

    private void supplyDeferred(ObjectNode out) {
        ArrayNode list = out.putArray("files");
        deskCase.getView().deferred().stream()
                .filter(one -> one.state().equals("PENDING"))
                .forEach(one -> files.take("m-" + one.material()).forEach(file -> list.addObject()
                        .put("requirement", one.material())
                        .put("fileId", file.id())));
    }

    private void supply(ObjectNode out) {
        take(out, "note");
        out.set("answers", correction.typed());
        ArrayNode list = out.putArray("files");
        for (DeskChoices.Choice need : correction.getMaterials()) {
            files.take("m-" + need.value())
                    .forEach(file ->
                            list.addObject().put("requirement", need.value()).put("fileId", file.id()));
        }
    }
}
