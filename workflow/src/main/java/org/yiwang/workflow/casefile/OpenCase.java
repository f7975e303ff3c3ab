package org.yiwang.workflow.casefile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.yiwang.forms.catalogue.CaseMoment;
import org.yiwang.forms.catalogue.ItemVersion;
import org.yiwang.forms.catalogue.ServiceMethod;
import org.yiwang.forms.catalogue.Step;
import org.yiwang.forms.document.DocumentKind;
import org.yiwang.forms.filling.ReadSubmission;
import org.yiwang.forms.filling.Submission;
import org.yiwang.forms.identity.Actor;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.workflow.casefile.internal.CaseFiles;
import org.yiwang.workflow.clock.CaseClock;
import org.yiwang.workflow.clock.ClockKind;
import org.yiwang.workflow.clock.ClockLedger;
import org.yiwang.workflow.clock.Lights;
import org.yiwang.workflow.process.ProcessState;
import org.yiwang.workflow.worklist.WorkItem;

/**
 * 打开的案卷: one case, locked, on the desk of one actor. A use case checks first, then changes; the changes are kept here
 * and written by {@link CaseDesk#close} in a few statements at the end of the transaction.
 */
public final class OpenCase {

    /** 拟制文书: a letter ordered by this action; the addressee is the record of whoever it is for, null for the applicant. */
    record Letter(DocumentKind kind, String template, ObjectNode data, UUID addressee) {}

    /**
     * 卷内文书.
     *
     * @param number empty while it has none
     * @param addressee 受送达人: record of whoever else it is for; null for the applicant
     */
    public record Paper(UUID id, DocumentKind kind, String title, String number, boolean registered, UUID addressee) {}

    /** 拟发通知: somebody to be told by this action. */
    record Notice(String to, String key, ObjectNode params) {}

    private final CaseDesk desk;
    private final Actor actor;
    private final Instant now;
    private final CaseFile file;
    private final ItemVersion item;
    private final ClockLedger clocks;
    private final CaseFiles.Contents contents;

    private final List<CaseEvent> newEvents = new ArrayList<>();
    private final List<CaseRecord> records;
    private final Set<CaseRecord> changedRecords = new LinkedHashSet<>();
    private final CaseWork work;
    private final List<Letter> letters = new ArrayList<>();
    private final List<Notice> notices = new ArrayList<>();
    private final Set<UUID> issued = new LinkedHashSet<>();
    private Submission submission;
    private boolean touched;
    private CaseFiles.Deputyship acting;

    OpenCase(
            CaseDesk desk,
            Actor actor,
            Instant now,
            CaseFile file,
            ItemVersion item,
            ClockLedger clocks,
            CaseFiles.Contents contents) {
        this.desk = desk;
        this.actor = actor;
        this.now = now;
        this.file = file;
        this.item = item;
        this.clocks = clocks;
        this.contents = contents;
        this.records = new ArrayList<>(contents.records());
        this.work = new CaseWork(this, desk, contents.work());
    }

    /** The same case before the eyes of another; for looking only. */
    OpenCase as(Actor other) {
        return new OpenCase(desk, other, now, file, item, clocks, contents);
    }

    // ---- what is there

    public Actor actor() {
        return actor;
    }

    /** Platform time of this action. */
    public Instant now() {
        return now;
    }

    /** The legal date of this action. */
    public LocalDate today() {
        return LegalDay.of(now);
    }

    public CaseFile file() {
        return file;
    }

    public ItemVersion item() {
        return item;
    }

    public ClockLedger clocks() {
        return clocks;
    }

    public CaseWork work() {
        return work;
    }

    public List<CaseRecord> records(RecordKind kind) {
        return records.stream().filter(r -> r.kind() == kind).toList();
    }

    /** The last good day of a clock that runs or rests. */
    public Optional<LocalDate> dueOn(ClockKind kind) {
        return clocks.running(kind).map(CaseClock::dueOn);
    }

    /** The same of one step or special procedure among several. */
    public Optional<LocalDate> dueOn(ClockKind kind, String ref) {
        return clocks.rows().stream()
                .filter(c -> c.active() && c.kind() == kind && c.ref().equals(ref))
                .map(CaseClock::dueOn)
                .findFirst();
    }

    /** From when what begins now counts: in a batch not before its window has closed. */
    public Instant countsFrom(Instant at) {
        return records(RecordKind.BATCH).stream()
                .map(entry -> Instant.parse(words(entry).path("closesAt").asText()))
                .filter(at::isBefore)
                .findFirst()
                .orElse(at);
    }

