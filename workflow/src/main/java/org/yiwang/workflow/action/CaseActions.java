package org.yiwang.workflow.action;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.yiwang.forms.identity.Actor;
import org.yiwang.workflow.casefile.CaseNo;
import org.yiwang.workflow.casefile.CaseView;
import org.yiwang.workflow.correction.RequestCorrection;
import org.yiwang.workflow.correction.SupplyCorrection;
import org.yiwang.workflow.delivery.DeliverResult;
import org.yiwang.workflow.delivery.PayFee;
import org.yiwang.workflow.intake.AcceptCase;
import org.yiwang.workflow.intake.DeclareNoLicenceNeeded;
import org.yiwang.workflow.intake.ReceiveCase;
import org.yiwang.workflow.intake.RefuseCase;
import org.yiwang.workflow.rating.RateCase;
import org.yiwang.workflow.review.ClaimWork;
import org.yiwang.workflow.review.DecideCase;
import org.yiwang.workflow.review.EndSpecialProcedure;
import org.yiwang.workflow.review.RecordSiteCheck;
import org.yiwang.workflow.review.ReturnStep;
import org.yiwang.workflow.review.ReviewStep;
import org.yiwang.workflow.review.StartSpecialProcedure;
import org.yiwang.workflow.review.TransferWork;
import org.yiwang.workflow.supervision.UrgeCase;
import org.yiwang.workflow.withdrawal.WithdrawCase;

/** 办件动作: one door for programs; each action is the use case that the pages call too. */
@ApplicationScoped
public class CaseActions {

    @Inject
    ReceiveCase receive;

    @Inject
    AcceptCase accept;

    @Inject
    RequestCorrection requestCorrection;

    @Inject
    SupplyCorrection supplyCorrection;

    @Inject
    RefuseCase refuse;

    @Inject
    DeclareNoLicenceNeeded noLicenceNeeded;

    @Inject
    ClaimWork claim;

    @Inject
    ReviewStep review;

    @Inject
    ReturnStep giveBack;

    @Inject
    TransferWork transfer;

    @Inject
    UrgeCase urge;

    @Inject
    RecordSiteCheck siteCheck;

    @Inject
    StartSpecialProcedure startSpecial;

    @Inject
    EndSpecialProcedure endSpecial;

    @Inject
    DecideCase decide;

    @Inject
    PayFee pay;

    @Inject
    DeliverResult deliver;

    @Inject
    WithdrawCase withdraw;

    @Inject
    RateCase rate;

    public CaseView perform(Actor actor, CaseNo no, ActionRequest request) {
        long seen = request.seenVersion();
        Payload p = new Payload(request);
        return switch (request.action()) {
            case RECEIVE -> {
                p.nothing();
                yield receive.receive(actor, no, seen);
            }
            case ACCEPT -> {
                p.nothing();
                yield accept.accept(actor, no, seen);
            }
            case REQUEST_CORRECTION -> {
                Payloads.Correction c = p.as(Payloads.Correction.class);
                yield requestCorrection.request(actor, no, seen, c.demands(), c.note());
            }
            case SUPPLY_CORRECTION -> {
                Payloads.Supply s = p.as(Payloads.Supply.class);
                yield supplyCorrection.supply(actor, no, seen, s.answers(), s.files(), s.note());
            }
            case REFUSE -> refuse.refuse(actor, no, seen, p.as(RefuseCase.Grounds.class));
            case NO_LICENCE_NEEDED -> {
                Payloads.NoLicence n = p.as(Payloads.NoLicence.class);
                yield noLicenceNeeded.declare(actor, no, seen, n.reason(), n.legalBasis());
            }
            case CLAIM -> claim.claim(actor, no, p.nothing().workItem(), seen);
            case REVIEW -> review.review(actor, no, p.workItem(), seen, p.as(ReviewStep.Given.class));
            case RETURN ->
                giveBack.giveBack(
                        actor,
                        no,
                        p.workItem(),
                        seen,
                        p.as(Payloads.Reason.class).reason());
            case TRANSFER ->
                transfer.transfer(
                        actor,
                        no,
                        p.workItem(),
                        seen,
                        p.as(Payloads.Transfer.class).toStaffNo());
            case URGE -> {
                p.nothing();
                yield urge.urge(actor, no);
            }
            case RECORD_SITE_CHECK ->
                siteCheck.record(actor, no, p.workItem(), seen, p.as(RecordSiteCheck.Findings.class));
            case START_SPECIAL_PROCEDURE -> {
                Payloads.SpecialProcedure s = p.as(Payloads.SpecialProcedure.class);
                yield startSpecial.start(actor, no, seen, s.type(), s.reason());
            }
            case END_SPECIAL_PROCEDURE ->
                endSpecial.end(actor, no, seen, p.as(Payloads.Result.class).result());
            case DECIDE -> decide.decide(actor, no, request.workItemId(), seen, p.as(DecideCase.Decision.class));
            case PAY -> pay.pay(actor, no, seen, p.as(Payloads.Payment.class).reference());
            case DELIVER -> deliver.deliver(actor, no, seen, p.as(DeliverResult.Handover.class));
            case WITHDRAW ->
                withdraw.withdraw(actor, no, seen, p.as(Payloads.Reason.class).reason());
            case RATE -> {
                Payloads.Rating r = p.as(Payloads.Rating.class);
                yield rate.rate(actor, no, r.level(), r.text());
            }
        };
    }
}
