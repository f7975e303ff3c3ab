package org.yiwang.workflow.casefile;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import org.yiwang.forms.catalogue.LimitKind;
import org.yiwang.forms.catalogue.SpecialProcedureType;
import org.yiwang.forms.catalogue.Step;
import org.yiwang.forms.catalogue.StepRole;
import org.yiwang.forms.identity.Actor;
import org.yiwang.forms.identity.Role;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.workflow.organisation.Membership;
import org.yiwang.workflow.worklist.WorkItem;
import org.yiwang.workflow.worklist.WorkPart;

/** 动作许可: joins the table of transitions with who stands at the desk. */
@ApplicationScoped
public class Permissions {

    @Inject
    CaseAccess access;

    @Inject
    Membership membership;

    /** Refuses with 403 when he never may, with 409 when the state does not let it. */
    void require(OpenCase open, CaseAction action) {
        if (open.actor().officer()) {
            open.avoids(open.actor().id()).ifPresent(ground -> {
                throw Refusal.of(Refusal.Kind.FORBIDDEN, "AVOIDANCE", ground.sentence());
            });
        }
        if (!mayEver(open, action)) {
            throw Refusal.forbidden("您没有“" + words(action) + "”的权限。");
        }
        if (open.file().archivedAt() != null && !outlivesArchive(open, action)) {
            throw Refusal.conflict("ARCHIVED", "办件已经归档，不能再" + words(action) + "。需要时请重新申请，或向本部门查阅档案。");
        }
        if (!Transitions.lawful(action, open.file().status())) {
            throw Refusal.conflict(
                    "ILLEGAL_ACTION", "办件目前处于“" + StatusText.of(open.file().status()) + "”，不能" + words(action) + "。");
        }
    }

    /** What he can do with this case now; pages and the API offer exactly this. */
    List<CaseAction> allowed(OpenCase open) {
        boolean avoids =
                open.actor().officer() && open.avoids(open.actor().id()).isPresent();
        if (avoids) {
            return List.of();
        }
        return Arrays.stream(CaseAction.values())
                .filter(action -> Transitions.lawful(action, open.file().status()))
                .filter(action -> open.file().archivedAt() == null || outlivesArchive(open, action))
                .filter(action -> mayEver(open, action))
                .filter(action -> sensible(open, action))
                .toList();
    }

    /** What was granted lives longer than its case lies open: it can end, and its letters be served, from the archive too. */
    private static boolean outlivesArchive(OpenCase open, CaseAction action) {
        return switch (action) {
            case BEGIN_RESCISSION, STATE_DEFENCE, RESCIND, ASK_CANCELLATION, PROPOSE_ENDING, DECIDE_ENDING -> true;
            case SERVE, DEEM_SERVED -> !open.unservedAtAll().isEmpty();
            default -> false;
        };
    }

    boolean mayEver(OpenCase open, CaseAction action) {
        return switch (Transitions.of(action).by()) {
            case APPLICANT ->
                action == CaseAction.RATE
                        ? open.actor().citizen()
                                && access.speaksForApplicant(open.actor(), open.file(), open.item(), action)
                        : access.speaksForApplicant(open.actor(), open.file(), open.item(), action);
            case INTAKE -> access.intake(open.actor(), open.item());
            case REVIEWER, DECIDER ->
                open.actor().officer()
                        && (drawnIn(open, action)
                                || open.item().steps().stream()
                                        .anyMatch(step -> fits(action, WorkPart.MAIN, step.role())
                                                && step.posts().stream().anyMatch(open.actor()::holds)));
            case HANDLER -> handles(open);
            case HEAD -> heads(open);
            case HANDOUT -> access.handsOut(open.actor());
            case TIME, ABOVE, PLATFORM -> open.actor().kind() == Actor.Kind.SYSTEM;
            case STAGE -> access.beginsStage(open.actor(), open.item());
            case VERIFIER -> access.verifies(open.actor(), open.item());
            case URGENCY -> access.ordersUrgent(open.actor(), open.item());
            case APPROVER -> access.approvesExtensions(open.actor(), open.item());
            case CHIEF -> open.actor().officer() && (heads(open) || answersFor(open));
        };
    }