    /** 急: it was ordered to be done before everything else, and is not over yet. */
    public boolean urgent() {
        return !file.status().ended() && !records(RecordKind.URGENCY).isEmpty();
    }

    /** The newest record of a kind that is still open. */
    public Optional<CaseRecord> openRecord(RecordKind kind) {
        return records(kind).stream().filter(CaseRecord::open).max(Comparator.comparing(CaseRecord::openedAt));
    }

    /** The proposal of a measure on which the head has not said yes or no. */
    public Optional<CaseRecord> proposal(Measure measure) {
        return records(RecordKind.PROPOSAL).stream()
                .filter(r -> r.open() && r.stepKey().equals(measure.name()))
                .findFirst();
    }

    /** When it happened last. */
    public Optional<Instant> happened(EventType type) {
        return allEvents().stream()
                .filter(e -> e.type() == type)
                .map(CaseEvent::at)
                .max(Comparator.naturalOrder());
    }

    /** All events of a type, the oldest first. */
    public List<CaseEvent> events(EventType type) {
        return allEvents().stream().filter(e -> e.type() == type).toList();
    }

    /** The sealed words of a record. */
    public JsonNode words(CaseRecord entry) {
        return desk.open(file, entry);
    }

    // ---- checks

    /** Refuses unless the action is lawful now and this actor may take it (403, 409). */
    public void require(CaseAction action) {
        desk.permissions().require(this, action);
    }

    /** Refuses when the case changed since the actor looked at it. */
    public void sees(long seenVersion) {
        if (seenVersion != file.version()) {
            throw Refusal.conflict("STALE", "办件在您查看之后已有变化，请刷新页面后再操作。");
        }
    }

    /** The work item the actor means; refuses when it is gone, not his to do, or changed since he looked. */
    public WorkItem requireWork(CaseAction action, UUID workItem, long seenVersion) {
        WorkItem found = requireWork(action, workItem);
        if (found.version() != seenVersion) {
            throw Refusal.conflict("STALE", "这项待办在您查看之后已有变化，请刷新页面后再操作。");
        }
        return found;
    }

    /** The same for actions whose {@code seenVersion} is the case's. */
    public WorkItem requireWork(CaseAction action, UUID workItem) {
        require(action);
        WorkItem found = work.all().stream()
                .filter(w -> w.publicId().equals(workItem))
                .findFirst()
                .orElseThrow(() -> gone(workItem));
        if (!holds(found)) {
            throw Refusal.forbidden("这项待办不在您的岗位职责内。");
        }
        if (found.suspended()) {
            throw Refusal.conflict("SUSPENDED", "办件正在等待补正或特别程序，这项待办暂停办理。");
        }
        return found;
    }

    /** Why a piece of work is not there any more; of a 或签 the one who was faster is named. */
    private Refusal gone(UUID workItem) {
        return allEvents().stream()
                .filter(e -> e.type() == EventType.STEP_SETTLED && e.body().contains(String.valueOf(workItem)))
                .findFirst()
                .map(e -> Refusal.conflict("SIGNED_BY_OTHER", "这个环节为或签，同事已经先行签署，办件已往下走，您不必再签。"))
                .orElseGet(() -> Refusal.conflict("WORK_DONE", "这项待办已经办结或不存在，请刷新待办列表。"));
    }

    /** Refuses when another officer has claimed it. */
    public void requireMine(WorkItem item) {
        Optional<CaseFiles.Deputyship> standsIn = deputyFor(item);
        standsIn.ifPresent(deputyship -> acting = deputyship);
        if (item.assignee() != null && !item.assignedTo(actor.id()) && standsIn.isEmpty()) {
            throw Refusal.conflict("CLAIMED_BY_OTHER", "这项待办已由其他人员签收，请由其办理或先转办。");
        }
    }

    /** In his queue, given to him, or of somebody for whom he stands in. */
    boolean holds(WorkItem item) {
        return desk.access().holds(actor, item) || deputyFor(item).isPresent();
    }

    /** His to do: nobody's yet, his own, or of somebody for whom he stands in. */
    boolean free(WorkItem item) {
        return item.assignee() == null
                || item.assignedTo(actor.id())
                || deputyFor(item).isPresent();
    }

