package org.yiwang.workflow.casefile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.yiwang.forms.catalogue.FindItem;
import org.yiwang.forms.catalogue.ItemVersion;
import org.yiwang.forms.catalogue.Step;
import org.yiwang.forms.document.DocumentOrder;
import org.yiwang.forms.document.OrderDocument;
import org.yiwang.forms.filling.NamedPeople;
import org.yiwang.forms.filling.Submission;
import org.yiwang.forms.identity.Actor;
import org.yiwang.forms.platform.Outbox;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.forms.platform.SecretBox;
import org.yiwang.workflow.casefile.internal.CaseFiles;
import org.yiwang.workflow.clock.Calendars;
import org.yiwang.workflow.clock.ClockKind;
import org.yiwang.workflow.clock.ClockLedger;
import org.yiwang.workflow.clock.Lights;
import org.yiwang.workflow.clock.Warnings;

/**
 * 办件台: takes a case from the shelf, locked, and puts it back with what changed. Every use case begins with {@link #open}
 * and ends with {@link #close}; between them nothing is written.
 */
@ApplicationScoped
public class CaseDesk {

    /** Outbox kind of the notices an action orders. */
    public static final String TELL = "TELL";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Warnings WARNINGS = Warnings.configured();

    @Inject
    CaseFiles files;

    @Inject
    CaseAccess access;

    @Inject
    Permissions permissions;

    @Inject
    CaseViews views;

    @Inject
    FindItem items;

    @Inject
    Calendars calendars;

    @Inject
    SecretBox box;

    @Inject
    OrderDocument documents;

    @Inject
    Outbox outbox;

    @Inject
    Clock clock;

    @Inject
    Deadlines deadlines;

    @Inject
    LetterData letterData;

    @Inject
    NamedPeople people;

    /** Locks the case; answers "not found" to whoever may not see it. */
    public OpenCase open(Actor actor, CaseNo no) {
        CaseFile file = files.lock(no).orElseThrow(() -> Refusal.notFound("这个办件"));
        ItemVersion item = items.version(file.itemVersionId());
        if (actor.kind() != Actor.Kind.SYSTEM && !access.sees(actor, file, item)) {
            throw Refusal.notFound("这个办件");
        }
        return load(actor, file, item);
    }

    /**
     * Locks it for somebody whose right to act follows from elsewhere, such as an order to his department; whoever calls
     * this has asked for that right himself.
     */
    public OpenCase openFor(Actor actor, long caseId) {
        CaseFile file = files.find(caseId)
                .flatMap(found -> files.lock(found.caseNo()))
                .orElseThrow(() -> Refusal.notFound("这个办件"));
        return load(actor, file, items.version(file.itemVersionId()));
    }

    /** The same by number. */
    public OpenCase openFor(Actor actor, CaseNo no) {
        CaseFile file = files.lock(no).orElseThrow(() -> Refusal.notFound("这个办件"));
        return load(actor, file, items.version(file.itemVersionId()));
    }

    /** Reads without locking; answers "not found" to whoever may not see it. The case must not be changed. */
    public OpenCase look(Actor actor, CaseNo no) {
        CaseFile file = files.find(no).orElseThrow(() -> Refusal.notFound("这个办件"));
        ItemVersion item = items.version(file.itemVersionId());
        if (actor.kind() != Actor.Kind.SYSTEM && !access.sees(actor, file, item)) {
            throw Refusal.notFound("这个办件");
        }
        return load(actor, file, item);
    }

    /** The same by internal id, for the platform itself. */
    public OpenCase open(Actor actor, long caseId) {
        CaseFile file = files.find(caseId).orElseThrow(() -> Refusal.notFound("这个办件"));
        return open(actor, file.caseNo());
    }

    /** The same without locking, for somebody whose right to look follows from elsewhere, such as his own objection. */
    public OpenCase lookFor(Actor actor, long caseId) {
        CaseFile file = files.find(caseId).orElseThrow(() -> Refusal.notFound("这个办件"));
        return load(actor, file, items.version(file.itemVersionId()));
    }

    /** Reads without locking; the case must not be changed. */
    public OpenCase look(Actor actor, CaseFile file) {
        return load(actor, file, items.version(file.itemVersionId()));
    }

    private OpenCase load(Actor actor, CaseFile file, ItemVersion item) {
        Instant now = clock.instant();
        CaseFiles.Contents contents = files.contents(file, LegalDay.of(now));
        ClockLedger ledger =
                ClockLedger.of(file.id(), contents.clocks(), item.allLimits(), calendars.of(Region.CITY), WARNINGS);
        return new OpenCase(this, actor, now, file, item, ledger, contents);
    }

    /** Puts a new case on the desk. */
    public OpenCase create(Actor actor, CaseNo no, UUID draftId, Submission submission) {
        Instant now = clock.instant();
        String queryCode = QueryCode.fresh();
        byte[] sealed = box.seal(
                submission.keyId(), "case_file.query_code:" + no, queryCode.getBytes(StandardCharsets.US_ASCII));
        CaseFile file = CaseFile.open(files.nextCaseId(), no, draftId, submission, actor.channel(), sealed, now);
        file.involve(people.of(submission.item().form(), submission.answers()));
        CaseFiles.Contents nothing = new CaseFiles.Contents(
                List.of(), List.of(), List.of(), List.of(), List.of(), null, List.of(), List.of());
        ClockLedger ledger = ClockLedger.of(
                file.id(), List.of(), submission.item().allLimits(), calendars.of(Region.CITY), WARNINGS);
        return new OpenCase(this, actor, now, file, submission.item(), ledger, nothing).of(submission);
    }

