package org.yiwang.workflow.casefile;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import org.yiwang.forms.catalogue.StepRole;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.workflow.worklist.WorkItem;

/** 动作许可: joins the table of transitions with who stands at the desk. */
@ApplicationScoped
public class Permissions {

    @Inject
    CaseAccess access;

    /** Refuses with 403 when he never may, with 409 when the state does not let it. */
    void require(OpenCase open, CaseAction action) {
        if (!mayEver(open, action)) {
            throw Refusal.forbidden("您没有“" + words(action) + "”的权限。");
        }
        if (!Transitions.lawful(action, open.file().status())) {
            throw Refusal.conflict(
                    "ILLEGAL_ACTION", "办件目前处于“" + StatusText.of(open.file().status()) + "”，不能" + words(action) + "。");
        }
    }

    /** What he can do with this case now; pages and the API offer exactly this. */
    List<CaseAction> allowed(OpenCase open) {
        return Arrays.stream(CaseAction.values())
                .filter(action -> Transitions.lawful(action, open.file().status()))
                .filter(action -> mayEver(open, action))
                .filter(action -> sensible(open, action))
                .toList();
    }

    private boolean mayEver(OpenCase open, CaseAction action) {
        return switch (Transitions.of(action).by()) {
            case APPLICANT ->
                action == CaseAction.RATE
                        ? open.actor().citizen() && access.speaksForApplicant(open.actor(), open.file(), open.item())
                        : access.speaksForApplicant(open.actor(), open.file(), open.item());
            case INTAKE -> access.intake(open.actor(), open.item());
            case REVIEWER, DECIDER ->
                open.actor().officer()
                        && open.item().steps().stream()
                                .anyMatch(step -> fits(action, step.role())
                                        && open.actor().holds(step.post()));
            case HANDOUT -> access.handsOut(open.actor());
        };
    }

    private static boolean fits(CaseAction action, StepRole role) {
        return switch (action) {
            case DECIDE -> role == StepRole.DECIDE;
            case RECORD_SITE_CHECK -> role == StepRole.SITE_CHECK;
            case REVIEW -> role != StepRole.DECIDE && role != StepRole.SITE_CHECK;
            default -> true;
        };
    }

    /** Beyond law and post: is there something to do it on? */
    private boolean sensible(OpenCase open, CaseAction action) {
        return switch (action) {
            case ACCEPT -> open.item().processDefinitionId().isPresent();
            case CLAIM -> mine(open).anyMatch(w -> w.assignee() == null);
            case REVIEW, RECORD_SITE_CHECK, DECIDE ->
                mine(open)
                        .filter(w -> w.assignee() == null
                                || w.assignedTo(open.actor().id()))
                        .anyMatch(w -> fits(action, open.step(w).role()));
            case RETURN -> mine(open).anyMatch(w -> open.step(w).returnTo() != null);
            case TRANSFER, START_SPECIAL_PROCEDURE -> mine(open).findAny().isPresent();
            case END_SPECIAL_PROCEDURE ->
                open.openRecord(RecordKind.SPECIAL_PROCEDURE).isPresent();
            case PAY -> open.file().feeOutstanding();
            case DELIVER -> !open.file().feeOutstanding();
            case RATE -> open.contents().rating() == null;
            default -> true;
        };
    }

    private java.util.stream.Stream<WorkItem> mine(OpenCase open) {
        return open.work().all().stream()
                .filter(w -> !w.suspended() && !w.taskId().isEmpty())
                .filter(w -> access.holds(open.actor(), w));
    }

    static String words(CaseAction action) {
        return switch (action) {
            case RECEIVE -> "收件";
            case ACCEPT -> "受理";
            case REQUEST_CORRECTION -> "告知补正";
            case SUPPLY_CORRECTION -> "提交补正";
            case REFUSE -> "不予受理";
            case NO_LICENCE_NEEDED -> "告知无需办理";
            case CLAIM -> "签收待办";
            case REVIEW -> "出具审查意见";
            case RETURN -> "退回上一步";
            case TRANSFER -> "转办";
            case URGE -> "催办";
            case RECORD_SITE_CHECK -> "记录现场核查";
            case START_SPECIAL_PROCEDURE -> "启动特别程序";
            case END_SPECIAL_PROCEDURE -> "结束特别程序";
            case DECIDE -> "作出决定";
            case PAY -> "缴费";
            case DELIVER -> "送达";
            case WITHDRAW -> "撤回申请";
            case RATE -> "评价";
        };
    }
}
