package org.yiwang.workflow.casefile;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.yiwang.forms.catalogue.FindItem;
import org.yiwang.forms.catalogue.ItemVersion;
import org.yiwang.forms.catalogue.Language;
import org.yiwang.forms.catalogue.form.DisplaySection;
import org.yiwang.forms.document.DocumentView;
import org.yiwang.forms.document.FindDocuments;
import org.yiwang.forms.filling.ReadSubmission;
import org.yiwang.forms.filling.Submission;
import org.yiwang.forms.identity.Actor;
import org.yiwang.forms.identity.Channel;
import org.yiwang.forms.identity.FindParty;
import org.yiwang.forms.identity.MandateView;
import org.yiwang.forms.identity.Role;
import org.yiwang.forms.material.MaterialView;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.forms.platform.TraceId;
import org.yiwang.workflow.casefile.internal.CaseFiles;
import org.yiwang.workflow.casefile.internal.CaseGuests;
import org.yiwang.workflow.casefile.internal.CaseLists;
import org.yiwang.workflow.clock.TrafficLight;

/** 查看办件: one's own, one's principal's, or as an officer with a ground, which is written down. */
@ApplicationScoped
public class ReadCase {

    @Inject
    CaseFiles files;

    @Inject
    CaseLists lists;

    @Inject
    CaseDesk desk;

    @Inject
    CaseAccess access;

    @Inject
    FindItem items;

    @Inject
    FindParty parties;

    @Inject
    FindDocuments documents;

    @Inject
    OtherPapers others;

    @Inject
    ReadSubmission submissions;

    @Inject
    CaseGuests guests;

    @Inject
    Clock clock;

    /** 办件摘要: one line of a list. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Line(
            String caseNo,
            String itemCode,
            String itemName,
            CaseStatus status,
            String statusText,
            String applicant,
            Instant submittedAt,
            TrafficLight light) {}

    /** 一页: lines and where the next page begins; null on the last. */
    public record Page(List<Line> cases, String next) {}

    /**
     * 申请内容: answers as people read them, personal numbers masked, and the materials.
     *
     * @param item the version of the service that the case is under
     */
    public record Content(ItemVersion item, List<DisplaySection> sections, List<MaterialView> materials) {}

    @Transactional
    public CaseView read(Actor actor, CaseNo no) {
        CaseFile file = visible(actor, no);
        return desk.views().of(desk.look(actor, file));
    }

    /** What was asked for; for the applicant's side and for officers who see the case. */
    @Transactional
    public Content content(Actor actor, CaseNo no) {
        CaseFile file = visible(actor, no);
        ItemVersion item = items.version(file.itemVersionId());
        Submission submission = submissions.read(file.submissionId());
        return new Content(item, item.form().display(submission.answers(), Language.ZH), submission.materials());
    }

    /** The query code, for the applicant's side only. */
    @Transactional
    public String queryCode(Actor actor, CaseNo no) {
        CaseFile file = visible(actor, no);
        if (!access.speaksForApplicant(actor, file, items.version(file.itemVersionId()))) {
            throw Refusal.forbidden("查询码只提供给申请人。");
        }
        return desk.queryCode(file);
    }

    /** Refuses unless this document belongs to a case, or to an errand, that the actor may see. */
    @Transactional
    public DocumentView document(Actor actor, UUID id) {
        DocumentView document = documents.one(id).orElseThrow(() -> Refusal.notFound("这份文书"));
        if (document.addressee() != null && !actor.officer()) {
            // 受送达人 alone: neither does the applicant read what is for others, nor do others read more than that.
            if (!actor.citizen() || !guests.interested(actor, document.addressee())) {
                throw Refusal.notFound("这份文书");
            }
            return document;
        }
        CaseNo no = CaseNo.parse(document.caseNo()).orElseThrow(() -> Refusal.notFound("这份文书"));
        if (!others.shows(actor, no)) {
            visible(actor, no, "这份文书");
        }
        if (document.kind().internal() && !actor.officer()) {
            throw Refusal.notFound("这份文书");
        }
        return document;
    }

    /** Where files of a case are stored; refuses who may not see it. */
    @Transactional
    public String fileScope(Actor actor, CaseNo no) {
        return "case:" + visible(actor, no).caseNo();
    }

    /** His own cases, those he submitted for others, and his principals', newest first. */
    @Transactional
    public Page mine(Actor actor, String after, int limit) {
        return mine(actor, after, limit, true);
    }

    /** The same without those that are part of an errand, which stands in the list itself. */
    @Transactional
    public Page alone(Actor actor, String after, int limit) {
        return mine(actor, after, limit, false);
    }

    private Page mine(Actor actor, String after, int limit, boolean bundled) {
        if (!actor.citizen()) {
            throw Refusal.forbidden("“我的办件”只对申请人开放。");
        }
        List<Long> whose = Stream.concat(
                        Stream.of(actor.id()),
                        parties.mandates(actor).stream()
                                .filter(mandate -> mandate.items().isEmpty())
                                .map(mandate -> mandate.principal().internalId()))
                .distinct()
                .toList();
        int size = Math.max(1, Math.min(limit, 50));
        long operator = actor.channel() == Channel.KIOSK ? 0 : actor.id();
        List<CaseFile> found = lists.of(whose, operator, after, size + 1, bundled);
        List<Line> lines = found.stream().limit(size).map(this::line).toList();
        return new Page(lines, found.size() > size ? lines.get(size - 1).caseNo() : null);
    }

    private Line line(CaseFile file) {
        LocalDate today = LegalDay.of(clock.instant());
        return new Line(
                file.caseNo().value(),
                file.itemCode(),
                file.itemName(),
                file.status(),
                StatusText.of(file.status()),
                file.applicantMasked(),
                file.submittedAt(),
                file.lightOn(today));
    }

    private CaseFile visible(Actor actor, CaseNo no) {
        return visible(actor, no, "这个办件");
    }

    /** Whoever looks at the case of another, or at anything in it, is written down with his ground. */
    private CaseFile visible(Actor actor, CaseNo no, String what) {
        CaseFile file = files.find(no).orElseThrow(() -> Refusal.notFound(what));
        if (!access.sees(actor, file, items.version(file.itemVersionId()))) {
            throw Refusal.notFound(what);
        }
        if (actor.officer() || actor.id() != file.applicantId()) {
            files.logAccess(clock.instant(), actor.key(), file.id(), ground(actor, file), TraceId.current());
        }
        return file;
    }

    private String ground(Actor actor, CaseFile file) {
        if (actor.citizen()) {
            return "代办 "
                    + parties.mandate(actor, file.applicantId(), file.itemCode())
                            .map(MandateView::number)
                            .orElse(file.basis());
        }
        ItemVersion item = items.version(file.itemVersionId());
        Optional<String> post = Stream.concat(
                        Stream.of(item.intake()), item.steps().stream().flatMap(s -> s.posts().stream()))
                .filter(actor::holds)
                .findFirst()
                .map(Object::toString);
        boolean overseer = actor.is(Role.SUPERVISOR) || actor.is(Role.ADMIN);
        return post.orElse(access.handsOut(actor) ? "窗口" : overseer ? "监督管理" : "协办");
    }
}
