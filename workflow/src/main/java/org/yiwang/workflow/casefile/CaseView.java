package org.yiwang.workflow.casefile;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.yiwang.workflow.clock.ClockKind;
import org.yiwang.workflow.clock.ClockView;
import org.yiwang.workflow.clock.TrafficLight;
import org.yiwang.workflow.worklist.WorkPart;

/**
 * 办件视图: one case as one person may see it. The same dates, lights and words for citizen, officer and supervisor; what
 * a citizen may not see (opinions before the decision, names of officers) is empty for him.
 *
 * @param version what {@code seenVersion} is compared with
 * @param sentence the status in a plain sentence
 * @param nextStep what happens next, and by when
 * @param due the date of the next step; null when there is none
 * @param ifAnsweredToday the last day of the answer if the applicant corrected everything today; null when nothing is
 *     demanded of him
 * @param ifEndedToday the same if what time rests for, such as a special procedure, ended today; null when it does not rest
 * @param specialProcedure the one that runs, of several the newest; null when none does
 * @param specialProcedures all of them, those that run first
 * @param urgent 急: ordered to be done before everything else, and not over yet
 * @param mustAvoid why this officer may have no part in it; null if he may
 * @param openDuplicates numbers of other open cases of the same applicant for the same service; officers only
 * @param rating 1 to 5, or null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CaseView(
        String caseNo,
        CaseStatus status,
        String statusText,
        String sentence,
        String nextStep,
        Due due,
        LocalDate ifAnsweredToday,
        LocalDate ifEndedToday,
        long version,
        Item item,
        Party applicant,
        Party operator,
        String organisation,
        String channel,
        Instant submittedAt,
        Instant acceptedAt,
        Instant decidedAt,
        Instant completedAt,
        Instant archivedAt,
        DecisionKind decision,
        TrafficLight light,
        boolean urgent,
        List<ClockView> clocks,
        List<Entry> timeline,
        List<Document> documents,
        List<Correction> corrections,
        List<Opinion> opinions,
        SpecialProcedure specialProcedure,
        List<SpecialProcedure> specialProcedures,
        List<Forwarding> forwardings,
        Refused refused,
        PreReturn preReturn,
        List<Proposal> proposals,
        Extension extension,
        List<Deferred> deferred,
        Commitment commitment,
        Rescission rescission,
        Ending ending,
        Hearing hearing,
        List<Interested> interested,
        TwoStages stages,
        List<Work> workItems,
        Fee fee,
        Service service,
        List<Served> servings,
        List<CaseAction> allowedActions,
        List<Avoidance> avoidances,
        String mustAvoid,
        List<String> openDuplicates,
        Integer rating) {

    /** 下一个期限: what the next step's sentence is about. */
    public record Due(ClockKind kind, LocalDate on) {}

    /** 事项. */
    public record Item(String code, String name, int version) {}

    /** 当事人, masked. */
    public record Party(String name, String number) {}

    /** One line of the time line. */
    public record Entry(int seq, Instant at, EventType type, String text, String by) {}

    /** 文书. */
    public record Document(UUID id, String kind, String title, String number, String state) {

        public boolean ready() {
            return "REGISTERED".equals(state);
        }
    }

    /** 补正: one notice with everything that is missing, and whether it was answered. */
    public record Correction(
            int round, Instant openedAt, LocalDate dueOn, Instant answeredAt, List<Demand> items, String note) {}

    /** 补正项: what is wrong with which field or material. */
    public record Demand(String target, String label, String text) {}

    /**
     * 审查意见.
     *
     * @param check what else a site check has on record; otherwise null
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Opinion(
            String step,
            String stepName,
            String role,
            String outcome,
            String by,
            Instant at,
            String text,
            List<Answer> answers,
            SiteCheck check) {}

    /**
     * 现场核查: who went along, when and where, and the pictures taken.
     *
     * @param signature SIGNED, REFUSED or ABSENT; null on records of before there was a letter of them
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record SiteCheck(
            String with,
            Instant checkedAt,
            String place,
            List<UUID> photos,
            String signature,
            String party,
            String refusal,
            String witness) {}

    /** 对反对意见的逐条回应. */
    public record Answer(String step, String text) {}

    /**
     * 特别程序.
     *
     * @param expectedOn the day told last; what it says once ended is the day it was told to end on
     * @param toldBefore days that were told before that one
     * @param endedAt null while it runs
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record SpecialProcedure(
            String type,
            String name,
            Instant startedAt,
            LocalDate expectedOn,
            List<LocalDate> toldBefore,
            boolean late,
            Instant endedAt) {}

    /**
     * 上报: one report to the higher authority and its answer.
     *
     * @param via how it goes there, a stand-in by that name; officers only
     * @param opinion and legal basis of the first examination; officers only
     * @param answer GRANTED, DENIED, RETURNED, COMPLETED or, when the case was withdrawn before, WITHDRAWN; null while the
     *     answer is awaited
     * @param documentNo number of the authority's own document
     * @param file that document, among the files of the case; officers only
     * @param typed an answer on paper that waits for a second person; officers only
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Forwarding(
            int round,
            String authority,
            Instant since,
            String via,
            String opinion,
            String legalBasis,
            String answer,
            Instant answeredAt,
            String documentNo,
            LocalDate decidedOn,
            String text,
            UUID file,
            PaperAnswer typed) {}

    /**
     * 待复核的书面答复.
     *
     * @param byYou did this officer type it? Then another has to compare it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record PaperAnswer(
            String answer,
            String documentNo,
            LocalDate decidedOn,
            String signedBy,
            String text,
            UUID file,
            boolean byYou) {}

    /**
     * 不予受理 or 不受理: why, and where to go instead.
     *
     * @param authority null where no licence is needed
     * @param contact of an authority the register does not know
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Refused(
            String reason,
            String legalBasis,
            String authority,
            String address,
            String phone,
            String url,
            String contact) {}

    /** 预审退回: what the window suggests to change, while the applicant's answer or his new papers are awaited. */
    public record PreReturn(String reason, LocalDate dueOn, boolean answered) {}

    /**
     * 请示; officers only.
     *
     * @param outcome PENDING, APPROVED, REJECTED, or how the case ended before an answer
     * @param yours did this officer propose it himself? He may not answer it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Proposal(
            Measure measure,
            String title,
            String by,
            Instant at,
            String reason,
            String outcome,
            String answer,
            boolean yours) {}
    /**
     * 延期申请: what was asked for and waits for approval; officers only.
     *
     * @param by how much more time, such as {@code 10个工作日}
     */
    public record Extension(String reason, String by, Instant askedAt, String askedBy, LocalDate dueOn) {}

    /**
     * 容缺材料: one that the applicant was let to bring later.
     *
     * @param dueOn the last good day; null before the case is taken on, or before the grant where it counts from there
     * @param state PROMISED, PENDING, SUPPLIED, EXPIRED or EXEMPTED
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Deferred(
            String material, String name, String reason, LocalDate dueOn, Instant suppliedAt, String state) {}

    /**
     * 告知承诺.
     *
     * @param mode how it is checked, in Chinese
     * @param state COMMITTED, VERIFYING, RECTIFYING, TRUE, FALSE, EXEMPT, WITHDRAWN or LAPSED
     * @param dueOn until when it is checked or put right
     * @param finding what was found last
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Commitment(
            String name,
            String kind,
            String mode,
            List<String> materials,
            String state,
            Instant signedAt,
            LocalDate dueOn,
            String finding) {}

    /**
     * 两段办理.
     *
     * @param result what the first stage issues
     * @param begins APPEARANCE or DEPARTMENT
     * @param bring what has to be brought along, or null
     * @param state NOT_YET, GRANTED (the second stage waits), BEGUN, or how it ended while it waited
     * @param until the last day on which the second stage can begin; null unless it waits
     * @param note what was found when it began; officers only
     * @param files what was brought along, among the files of the case; officers only
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record TwoStages(
            String result,
            String begins,
            String bring,
            String state,
            Instant grantedAt,
            LocalDate until,
            Instant begunAt,
            String note,
            List<UUID> files) {}

    /**
     * 撤销程序.
     *
     * @param ground DEFERRED_EXPIRED, FALSE_COMMITMENT or NOT_RECTIFIED
     * @param until the last day to be heard
     * @param defence what the person said; null until then
     * @param state TOLD, HEARD, RESCINDED or DROPPED
     * @param finding what was found, once it is rescinded
     * @param evidence files of the case that prove it; officers only
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Rescission(
            String ground,
            String reason,
            LocalDate until,
            String defence,
            String state,
            String verdict,
            String finding,
            List<UUID> evidence) {}

    /**
     * 撤回、注销.
     *
     * @param kind WITHDRAWAL or CANCELLATION
     * @param ground of the law, such as EXPIRED
     * @param state ASKED, TOLD, HEARD, PROPOSED, ENDED or DROPPED
     * @param request what the holder asked for, if it was he
     * @param compensation of a withdrawal
     * @param until the last day to be heard; null before the notice was served, or where nobody has to be
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Ending(
            String kind,
            String ground,
            String state,
            String request,
            String facts,
            String legalBasis,
            String compensation,
            LocalDate until,
            String defence,
            String verdict) {}

    /**
     * 听证.
     *
     * @param state TOLD, LAPSED, WAIVED, ASKED, SET, HELD or CALLED_OFF
     * @param reason why there is a right to it
     * @param until the last day to ask; null before the notice was served
     * @param request what the applicant wants to be heard on
     * @param holdBy the last day to hold it
     * @param closed why it is not held in public
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Hearing(
            String state,
            String reason,
            LocalDate until,
            String request,
            LocalDate holdBy,
            Instant heldAt,
            String place,
            String host,
            String closed,
            String findings) {}

    /**
     * 利害关系人; officers only.
     *
     * @param number masked; null where it is not known
     * @param hearing was he told that he may ask for a hearing?
     * @param state TOLD, LAPSED, STATED, WAIVED or HEARING
     * @param until the last day to state; null before the notice was served
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Interested(
            UUID id,
            String name,
            String number,
            String contact,
            String ground,
            boolean hearing,
            String state,
            LocalDate until,
            String statement,
            Instant statedAt) {}

    /**
     * 待办.
     *
     * @param part what it is within its step: the step's own, a signature, an opinion asked for
     * @param givenBy who delegated it, added the signer or asked; null for what the process opened
     * @param byYou was that this officer? He may take it back
     * @param request what he asked for
     * @param waits for somebody who has to speak first
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Work(
            UUID id,
            String step,
            String stepName,
            String role,
            String queue,
            String assignee,
            boolean mine,
            boolean yours,
            boolean suspended,
            LocalDate dueOn,
            TrafficLight light,
            long version,
            WorkPart part,
            String givenBy,
            boolean byYou,
            String request,
            boolean waits) {}

    /**
     * 回避; the applicant's side sees its own requests.
     *
     * @param who the officer, or whom the applicant named; null if nobody
     * @param outcome AVOIDS, or of a request REQUESTED, GRANTED, REFUSED
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Avoidance(String who, String reason, Instant at, String outcome, String answer) {}

    /**
     * 费用, in 分.
     *
     * @param checking a receipt number was given and is being looked up
     */
    public record Fee(long cents, boolean paid, boolean checking) {}

    /**
     * 送达方式.
     *
     * @param pickup where and until when, while it lies ready; otherwise null
     * @param parcel the last one, on its way or not; otherwise null
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Service(String method, boolean electronic, Pickup pickup, Parcel parcel) {}

    /** 待领取: where, until when, and what to bring. */
    public record Pickup(
            String place, String address, String hours, String phone, LocalDate until, List<String> bring) {}

    /**
     * 寄递.
     *
     * @param trackingNo null until the courier has given one
     * @param state SENT, DELIVERED or RETURNED
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Parcel(String courier, String trackingNo, String state, Instant sentAt, String reason) {}

    /**
     * 送达: one letter that has to be served.
     *
     * @param way null while it was not served
     * @param servedAt null while it was not served
     * @param until last day of a public notice that runs
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Served(
            UUID document,
            String title,
            String number,
            ServiceWay way,
            String wayText,
            Instant servedAt,
            LocalDate until) {}
}
