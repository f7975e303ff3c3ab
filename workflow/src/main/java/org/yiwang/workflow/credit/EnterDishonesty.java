package org.yiwang.workflow.credit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.yiwang.forms.identity.Actor;
import org.yiwang.forms.identity.PartySnapshot;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.workflow.casefile.CaseDesk;
import org.yiwang.workflow.casefile.CaseNo;
import org.yiwang.workflow.casefile.EventType;
import org.yiwang.workflow.casefile.OpenCase;
import org.yiwang.workflow.casefile.Words;
import org.yiwang.workflow.credit.internal.CreditRows;

/**
 * 列入失信名单: with the ground, the case and the last day; the person is told at once and how he can object. By a broken
 * promise itself, or by a credit officer on the ground of a case.
 */
@ApplicationScoped
public class EnterDishonesty {

    /** As long as somebody may not apply again after false materials (行政许可法 §78). */
    private static final int YEARS = 1;

    @Inject
    CaseDesk desk;

    @Inject
    CreditRows rows;

    @Inject
    Subjects subjects;

    /** 列入请求. */
    public record Entry(String caseNo, DishonestyGround ground, String reason) {}

    /** Within an action on the case; one entry for one ground of one case. */
    public void enter(OpenCase open, DishonestyGround ground, String reason) {
        PartySnapshot party = subjects.party(open.file().applicantId());
        rows.add(
                new CreditRows.Row(
                        UUID.randomUUID(),
                        subjects.hash(party),
                        party.maskedName(),
                        party.maskedNumber(),
                        open.file().id(),
                        open.file().caseNo().value(),
                        open.file().itemName(),
                        open.file().keyId(),
                        ground,
                        reason,
                        open.actor().key(),
                        open.today(),
                        open.today().plusYears(YEARS),
                        EntryState.LISTED,
                        1),
                open.now());
        open.event(EventType.CREDIT_LISTED, OpenCase.body().put("ground", ground.name()));
        open.tellApplicant("credit.listed", OpenCase.body());
    }

    /** A credit officer enters what a case has shown. */
    @Transactional
    public void enter(Actor officer, Entry entry) {
        DecideOnEntry.needCreditOfficer(officer);
        Words words = new Words().required("reason", "列入理由", entry.reason());
        if (entry.ground() == null) {
            words.problem("ground", "REQUIRED", "请选择失信情形。");
        }
        CaseNo no = CaseNo.parse(entry.caseNo() == null ? "" : entry.caseNo()).orElse(null);
        if (no == null) {
            words.problem("caseNo", "FORMAT", "请填写 21 位办件编号，名单须以具体办件为依据。");
        }
        String reason = words.checked().path("reason").asText();
        OpenCase open = desk.open(Actor.SYSTEM, no);
        if (open.file().acceptedAt() == null) {
            throw Refusal.conflict("NOT_ACCEPTED_YET", "办件还没有受理，不能据此列入名单。");
        }
        OpenCase his = desk.openFor(officer, open.file().id());
        enter(his, entry.ground(), reason);
        desk.close(his);
    }
}