    /** 代理: does he stand in today for the one whose work it is? */
    Optional<CaseFiles.Deputyship> deputyFor(WorkItem item) {
        return actor.officer() && item.assignee() != null
                ? contents.deputies().stream()
                        .filter(d -> d.deputyId() == actor.id() && d.officerId() == item.assignee())
                        .findFirst()
                : Optional.empty();
    }

    /** 代谁: the officer for whom he acts in this action, or his own id. */
    public long principal() {
        return acting == null ? actor.id() : acting.officerId();
    }

    /** 回避: why this officer may have no part in the case; empty if he may. */
    public Optional<AvoidanceGround> avoids(long officer) {
        boolean ordered = records(RecordKind.AVOIDANCE).stream()
                .anyMatch(r -> r.outcome().equals("AVOIDS") && r.stepKey().equals("officer:" + officer));
        return contents.ties().stream()
                .filter(tie -> tie.officerId() == officer)
                .map(tie -> AvoidanceGround.valueOf(tie.kind()))
                .min(Comparator.naturalOrder())
                .or(() -> ordered ? Optional.of(AvoidanceGround.ORDERED) : Optional.empty());
    }

    /** Refuses (422) to give work to somebody who has to avoid the case. */
    public void requireNoAvoidance(long officer, String field) {
        if (avoids(officer).isPresent()) {
            throw Refusal.invalid(field, "AVOIDANCE", "这位同事与本件应当回避，不能参与办理，请另选其他同事。");
        }
    }

    public Step step(WorkItem workItem) {
        return item.step(workItem.stepKey());
    }

    // ---- changes

    public void move(CaseAction action, CaseStatus to) {
        file.move(action, to, now);
        over();
        touched = true;
    }

    /** The same with a legal date that lies before the action, such as the day on which a correction made it complete. */
    public void moveAsOf(CaseAction action, CaseStatus to, Instant at) {
        file.move(action, to, at);
        over();
        touched = true;
    }

    /** 申请终结: nobody waits any more for what interested parties would have stated. */
    private void over() {
        if (!file.status().ended()) {
            return;
        }
        for (CaseRecord entry : records(RecordKind.INTERESTED_PARTY)) {
            if (entry.open()) {
                boolean lapsed = entry.dueOn() != null && today().isAfter(entry.dueOn());
                boolean decided = file.decision() != null;
                closeRecord(entry, lapsed || decided ? "LAPSED" : "CASE_ENDED", (ObjectNode) words(entry));
            }
        }
    }

    /** The process has begun. */
    public void started(ProcessState state) {
        file.acceptedBy(actor.officer() ? actor.id() : 0, state.processId());
        work.follow(state);
    }

    /** 另一方当事人: two ask together, and this is the other. */
    public void join(long party) {
        file.join(party);
        touched = true;
    }

    /** 所涉人员: the answers name others now than before. */
    public void involves(Set<String> hashes) {
        Set<String> all = new java.util.TreeSet<>(hashes);
        records(RecordKind.INTERESTED_PARTY).stream()
                .map(CaseRecord::stepKey)
                .filter(hash -> !hash.isEmpty())
                .forEach(all::add);
        file.involve(all);
    }

    /** The decision was served by this action. */
    public void complete(CaseAction action, CompletionKind kind) {
        file.complete(action, kind, now);
        over();
        touched = true;
    }

    /** 变更送达方式. */
    public void serve(ServiceMethod method, boolean consent) {
        file.serve(method, consent);
        touched = true;
    }

    /** 归档. */
    public void archive() {
        file.archive(now);
        touched = true;
    }

    /** 统一出件: the result waits for no other any more. */
    public void release() {
        file.release();
        touched = true;
    }

    /** Answers, materials, corrections or the decision changed: whoever looked before has seen something else. */
    public void touch() {
        touched = true;
    }

    public void moment(CaseMoment moment) {
        clocks.on(moment, now);
    }

    /** Appends to the legal record. */
    public void event(EventType type, ObjectNode body) {
        String onBehalfOf = file.operatorId() != file.applicantId() || actor.officer() && applicantAction(type)
                ? "citizen:" + file.applicantId()
                : "";
        boolean byApplicantSide = actor.citizen() || applicantAction(type);
        if (!byApplicantSide && acting != null) {
            newEvents.add(file.append(
                    now, type, actor.key(), "officer:" + acting.officerId(), "代理 " + acting.id(), body.toString()));
            return;
        }
        newEvents.add(file.append(
                now,
                type,
                actor.key(),
                byApplicantSide ? onBehalfOf : "",
                byApplicantSide && !onBehalfOf.isEmpty() ? ground() : "",
                body.toString()));
    }