    /** 承办: at the intake window or in any post of the process. */
    private boolean handles(OpenCase open) {
        return access.intake(open.actor(), open.item())
                || open.actor().officer()
                        && open.item().steps().stream()
                                .flatMap(step -> step.posts().stream())
                                .anyMatch(open.actor()::holds);
    }

    /** Somebody gave him work in it. */
    private boolean drawnIn(OpenCase open, CaseAction action) {
        return open.work().all().stream()
                .filter(work -> !work.taskId().isEmpty())
                .filter(open::holds)
                .anyMatch(work -> fits(action, work.part(), open.step(work).role()));
    }

    /** 负责人: who decides in this item; for an item without a decision step, the supervisor. */
    private static boolean heads(OpenCase open) {
        List<Step> decisions = open.item().steps().stream()
                .filter(step -> step.role() == StepRole.DECIDE)
                .toList();
        return open.actor().officer()
                && (decisions.isEmpty()
                        ? open.actor().is(Role.SUPERVISOR)
                        : decisions.stream().anyMatch(step -> open.actor().holds(step.post())));
    }

    /** 部门负责人: of the department whose work or whose case it is. */
    private boolean answersFor(OpenCase open) {
        return java.util.stream.Stream.concat(
                        java.util.stream.Stream.of(open.file().organisation()),
                        open.work().all().stream().map(work -> work.queue().department()))
                .distinct()
                .anyMatch(department -> membership.answersFor(open.actor(), department));
    }

    private static boolean fits(CaseAction action, WorkPart part, StepRole role) {
        return switch (action) {
            case DECIDE -> part.own() && role == StepRole.DECIDE;
            case RECORD_SITE_CHECK -> part.own() && role == StepRole.SITE_CHECK;
            case REVIEW -> part.own() ? role != StepRole.DECIDE && role != StepRole.SITE_CHECK : !part.asked();
            case FORWARD -> part.own() && role == StepRole.REVIEW;
            case TELL_HEARING_RIGHT, SET_HEARING, RECORD_HEARING, OPEN_HEARING, TELL_INTERESTED_PARTY ->
                part.own() && role != StepRole.DECIDE;
            case CLAIM, TRANSFER, TAKE_BACK, COPY -> true;
            case ANSWER_OPINION -> true;
            default -> part.own();
        };
    }

