package org.yiwang.workflow.casefile;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.yiwang.forms.catalogue.Language;
import org.yiwang.forms.document.DocumentKind;
import org.yiwang.forms.identity.Actor;
import org.yiwang.workflow.casefile.internal.CaseFiles;
import org.yiwang.workflow.clock.ClockKind;
import org.yiwang.workflow.clock.ClockView;
import org.yiwang.workflow.clock.TrafficLight;
import org.yiwang.workflow.organisation.Directory;
import org.yiwang.workflow.worklist.WorkItem;

/** Turns an open case into what this actor may see of it. */
@ApplicationScoped
class CaseViews {

    @Inject
    Permissions permissions;

    @Inject
    CaseAccess access;

    @Inject
    Directory directory;

    @Inject
    CaseFiles files;

    CaseView of(OpenCase open) {
        CaseFile file = open.file();
        boolean officer = open.actor().officer();
        // When it goes into the archive binds nobody.
        List<ClockView> clocks = open.clocks().view(open.now()).stream()
                .filter(clock -> clock.kind() != ClockKind.ARCHIVE)
                .toList();
        StatusSentence sentence = new StatusSentence(open);
        return new CaseView(
                file.caseNo().value(),
                file.status(),
                StatusText.of(file.status()),
                sentence.now(Language.ZH),
                sentence.next(Language.ZH),
                sentence.due().orElse(null),
                open.clocks().ifNow(open.now()).answered().orElse(null),
                open.clocks().ifNow(open.now()).ended().orElse(null),
                file.version(),
                new CaseView.Item(file.itemCode(), file.itemName(), open.item().number()),
                new CaseView.Party(file.applicantMasked(), file.numberMasked()),
                file.operatorId() == file.applicantId() ? null : new CaseView.Party(file.operatorMasked(), null),
                directory.department(file.organisation()).name(),
                file.channel().name(),
                file.submittedAt(),
                file.acceptedAt(),
                file.decidedAt(),
                file.completedAt(),
                file.archivedAt(),
                file.decision(),
                worst(open),
                open.urgent(),
                clocks,
                timeline(open, officer),
                documents(open),
                corrections(open),
                officer ? opinions(open) : List.of(),
                SpecialProcedures.newest(open),
                SpecialProcedures.of(open),
                Forwardings.of(open, officer),
                refused(open),
                preReturn(open),
                officer ? proposals(open) : List.of(),
                officer ? extension(open) : null,
                parties(open) ? PromiseViews.deferred(open) : List.of(),
                parties(open) ? PromiseViews.commitment(open) : null,
                parties(open) ? PromiseViews.rescission(open) : null,
                parties(open) ? PromiseViews.ending(open) : null,
                parties(open) ? HearingViews.of(open) : null,
                officer ? InterestViews.of(open) : List.of(),
                StageViews.of(open, officer),
                officer ? work(open) : List.of(),
                fee(open),
                ServingViews.service(open),
                ServingViews.servings(open),
                permissions.allowed(open),
                avoidances(open),
                officer
                        ? open.avoids(open.actor().id())
                                .map(AvoidanceGround::sentence)
                                .orElse(null)
                        : null,
                officer && file.status().undecided()
                        ? files.openDuplicates(
                                file.applicantId(),
                                file.itemCode(),
                                file.caseNo().value())
                        : List.of(),
                open.contents().rating());
    }

    /** Words of the applicant are for those concerned, not for whoever has the query code. */
    private static boolean parties(OpenCase open) {
        return open.actor().officer() || open.actor().citizen();
    }

    private static TrafficLight worst(OpenCase open) {
        if (open.file().status().ended()) {
            return TrafficLight.GREY;
        }
        return open.clocks().light(open.now());
    }

    private List<CaseView.Entry> timeline(OpenCase open, boolean officer) {
        return open.allEvents().stream()
                .filter(e -> officer || forApplicant(e.type()) && !tellsOfInternal(e) && !tellsOfOthers(open, e))
                .map(e -> new CaseView.Entry(e.seq(), e.at(), e.type(), e.type().text(), by(e, open, officer)))
                .toList();
    }