    /** Puts a new case of an errand on the desk. */
    public OpenCase create(Actor actor, CaseNo no, UUID draftId, Submission submission, BundleSeat seat) {
        OpenCase open = create(actor, no, draftId, submission);
        open.file().seat(seat);
        return open;
    }

    /** Writes what changed in one statement and answers the case as this actor now sees it. */
    public CaseView close(OpenCase open) {
        CaseFile file = open.file();
        if (open.touched()) {
            file.touched();
        }
        deadlines.mark(open);
        open.work().mark(open.urgent());
        files.write(new CaseFiles.Changes(
                file,
                open.newEvents(),
                open.clocks().changes(),
                open.changedRecords(),
                open.work().changed(),
                open.work().closed()));
        documents.order(
                open.letters().stream().map(letter -> order(open, letter)).toList());
        tell(open);
        tellErrand(open);
        return views.of(open);
    }

    private DocumentOrder order(OpenCase open, OpenCase.Letter letter) {
        CaseFile file = open.file();
        ObjectNode data =
                letter.addressee() == null ? letterData.of(open) : letterData.toOther(open, letter.addressee());
        data.setAll(letter.data());
        return new DocumentOrder(
                letter.kind(),
                letter.template(),
                file.itemVersionId(),
                file.caseNo().value(),
                file.organisation(),
                open.today(),
                data,
                file.keyId(),
                letter.addressee());
    }

    /** One outbox row for all whom this action concerns; the notices themselves are written after the commit. */
    private void tell(OpenCase open) {
        if (open.notices().isEmpty()) {
            return;
        }
        ObjectNode order = JSON.createObjectNode();
        order.put("caseNo", open.file().caseNo().value());
        order.put("item", open.file().itemName());
        var list = order.putArray("notices");
        for (OpenCase.Notice notice : open.notices()) {
            list.addObject().put("to", notice.to()).put("key", notice.key()).set("params", notice.params());
        }
        String no = open.file().caseNo().value();
        // A queue of its own: a notice that cannot be sent holds back no letter.
        outbox.order(TELL, no + ":" + open.file().headSeq(), "tell:" + no, order.toString());
    }

    /** The errand it is part of learns after the commit that something happened here; it looks for itself what. */
    private void tellErrand(OpenCase open) {
        CaseFile file = open.file();
        if (file.bundleId() != null && !open.newEvents().isEmpty()) {
            outbox.order(
                    BundledCases.MOVED,
                    file.caseNo().value() + ":" + file.headSeq(),
                    "bundle:" + file.bundleId(),
                    JSON.createObjectNode().put("bundle", file.bundleId()).toString());
        }
    }

    CaseRecord newRecord(
            CaseFile file,
            RecordKind kind,
            String stepKey,
            int round,
            long officer,
            String outcome,
            Instant at,
            LocalDate dueOn,
            ObjectNode words) {
        UUID id = UUID.randomUUID();
        return new CaseRecord(id, file.id(), kind, stepKey, round, officer, outcome, at, dueOn, seal(file, id, words));
    }

    void closeRecord(CaseFile file, CaseRecord entry, Instant at, String outcome, ObjectNode words) {
        entry.close(at, outcome, seal(file, entry.id(), words));
    }

    void rewriteRecord(CaseFile file, CaseRecord entry, ObjectNode words) {
        entry.rewrite(seal(file, entry.id(), words));
    }

    void amendRecord(CaseFile file, CaseRecord entry, String outcome, LocalDate dueOn, ObjectNode words) {
        entry.amend(outcome, dueOn, seal(file, entry.id(), words));
    }

    private byte[] seal(CaseFile file, UUID record, ObjectNode words) {
        return box.seal(file.keyId(), "case_record:" + record, words.toString().getBytes(StandardCharsets.UTF_8));
    }

    JsonNode open(CaseFile file, CaseRecord entry) {
        try {
            return JSON.readTree(box.open(file.keyId(), "case_record:" + entry.id(), entry.sealed()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("record does not hold JSON", e);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The query code, for the applicant's receipt. */
    public String queryCode(CaseFile file) {
        return new String(
                box.open(file.keyId(), "case_file.query_code:" + file.caseNo(), file.queryCode()),
                StandardCharsets.US_ASCII);
    }

    Lights due(OpenCase open, Step step) {
        return deadlines.due(open, step);
    }

    Lights due(OpenCase open, ClockKind kind) {
        return deadlines.due(open, kind);
    }

    long nextWorkItemId() {
        return files.nextWorkItemId();
    }

    CaseViews views() {
        return views;
    }

    Permissions permissions() {
        return permissions;
    }

    CaseAccess access() {
        return access;
    }
}