    /** Beyond law and post: is there something to do it on? */
    private boolean sensible(OpenCase open, CaseAction action) {
        return switch (action) {
            case ACCEPT -> open.item().processDefinitionId().isPresent() && !owes(open);
            case ACCEPT_DEFERRED -> open.item().processDefinitionId().isPresent() && owes(open);
            case SUPPLY_DEFERRED, EXEMPT_DEFERRED -> owes(open);
            case EXTEND_DEFERRAL -> open.proposal(Measure.EXTEND_DEFERRAL).isPresent();
            case WITHDRAW_COMMITMENT, VERIFY_COMMITMENT ->
                open.openRecord(RecordKind.COMMITMENT).isPresent()
                        && open.openRecord(RecordKind.RESCISSION).isEmpty();
            case BEGIN_RESCISSION ->
                granted(open)
                        && open.openRecord(RecordKind.RESCISSION).isEmpty()
                        && open.openRecord(RecordKind.LICENCE_ENDING).isEmpty();
            case ASK_CANCELLATION, PROPOSE_ENDING ->
                granted(open)
                        && open.openRecord(RecordKind.RESCISSION).isEmpty()
                        && open.openRecord(RecordKind.LICENCE_ENDING)
                                .filter(ending -> action == CaseAction.ASK_CANCELLATION
                                        || !ending.outcome().equals("ASKED"))
                                .isEmpty();
            case DECIDE_ENDING ->
                open.openRecord(RecordKind.LICENCE_ENDING)
                        .filter(ending -> !ending.outcome().equals("ASKED"))
                        .isPresent();
            case STATE_DEFENCE ->
                open.openRecord(RecordKind.RESCISSION)
                        .or(() -> open.openRecord(RecordKind.LICENCE_ENDING))
                        .filter(r -> r.outcome().equals("TOLD"))
                        .isPresent();
            case RESCIND -> open.openRecord(RecordKind.RESCISSION).isPresent();
            case CLAIM -> mine(open).anyMatch(w -> w.assignee() == null);
            case FORWARD ->
                open.item().forwarding().isPresent()
                        && open.records(RecordKind.FORWARDING).stream().noneMatch(CaseRecord::decidedAbove)
                        && own(open).anyMatch(w -> open.step(w).role() == StepRole.REVIEW);
            case REVIEW, RECORD_SITE_CHECK, DECIDE ->
                free(open)
                        .filter(w -> !w.delegated()
                                && !Signatures.signed(open, w, open.actor().id())
                                && Signatures.waitsFor(open, w).isEmpty())
                        .anyMatch(w -> fits(action, w.part(), open.step(w).role()));
            case RETURN ->
                own(open)
                        .filter(w -> !w.kept())
                        .anyMatch(w -> open.step(w).returnTo().isPresent() || walked(open, w));
            case ORDER_URGENT -> open.records(RecordKind.URGENCY).isEmpty();
            case SUPPLY_LATER, CONFIRM_LATER ->
                open.openRecord(RecordKind.URGENCY).isPresent();
            case BEGIN_STAGE -> open.openRecord(RecordKind.STAGE).isPresent();
            case ANSWER_PLACE -> open.openRecord(RecordKind.PLACE_OFFER).isPresent();
            case RECORD_PAPER_ANSWER -> open.openRecord(RecordKind.PAPER_ANSWER).isEmpty();
            case CONFIRM_PAPER_ANSWER ->
                open.openRecord(RecordKind.PAPER_ANSWER)
                        .filter(typed -> typed.officerId() != open.actor().id())
                        .isPresent();
            case START_PUBLICITY ->
                open.item().course().publicity().isPresent()
                        && open.openRecord(RecordKind.PUBLICITY).isEmpty()
                        && own(open).findAny().isPresent();
            case ANSWER_OBJECTION -> open.openRecord(RecordKind.OBJECTION).isPresent();
            case REQUEST_AVOIDANCE -> requested(open).isEmpty();
            case DECIDE_AVOIDANCE -> requested(open).isPresent();
            case REASSIGN -> open.work().all().stream().anyMatch(w -> !w.suspended());
            case ADD_SIGNER, DELEGATE, ASK_OPINION -> own(open).findAny().isPresent();
            case REPORT_BACK ->
                free(open)
                        .anyMatch(
                                w -> w.delegated() && w.assignedTo(open.actor().id()));
            case ANSWER_OPINION -> free(open).anyMatch(w -> w.part().asked());
            case TAKE_BACK ->
                open.work().all().stream()
                        .anyMatch(w -> !w.suspended() && w.givenBy(open.actor().id()));
            case TRANSFER -> free(open).anyMatch(w -> !w.delegated());
            case START_SPECIAL_PROCEDURE ->
                open.item().specialProcedures().stream()
                                .anyMatch(rule ->
                                        rule.type() != SpecialProcedureType.HEARING && !running(open, rule.type()))
                        && open.work().all().stream()
                                .filter(w -> !w.taskId().isEmpty() && w.part().own() && !w.delegated())
                                .anyMatch(w -> access.holds(open.actor(), w));
            case PROLONG_SPECIAL_PROCEDURE, END_SPECIAL_PROCEDURE ->
                open.openRecord(RecordKind.SPECIAL_PROCEDURE).isPresent();
            case TELL_HEARING_RIGHT -> open.records(RecordKind.HEARING_RIGHT).isEmpty();
            case ASK_HEARING ->
                open.openRecord(RecordKind.HEARING_RIGHT)
                        .filter(right -> right.dueOn() == null || !open.today().isAfter(right.dueOn()))
                        .isPresent();
            case WAIVE_HEARING ->
                open.openRecord(RecordKind.HEARING_RIGHT).isPresent()
                        || open.openRecord(RecordKind.HEARING)
                                .filter(hearing -> hearing.stepKey().isEmpty())
                                .isPresent();
            case OPEN_HEARING -> open.openRecord(RecordKind.HEARING).isEmpty();
            case RECORD_STATEMENT ->
                open.openRecord(RecordKind.INTERESTED_PARTY).isPresent();
            case SET_HEARING -> open.openRecord(RecordKind.HEARING).isPresent();
            case RECORD_HEARING ->
                open.openRecord(RecordKind.HEARING)
                        .filter(hearing -> hearing.outcome().equals("SET"))
                        .isPresent();
            case OFFER_PRE_RETURN -> open.openRecord(RecordKind.PRE_RETURN).isEmpty();
            case ANSWER_PRE_RETURN -> open.openRecord(RecordKind.PRE_RETURN).isPresent();
            case REQUEST_REVIEW_CORRECTION -> own(open).findAny().isPresent();
            case REJECT_PROPOSAL ->
                Arrays.stream(Measure.values()).anyMatch(m -> open.proposal(m).isPresent());
            case HALT -> open.proposal(Measure.HALT).isPresent();
            case TERMINATE -> open.proposal(Measure.TERMINATE).isPresent();
            case VOID -> open.proposal(Measure.VOID).isPresent();
            case ALLOW_NEW_DEMAND -> open.proposal(Measure.NEW_DEMAND).isPresent();
            case PAY ->
                open.file().feeOutstanding()
                        && open.openRecord(RecordKind.PAYMENT).isEmpty();
            case CHANGE_SERVICE -> open.item().serviceMethods().size() > 1;
            case CERTIFY -> HandOver.toCertify(open);
            case DISPATCH -> HandOver.toPost(open);
            case RECORD_MAIL -> open.openRecord(RecordKind.PARCEL).isPresent();
            case DELIVER -> HandOver.toHandOut(open);
            case SERVE -> !open.unservedAtAll().isEmpty();
            case RATE -> open.contents().rating() == null;
            case REQUEST_EXTENSION ->
                own(open).findAny().isPresent()
                        && open.openRecord(RecordKind.EXTENSION).isEmpty()
                        && open.clocks().mayExtend(LimitKind.LEGAL, open.now());
            case EXTEND -> open.openRecord(RecordKind.EXTENSION).isPresent();
            default -> true;
        };
    }