    /** The same for somebody who has no part in the case, such as whoever objects to what was shown to the public. */
    public void outsidersEvent(EventType type, ObjectNode body) {
        newEvents.add(file.append(now, type, actor.key(), "", "", body.toString()));
    }

    /** The same for what the platform itself did within this action. */
    public void systemEvent(EventType type, ObjectNode body) {
        newEvents.add(file.append(now, type, Actor.SYSTEM.key(), "", "", body.toString()));
    }

    private static boolean applicantAction(EventType type) {
        return switch (type) {
            case CASE_SUBMITTED,
                    CORRECTION_SUPPLIED,
                    PRE_RETURN_ANSWERED,
                    CASE_RESUBMITTED,
                    CASE_WITHDRAWN,
                    DEFERRED_SUPPLIED,
                    COMMITMENT_WITHDRAWN,
                    DEFENCE_STATED,
                    CANCELLATION_ASKED,
                    HEARING_ASKED,
                    HEARING_WAIVED,
                    CASE_URGED,
                    AVOIDANCE_REQUESTED,
                    SERVICE_CHANGED,
                    FEE_PAID -> true;
            default -> false;
        };
    }

    private String ground() {
        return actor.officer() ? "窗口代为录入" : file.basis();
    }

    public static ObjectNode body() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** Puts words into the file, sealed. */
    public CaseRecord note(
            RecordKind kind, String stepKey, String outcome, LocalDate dueOn, boolean open, ObjectNode words) {
        int round = records(kind).size() + 1;
        long officer = actor.officer() ? actor.id() : 0;
        CaseRecord entry = desk.newRecord(file, kind, stepKey, round, officer, outcome, now, dueOn, words);
        entry.forOfficer(acting == null ? null : acting.officerId());
        if (!open) {
            desk.closeRecord(file, entry, now, outcome, words);
        }
        records.add(entry);
        changedRecords.add(entry);
        return entry;
    }

    /** 准予文书: what was ordered or issued with the grant, and ends with it. */
    public List<UUID> granting() {
        return papers().stream()
                .filter(paper -> paper.kind().grants())
                .map(Paper::id)
                .toList();
    }

    /** Other words in a record that stays open. */
    public void rewrite(CaseRecord entry, ObjectNode words) {
        desk.rewriteRecord(file, entry, words);
        changedRecords.add(entry);
    }

    public void closeRecord(CaseRecord entry, String outcome, ObjectNode words) {
        desk.closeRecord(file, entry, now, outcome, words);
        changedRecords.add(entry);
    }

    /** An open record goes on with another outcome so far, or until another day. */
    public void amendRecord(CaseRecord entry, String outcome, LocalDate dueOn, ObjectNode words) {
        desk.amendRecord(file, entry, outcome, dueOn, words);
        changedRecords.add(entry);
    }

    /** The documents of a kind that are ordered or in the register, without those entered as void. */
    public List<UUID> documents(DocumentKind kind) {
        return contents.documents().stream()
                .filter(d -> d.kind().equals(kind.name()) && !d.state().equals("VOID"))
                .map(CaseFiles.DocumentRow::id)
                .toList();
    }

    /** The due and warning dates of a running clock, for a work item that lasts as long as it. */
    public Lights dueOf(ClockKind kind) {
        return desk.due(this, kind);
    }

    public void feeDue(long cents) {
        file.feeDue(cents);
        touched = true;
    }

    public void paid() {
        file.paid(now);
        touched = true;
    }

    /** The register has it. */
    public void issued(UUID document) {
        issued.add(document);
    }

    /** Kinds of the documents that are in the register. */
    public Set<DocumentKind> registered() {
        return contents.documents().stream()
                .filter(d -> stateOf(d).equals("REGISTERED"))
                .map(d -> DocumentKind.valueOf(d.kind()))
                .collect(Collectors.toSet());
    }

    /** Are all documents that were ordered so far in the register? */
    public boolean documentsReady() {
        return contents.documents().stream()
                .allMatch(d -> d.state().equals("REGISTERED") || d.state().equals("VOID") || issued.contains(d.id()));
    }