    /** 内部文书: that one was made is nobody's news outside. */
    private static boolean tellsOfInternal(CaseEvent event) {
        return Arrays.stream(DocumentKind.values())
                .filter(DocumentKind::internal)
                .anyMatch(kind -> event.body().contains("\"kind\":\"" + kind.name() + "\""));
    }

    /** What was made for or served on somebody else is not his. */
    private static boolean tellsOfOthers(OpenCase open, CaseEvent event) {
        return open.contents().documents().stream()
                .filter(row -> row.addressee() != null)
                .anyMatch(row -> event.body().contains(row.id().toString()));
    }

    private static boolean forApplicant(EventType type) {
        return switch (type) {
            case WORK_CLAIMED,
                    STEP_RETURNED,
                    WORK_TRANSFERRED,
                    CLOCK_PASSED,
                    NUMBER_REVEALED,
                    STEP_REVIEWED,
                    STEP_SILENT,
                    MEASURE_PROPOSED,
                    PROPOSAL_REJECTED,
                    NEW_DEMAND_ALLOWED,
                    EXTENSION_REQUESTED,
                    EXTENSION_REFUSED,
                    CREDIT_LISTED,
                    CREDIT_DECIDED,
                    CASE_ARCHIVED -> false;
            case STEP_SETTLED,
                    SIGNER_ADDED,
                    WORK_DELEGATED,
                    WORK_REPORTED,
                    WORK_TAKEN_BACK,
                    OPINION_ASKED,
                    ADVICE_GIVEN,
                    CASE_COPIED,
                    AVOIDANCE_DECLARED,
                    WORK_REASSIGNED,
                    WORK_HANDED_OVER -> false;
            case SUPERVISION_ORDERED, SUPERVISION_REPLIED, SUPERVISION_CLOSED -> false;
            case LIGHT_APPEALED, LIGHT_APPEAL_DECIDED -> false;
            default -> true;
        };
    }

    /** Officers see who it was; citizens see the authority, not the person. */
    private String by(CaseEvent event, OpenCase open, boolean officer) {
        String[] actor = event.actor().split(":", 2);
        return switch (Actor.Kind.valueOf(actor[0].toUpperCase(java.util.Locale.ROOT))) {
            case CITIZEN ->
                event.type() == EventType.OBJECTION_RAISED
                        ? "公众"
                        : event.type() == EventType.INTEREST_STATED
                                ? "利害关系人"
                                : event.onBehalfOf().isEmpty() ? "申请人" : "代理人";
            case OFFICER ->
                officer
                        ? name(Long.parseLong(actor[1]), "工作人员") + standingIn(event)
                        : directory.department(open.file().organisation()).name();
            default -> "系统";
        };
    }

    private static final String OFFICER = "officer:";

    /** 代谁. */
    private String standingIn(CaseEvent event) {
        return event.onBehalfOf().startsWith(OFFICER)
                ? "（代" + name(Long.parseLong(event.onBehalfOf().substring(OFFICER.length())), "") + "）"
                : "";
    }

    private String name(long officer, String otherwise) {
        return directory.officer(officer).map(o -> o.name()).orElse(otherwise);
    }

    private List<CaseView.Document> documents(OpenCase open) {
        List<CaseView.Document> list = new ArrayList<>();
        boolean officer = open.actor().officer();
        for (CaseFiles.DocumentRow row : open.contents().documents()) {
            boolean inside = DocumentKind.valueOf(row.kind()).internal() || row.addressee() != null;
            if (row.state().equals("VOID") || inside && !officer) {
                continue;
            }
            list.add(new CaseView.Document(row.id(), row.kind(), row.title(), row.number(), open.stateOf(row)));
        }
        for (OpenCase.Letter letter : open.letters()) {
            DocumentKind kind = letter.kind();
            if ((kind.internal() || letter.addressee() != null) && !officer) {
                continue;
            }
            list.add(new CaseView.Document(null, kind.name(), kind.chinese(), null, "ORDERED"));
        }
        return list;
    }

