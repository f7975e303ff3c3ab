package org.yiwang.workflow.hearing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.yiwang.forms.document.DocumentKind;
import org.yiwang.forms.identity.Actor;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.workflow.casefile.ActionUseCase;
import org.yiwang.workflow.casefile.CaseAction;
import org.yiwang.workflow.casefile.CaseDesk;
import org.yiwang.workflow.casefile.CaseNo;
import org.yiwang.workflow.casefile.CaseRecord;
import org.yiwang.workflow.casefile.CaseView;
import org.yiwang.workflow.casefile.EventType;
import org.yiwang.workflow.casefile.LegalDay;
import org.yiwang.workflow.casefile.LetterDate;
import org.yiwang.workflow.casefile.OpenCase;
import org.yiwang.workflow.casefile.RecordKind;
import org.yiwang.workflow.casefile.Region;
import org.yiwang.workflow.casefile.Words;
import org.yiwang.workflow.clock.Calendars;
import org.yiwang.workflow.organisation.Directory;
import org.yiwang.workflow.organisation.Officer;

/**
 * 安排听证: day, place and who presides. The applicant is told at least seven workdays before; it is held in public; whoever
 * presides has no part in examining the application (行政许可法 §48). Set again, it is told again.
 */
@ApplicationScoped
public class SetHearing implements ActionUseCase<SetHearing.Plan> {

    /** 提前通知, in workdays (行政许可法 §48, §82). */
    private static final int NOTICE_DAYS = 7;

    @Inject
    CaseDesk desk;

    @Inject
    Directory directory;

    @Inject
    Calendars calendars;

    /**
     * 听证安排.
     *
     * @param heldAt when; at least seven workdays from today, within the twenty of the request
     * @param hostStaffNo who presides: of the same authority, without a part in the case
     * @param closed why it is not held in public: a secret of the state, of a business or somebody's privacy
     */
    public record Plan(Instant heldAt, String place, String hostStaffNo, String closed) {}

    @Override
    public CaseAction action() {
        return CaseAction.SET_HEARING;
    }

    @Override
    public Class<Plan> fields() {
        return Plan.class;
    }

    @Override
    @Transactional
    public CaseView perform(Actor actor, CaseNo no, Asked<Plan> asked) {
        OpenCase open = desk.open(actor, no);
        open.require(CaseAction.SET_HEARING);
        open.sees(asked.seenVersion());
        CaseRecord hearing = running(open);
        ObjectNode said = checked(open, hearing, asked.fields());
        ObjectNode words = (ObjectNode) open.words(hearing);
        words.setAll(said);
        open.amendRecord(hearing, "SET", hearing.dueOn(), words);
        open.touch();
        String at = LetterDate.moment(asked.fields().heldAt());
        open.event(
                EventType.HEARING_SET, OpenCase.body().put("at", said.path("at").asText()));
        ObjectNode data = OpenCase.body();
        data.set("hearing", said.deepCopy().put("at", at));
        open.letter(DocumentKind.HEARING_NOTICE, DocumentKind.HEARING_NOTICE.template(), data);
        // 申请人、利害关系人 alike are told (§48)
        for (CaseRecord interested : open.records(RecordKind.INTERESTED_PARTY)) {
            open.letterTo(interested, DocumentKind.HEARING_NOTICE, data.deepCopy());
        }
        open.tellApplicant("hearing.set", OpenCase.body());
        return desk.close(open);
    }

    /** The hearing that was asked for and not yet held. */
    static CaseRecord running(OpenCase open) {
        return open.openRecord(RecordKind.HEARING).orElseThrow(() -> Refusal.conflict("NO_HEARING", "本件没有等待举行的听证。"));
    }

    private ObjectNode checked(OpenCase open, CaseRecord hearing, Plan plan) {
        Words words = new Words()
                .required("place", "听证地点", plan.place())
                .required("hostStaffNo", "听证主持人", plan.hostStaffNo())
                .optional("closed", "不公开的理由", plan.closed());
        when(open, hearing, plan.heldAt(), words);
        Optional<Officer> host = directory
                .byStaffNo(plan.hostStaffNo() == null ? "" : plan.hostStaffNo().strip())
                .filter(Officer::active);
        if (plan.hostStaffNo() != null && !plan.hostStaffNo().isBlank()) {
            host(open, host, words);
        }
        ObjectNode said = words.checked();
        said.put("host", host.orElseThrow().name());
        said.put("hostId", host.orElseThrow().id());
        return said.put("at", plan.heldAt().toString());
    }

    private void when(OpenCase open, CaseRecord hearing, Instant heldAt, Words words) {
        LocalDate earliest = calendars.of(Region.CITY).addWorkdays(open.today(), NOTICE_DAYS);
        // Whoever is late already may still hold it, on the first day the notice allows.
        LocalDate latest = hearing.dueOn().isBefore(earliest) ? earliest : hearing.dueOn();
        LocalDate day = heldAt == null ? null : LegalDay.of(heldAt);
        if (day == null || day.isBefore(earliest) || day.isAfter(latest)) {
            words.problem(
                    "heldAt",
                    "OUT_OF_RANGE",
                    "听证须提前七个工作日通知、自申请起二十个工作日内举行：请选择 " + LetterDate.of(earliest) + " 至 " + LetterDate.of(latest)
                            + " 之间的时间。");
        }
    }

    private static void host(OpenCase open, Optional<Officer> host, Words words) {
        if (host.isEmpty() || !host.get().department().equals(open.file().organisation())) {
            words.problem("hostStaffNo", "UNKNOWN_VALUE", "没有这个工号，或者不是本机关的工作人员；听证由本机关指定人员主持。");
        } else if (open.avoids(host.get().id()).isPresent()) {
            words.problem("hostStaffNo", "AVOIDANCE", "这位同事与本件应当回避，不能主持听证，请另选人员。");
        } else if (examines(open, host.get().id())) {
            words.problem("hostStaffNo", "EXAMINES", "听证主持人应当是审查本申请的工作人员以外的人员，请另选人员。");
        }
    }

    /** 审查该申请的工作人员: whoever said something in it or has its work, and whoever arranges the hearing. */
    private static boolean examines(OpenCase open, long officer) {
        return officer == open.actor().id()
                || open.work().all().stream().anyMatch(work -> work.assignedTo(officer))
                || Stream.of(RecordKind.OPINION, RecordKind.SITE_CHECK, RecordKind.ADVICE)
                        .flatMap(kind -> open.records(kind).stream())
                        .anyMatch(said -> said.by(officer));
    }
}