    private static boolean running(OpenCase open, SpecialProcedureType type) {
        return open.records(RecordKind.SPECIAL_PROCEDURE).stream()
                .anyMatch(r -> r.open() && r.stepKey().equals(type.name()));
    }

    /** 仍然有效的准予. */
    private static boolean granted(OpenCase open) {
        return open.file().decision() == DecisionKind.GRANT && !open.ended();
    }

    private static boolean owes(OpenCase open) {
        return open.openRecord(RecordKind.DEFERRED).isPresent();
    }

    private java.util.stream.Stream<WorkItem> mine(OpenCase open) {
        return open.work().all().stream()
                .filter(w -> !w.suspended() && !w.taskId().isEmpty())
                .filter(open::holds);
    }

    /** What he may take up: nobody's yet, or his. */
    private java.util.stream.Stream<WorkItem> free(OpenCase open) {
        return mine(open).filter(open::free);
    }

    /** 申请回避: on which the head has not decided. */
    private static java.util.Optional<CaseRecord> requested(OpenCase open) {
        return open.records(RecordKind.AVOIDANCE).stream()
                .filter(r -> r.outcome().equals("REQUESTED"))
                .findFirst();
    }

    /** Was another step answered before? */
    private static boolean walked(OpenCase open, WorkItem work) {
        return java.util.stream.Stream.of(RecordKind.OPINION, RecordKind.SITE_CHECK)
                .flatMap(kind -> open.records(kind).stream())
                .filter(said -> !said.outcome().equals("RETURN"))
                .anyMatch(said -> !said.stepKey().equals(work.stepKey()));
    }

    /** What he answers for. */
    private java.util.stream.Stream<WorkItem> own(OpenCase open) {
        return free(open).filter(w -> w.part().own() && !w.delegated());
    }