    /** 卷内文书, those given up left out. */
    public List<Paper> papers() {
        return contents.documents().stream()
                .filter(row -> !row.state().equals("VOID"))
                .map(row -> new Paper(
                        row.id(),
                        DocumentKind.valueOf(row.kind()),
                        row.title(),
                        row.number(),
                        stateOf(row).equals("REGISTERED"),
                        row.addressee()))
                .toList();
    }

    /** 已撤销: what was granted was taken back; its decision and its result are served to nobody any more. */
    public boolean rescinded() {
        return records(RecordKind.RESCISSION).stream()
                .anyMatch(entry -> entry.outcome().equals("RESCINDED"));
    }

    /** 不再有效: what was granted was rescinded, withdrawn or cancelled. */
    public boolean ended() {
        return rescinded()
                || records(RecordKind.LICENCE_ENDING).stream()
                        .anyMatch(entry -> entry.outcome().equals("ENDED"));
    }

    /** 随决定撤销的文书. */
    public boolean takenBack(DocumentKind kind) {
        return kind.grants() && ended();
    }

    /** 未送达: letters to the applicant in the register that have to be served and were not yet. */
    public List<Paper> unserved() {
        return unservedAtAll().stream()
                .filter(paper -> paper.addressee() == null)
                .toList();
    }

    /** The same, those to others than the applicant among them. */
    public List<Paper> unservedAtAll() {
        Set<String> served = records(RecordKind.SERVICE).stream()
                .filter(r -> !r.open() && ServiceWay.named(r.outcome()).isPresent())
                .map(CaseRecord::stepKey)
                .collect(Collectors.toSet());
        return papers().stream()
                .filter(paper -> paper.registered() && paper.kind().servable())
                .filter(paper -> !takenBack(paper.kind()))
                .filter(paper -> !served.contains(paper.id().toString()))
                .toList();
    }

    /** 必须送达的: those to the applicant, and what tells others how it was decided. */
    public List<Paper> owed() {
        return unservedAtAll().stream()
                .filter(paper -> paper.addressee() == null || paper.kind() == DocumentKind.INTERESTED_DECISION_NOTICE)
                .toList();
    }

    /** Is no letter being made, those that this action orders among them? */
    public boolean nothingInTheMaking() {
        return letters.isEmpty() && documentsReady();
    }

    /** Orders a letter; it is numbered, sealed and registered after the commit. */
    public void letter(DocumentKind kind, String template, ObjectNode data) {
        letters.add(new Letter(kind, template, data, null));
    }

    /**
     * Orders a letter to somebody else than the applicant, who does not learn of it; neither learns of the other more than
     * the letter's own data say.
     *
     * @param addressee the record of whom it is for
     */
    public void letterTo(CaseRecord addressee, DocumentKind kind, ObjectNode data) {
        letters.add(new Letter(kind, kind.template(), data, addressee.id()));
    }

    /** Tells the applicant's side. */
    public void tellApplicant(String key, ObjectNode params) {
        tell("party:" + file.applicantId(), key, params);
        if (file.operatorId() != file.applicantId()) {
            tell("party:" + file.operatorId(), key, params);
        }
        if (file.coApplicantId() != null) {
            tell("party:" + file.coApplicantId(), key, params);
        }
    }

    /** Tells somebody: {@code party:7}, {@code officer:3} or a post. */
    public void tell(String to, String key, ObjectNode params) {
        notices.add(new Notice(to, key, params));
    }

    // ---- for the desk

    boolean touched() {
        return touched;
    }

    List<CaseEvent> newEvents() {
        return newEvents;
    }

    List<CaseEvent> allEvents() {
        List<CaseEvent> all = new ArrayList<>(contents.events());
        all.addAll(newEvents);
        return all;
    }

    List<CaseRecord> allRecords() {
        return records;
    }

    List<CaseRecord> changedRecords() {
        return List.copyOf(changedRecords);
    }

    List<Letter> letters() {
        return letters;
    }

    List<Notice> notices() {
        return notices;
    }

    String stateOf(CaseFiles.DocumentRow row) {
        return issued.contains(row.id()) ? "REGISTERED" : row.state();
    }

    /** A new case: its submission has just been frozen and need not be read. */
    OpenCase of(Submission frozen) {
        submission = frozen;
        return this;
    }

    /** Read once however many letters an action orders. */
    public Submission submission(ReadSubmission reader) {
        if (submission == null) {
            submission = reader.read(file.submissionId());
        }
        return submission;
    }

    CaseFiles.Contents contents() {
        return contents;
    }
}