    private static List<CaseView.Correction> corrections(OpenCase open) {
        return open.records(RecordKind.CORRECTION).stream()
                .map(entry -> {
                    JsonNode words = open.words(entry);
                    List<CaseView.Demand> demands = new ArrayList<>();
                    for (JsonNode item : words.path("items")) {
                        demands.add(new CaseView.Demand(
                                item.path("target").asText(),
                                item.path("label").asText(),
                                item.path("text").asText()));
                    }
                    return new CaseView.Correction(
                            entry.round(),
                            entry.openedAt(),
                            entry.dueOn(),
                            entry.closedAt(),
                            demands,
                            words.path("note").asText(null));
                })
                .toList();
    }

    private List<CaseView.Opinion> opinions(OpenCase open) {
        return open.allRecords().stream()
                .filter(r -> r.kind() == RecordKind.OPINION
                        || r.kind() == RecordKind.ADVICE
                        || r.kind() == RecordKind.SITE_CHECK
                        || r.kind() == RecordKind.DECISION)
                .map(entry -> opinion(open, entry))
                .toList();
    }

    private CaseView.Opinion opinion(OpenCase open, CaseRecord entry) {
        JsonNode words = open.words(entry);
        String text = words.path("text")
                .asText(words.path("findings").asText(words.path("reason").asText("")));
        List<CaseView.Answer> answers = new ArrayList<>();
        for (Map.Entry<String, JsonNode> answer : words.path("answers").properties()) {
            answers.add(new CaseView.Answer(answer.getKey(), answer.getValue().asText()));
        }
        boolean declared = open.item().steps().stream().anyMatch(s -> s.key().equals(entry.stepKey()));
        return new CaseView.Opinion(
                entry.stepKey(),
                declared ? open.item().step(entry.stepKey()).name().zh() : "",
                entry.kind() == RecordKind.ADVICE
                        ? "ADVICE"
                        : declared ? open.item().step(entry.stepKey()).role().name() : "",
                entry.outcome(),
                name(entry.officerId(), "系统")
                        + (entry.forOfficer() == null ? "" : "（代" + name(entry.forOfficer(), "") + "）"),
                entry.openedAt(),
                text,
                answers,
                entry.kind() == RecordKind.SITE_CHECK ? check(words) : null);
    }

    private CaseView.SiteCheck check(JsonNode words) {
        List<UUID> photos = new ArrayList<>();
        words.path("photos").forEach(id -> photos.add(UUID.fromString(id.asText())));
        return new CaseView.SiteCheck(
                directory
                        .officer(words.path("with").asLong())
                        .map(o -> o.name())
                        .orElse(""),
                Instant.parse(words.path("checkedAt").asText()),
                words.path("place").asText(),
                photos,
                words.path("signature").asText(null),
                words.path("party").asText(null),
                words.path("refusal").asText(null),
                words.path("witness").asText(null));
    }

    private static CaseView.Fee fee(OpenCase open) {
        CaseFile file = open.file();
        return file.feeCents() == null || file.feeCents() == 0
                ? null
                : new CaseView.Fee(
                        file.feeCents(),
                        file.paidAt() != null,
                        open.openRecord(RecordKind.PAYMENT).isPresent());
    }

    private static CaseView.Refused refused(OpenCase open) {
        return open.records(RecordKind.REFUSAL).stream()
                .reduce((first, second) -> second)
                .map(open::words)
                .map(words -> new CaseView.Refused(
                        words.path("reason").asText(),
                        words.path("legalBasis").asText(),
                        words.path("competentAuthority").asText(null),
                        words.path("address").asText(null),
                        words.path("phone").asText(null),
                        words.path("url").asText(null),
                        words.path("competentContact").asText(null)))
                .orElse(null);
    }