    /** What is done, as a verb for "您没有“…”的权限"; for simulations too. */
    public static String words(CaseAction action) {
        return switch (action) {
            case OFFER_PRE_RETURN -> "提议退回修改";
            case ANSWER_PRE_RETURN -> "答复是否退回修改";
            case RESUBMIT -> "重新提交";
            case REQUEST_REVIEW_CORRECTION -> "告知补充材料";
            case PROPOSE -> "请示";
            case REJECT_PROPOSAL -> "不批准请示";
            case ALLOW_NEW_DEMAND -> "同意追加补正内容";
            case HALT -> "批准中止";
            case RESUME -> "恢复办理";
            case TERMINATE -> "批准终止";
            case VOID -> "批准作废";
            case DEEM_ACCEPTED -> "视为受理";
            case EXPIRE -> "作逾期处理";
            case ACCEPT_DEFERRED -> "容缺受理";
            case SUPPLY_DEFERRED -> "补交容缺材料";
            case EXEMPT_DEFERRED -> "免予补交容缺材料";
            case EXTEND_DEFERRAL -> "批准顺延容缺补交期限";
            case EXPIRE_DEFERRAL -> "作容缺逾期处理";
            case WITHDRAW_COMMITMENT -> "撤回告知承诺";
            case VERIFY_COMMITMENT -> "记录承诺核查结论";
            case STATE_DEFENCE -> "陈述申辩";
            case RESCIND -> "决定是否撤销";
            case BEGIN_RESCISSION -> "拟撤销决定";
            case ASK_CANCELLATION -> "申请注销";
            case PROPOSE_ENDING -> "拟撤回、注销";
            case DECIDE_ENDING -> "决定撤回、注销";
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
            case ADD_SIGNER -> "加签";
            case DELEGATE -> "委派";
            case REPORT_BACK -> "交回委派的工作";
            case ASK_OPINION -> "征求意见";
            case ANSWER_OPINION -> "答复征求的意见";
            case TAKE_BACK -> "收回";
            case COPY -> "抄送";
            case DECLARE_AVOIDANCE -> "申明回避";
            case REQUEST_AVOIDANCE -> "申请回避";
            case DECIDE_AVOIDANCE -> "决定回避申请";
            case REASSIGN -> "重新指定办理人";
            case URGE -> "催办";
            case RECORD_SITE_CHECK -> "记录现场核查";
            case START_SPECIAL_PROCEDURE -> "启动特别程序";
            case PROLONG_SPECIAL_PROCEDURE -> "补充告知特别程序时间";
            case END_SPECIAL_PROCEDURE -> "结束特别程序";
            case TELL_HEARING_RIGHT -> "告知听证权利";
            case ASK_HEARING -> "申请听证";
            case WAIVE_HEARING -> "放弃听证";
            case SET_HEARING -> "安排听证";
            case RECORD_HEARING -> "制作听证笔录";
            case OPEN_HEARING -> "决定举行听证";
            case TELL_INTERESTED_PARTY -> "告知利害关系人";
            case RECORD_STATEMENT -> "登记利害关系人的陈述";
            case FORWARD -> "上报上级机关";
            case ANSWER_FORWARD -> "登记上级答复";
            case RECORD_PAPER_ANSWER -> "登记上级书面答复";
            case CONFIRM_PAPER_ANSWER -> "复核上级书面答复";
            case START_PUBLICITY -> "开始公示";
            case END_PUBLICITY -> "结束公示";
            case ANSWER_OBJECTION -> "答复异议";
            case BEGIN_COOLING_OFF -> "进入冷静期";
            case END_COOLING_OFF -> "结束冷静期";
            case RECORD_APPEARANCE -> "登记双方到场";
            case BEGIN_STAGE -> "启动第二段办理";
            case LAPSE_STAGE -> "作第二段逾期处理";
            case ANSWER_PLACE -> "答复配租";
            case ORDER_URGENT -> "批准急事先办";
            case SUPPLY_LATER -> "补办手续";
            case CONFIRM_LATER -> "确认手续补齐";
            case DECIDE -> "作出决定";
            case PAY -> "缴费";
            case CHANGE_SERVICE -> "变更送达方式";
            case PREPARE -> "转入制证或者待领取";
            case ARRIVE -> "电子送达";
            case CERTIFY -> "登记制证";
            case DISPATCH -> "交寄";
            case RECORD_MAIL -> "登记邮件结果";
            case FOLLOW_MAIL -> "记录寄递反馈";
            case DELIVER -> "交付结果";
            case SERVE -> "登记送达";
            case DEEM_SERVED -> "作公告期满处理";
            case REMIND_PICKUP -> "催领";
            case ARCHIVE -> "归档";
            case WITHDRAW -> "撤回申请";
            case RATE -> "评价";
            case REQUEST_EXTENSION -> "申请延期";
            case EXTEND -> "批准延期";
        };
    }
}