    private static CaseView.PreReturn preReturn(OpenCase open) {
        boolean returned = open.file().status() == CaseStatus.PRE_RETURNED;
        return open.records(RecordKind.PRE_RETURN).stream()
                .filter(offer -> offer.open() || returned)
                .reduce((first, second) -> second)
                .map(offer ->
                        new CaseView.PreReturn(open.words(offer).path("reason").asText(), offer.dueOn(), !offer.open()))
                .orElse(null);
    }

    private List<CaseView.Proposal> proposals(OpenCase open) {
        return open.records(RecordKind.PROPOSAL).stream()
                .map(entry -> {
                    JsonNode words = open.words(entry);
                    Measure measure = Measure.valueOf(entry.stepKey());
                    return new CaseView.Proposal(
                            measure,
                            measure.chinese(),
                            directory
                                    .officer(entry.officerId())
                                    .map(o -> o.name())
                                    .orElse("系统"),
                            entry.openedAt(),
                            words.path("reason").asText(),
                            entry.outcome(),
                            words.path("approval").asText(null),
                            entry.officerId() == open.actor().id());
                })
                .toList();
    }

    private CaseView.Extension extension(OpenCase open) {
        return open.openRecord(RecordKind.EXTENSION)
                .map(entry -> {
                    JsonNode words = open.words(entry);
                    return new CaseView.Extension(
                            words.path("reason").asText(),
                            words.path("by").asText(),
                            entry.openedAt(),
                            directory
                                    .officer(entry.officerId())
                                    .map(o -> o.name())
                                    .orElse(""),
                            open.dueOn(ClockKind.LEGAL).orElse(null));
                })
                .orElse(null);
    }

    /** What was asked for and decided; the applicant's side sees its own requests only. */
    private List<CaseView.Avoidance> avoidances(OpenCase open) {
        boolean officer = open.actor().officer();
        return open.records(RecordKind.AVOIDANCE).stream()
                .filter(r -> officer || r.stepKey().isEmpty())
                .map(r -> {
                    JsonNode words = open.words(r);
                    String who = r.stepKey().startsWith(OFFICER)
                            ? name(Long.parseLong(r.stepKey().substring(OFFICER.length())), "")
                            : words.path("who").asText(null);
                    return new CaseView.Avoidance(
                            who,
                            words.path("reason").asText(),
                            r.openedAt(),
                            r.outcome(),
                            words.path("answer").asText(null));
                })
                .toList();
    }

    private List<CaseView.Work> work(OpenCase open) {
        long me = open.actor().id();
        return open.work().all().stream()
                .sorted(java.util.Comparator.comparing((WorkItem w) -> !w.assignedTo(me)))
                .map(w -> work(open, w))
                .toList();
    }

    private CaseView.Work work(OpenCase open, WorkItem w) {
        String role = w.taskId().isEmpty() ? "" : open.step(w).role().name();
        String assignee = w.assignee() == null
                ? null
                : directory.officer(w.assignee()).map(o -> o.name()).orElse("");
        return new CaseView.Work(
                w.publicId(),
                w.stepKey(),
                w.stepName(),
                role,
                w.queue().toString(),
                assignee,
                w.assignedTo(open.actor().id()) || open.deputyFor(w).isPresent(),
                open.holds(w)
                        && (w.taskId().isEmpty()
                                || !Signatures.signed(open, w, open.actor().id())),
                w.suspended(),
                w.dueOn(),
                w.lightOn(open.today()),
                w.version(),
                w.part(),
                w.givenBy() == null
                        ? null
                        : directory.officer(w.givenBy()).map(o -> o.name()).orElse(""),
                w.givenBy(open.actor().id()),
                request(open, w),
                !w.taskId().isEmpty() && Signatures.waitsFor(open, w).isPresent());
    }

    /** What was said when it was given to somebody. */
    private static String request(OpenCase open, WorkItem w) {
        return open.records(RecordKind.DRAWN_IN).stream()
                .filter(said -> said.stepKey().equals(w.publicId().toString()))
                .reduce((first, second) -> second)
                .map(said -> open.words(said).path("text").asText(null))
                .orElse(null);
    }
}
