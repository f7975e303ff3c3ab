package org.yiwang.web.desk;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yiwang.forms.identity.ConfirmIdentity;
import org.yiwang.forms.identity.Proof;
import org.yiwang.forms.platform.Problem;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.web.component.FreshView;
import org.yiwang.web.component.Page;
import org.yiwang.web.security.CurrentActor;
import org.yiwang.workflow.action.ActionRequest;
import org.yiwang.workflow.action.CaseActions;
import org.yiwang.workflow.casefile.CaseAction;

/**
 * 办理: one action of the case page. It carries the version the officer looked at, so that sending it twice, or after
 * somebody else was faster, changes nothing; a refusal shows at the top and what was typed stays in the form.
 */
@Named("caseDeed")
@RequestScoped
public class CaseDeed {

    private static final Pattern DEMAND = Pattern.compile("demands\\[(\\d+)]\\.?(.*)");
    private static final Map<String, String> DONE = Map.ofEntries(
            Map.entry("RECEIVE", "已收件。请核对材料后作出是否受理的答复。"),
            Map.entry("ACCEPT", "已受理，受理通知书正在制作，办件已转入审查环节。"),
            Map.entry("ACCEPT_DEFERRED", "已容缺受理，容缺受理通知书正在制作；申请人按期补交。"),
            Map.entry("SUPPLY_DEFERRED", "补交材料已收下，接收凭证正在制作。"),
            Map.entry("EXEMPT_DEFERRED", "已免予补交，申请人已收到消息。"),
            Map.entry("EXTEND_DEFERRAL", "已批准顺延，新的期限已经生效。"),
            Map.entry("VERIFY_COMMITMENT", "核查结论已记录。"),
            Map.entry("STATE_DEFENCE", "陈述申辩已记录。"),
            Map.entry("RESCIND", "决定已记录，文书正在制作。"),
            Map.entry("REQUEST_CORRECTION", "已一次性告知补正，告知书正在制作，可以在“文书”中打印。"),
            Map.entry("SUPPLY_CORRECTION", "补正材料已收下，请继续核对。"),
            Map.entry("REFUSE", "已作出不予受理决定，决定书正在制作。"),
            Map.entry("NO_LICENCE_NEEDED", "已告知不需要办理，告知书正在制作。"),
            Map.entry("CLAIM", "已签收，这项工作现在由您办理。"),
            Map.entry("REVIEW", "意见已提交，办件已进入下一环节。"),
            Map.entry("FORWARD", "已上报，本机关的时限暂停计算，等待上级机关答复。"),
            Map.entry("RECORD_PAPER_ANSWER", "书面答复已登记，等待另一名人员对照扫描件复核。"),
            Map.entry("CONFIRM_PAPER_ANSWER", "复核已记录。一致的，办件已依照上级答复继续办理。"),
            Map.entry("BEGIN_STAGE", "第二段已经启动，时限从今天起另行计算。"),
            Map.entry("RETURN", "已退回。"),
            Map.entry("TRANSFER", "已转办。"),
            Map.entry("ADD_SIGNER", "已加签，等待签署人出具意见。"),
            Map.entry("DELEGATE", "已委派，受托人员办好后会交回给您。"),
            Map.entry("REPORT_BACK", "已交回，由委派人员作出意见。"),
            Map.entry("ASK_OPINION", "已征求意见，答复后会通知您。"),
            Map.entry("ANSWER_OPINION", "答复已提交。"),
            Map.entry("TAKE_BACK", "已收回。"),
            Map.entry("DECLARE_AVOIDANCE", "已申明回避，您不再办理本件，部门负责人已收到通知。"),
            Map.entry("DECIDE_AVOIDANCE", "已作出决定，并已告知申请人。"),
            Map.entry("REASSIGN", "已重新指定办理人。"),
            Map.entry("COPY", "已抄送，对方阅后可在本页看到。"),
            Map.entry("RECORD_SITE_CHECK", "核查记录已提交，现场核查笔录正在制作，可以在“文书”中打印。"),
            Map.entry("START_SPECIAL_PROCEDURE", "特别程序已启动，法定时限暂停计算，告知书正在制作。"),
            Map.entry("PROLONG_SPECIAL_PROCEDURE", "已补充告知，告知书正在制作；法定时限仍然暂停计算。"),
            Map.entry("END_SPECIAL_PROCEDURE", "特别程序已结束；没有其他特别程序进行的，法定时限继续计算。"),
            Map.entry("TELL_HEARING_RIGHT", "已告知听证权利，告知书正在制作；送达并满五个工作日之前不能作出决定。"),
            Map.entry("ASK_HEARING", "听证申请已登记，法定时限暂停计算。"),
            Map.entry("WAIVE_HEARING", "已登记放弃听证。"),
            Map.entry("SET_HEARING", "听证已安排，听证通知书正在制作。"),
            Map.entry("RECORD_HEARING", "听证结束，笔录正在制作；决定应当根据笔录作出。"),
            Map.entry("OPEN_HEARING", "已决定举行听证，法定时限暂停计算，请安排时间和地点。"),
            Map.entry("TELL_INTERESTED_PARTY", "利害关系人告知书正在制作，请送达本人并登记；申请人看不到。"),
            Map.entry("RECORD_STATEMENT", "利害关系人的陈述已登记，决定时须答复。"),
            Map.entry("BEGIN_RESCISSION", "撤销程序已启动，告知书正在制作，由其他负责人决定。"),
            Map.entry("ASK_CANCELLATION", "注销申请已登记。"),
            Map.entry("PROPOSE_ENDING", "拟办意见已提出，由其他负责人决定；须听取陈述申辩的，告知书正在制作。"),
            Map.entry("DECIDE_ENDING", "决定已作出，文书正在制作。"),
            Map.entry("REQUEST_EXTENSION", "已申请延期，等待批准；批准之前原期限不变。"),
            Map.entry("EXTEND", "延期申请已处理。批准的，新期限已经生效，延期通知书正在制作。"),
            Map.entry("OFFER_PRE_RETURN", "已征求申请人意见；答复之前办件不变，五日期限继续计算。"),
            Map.entry("REQUEST_REVIEW_CORRECTION", "补正通知已发出，等待申请人补充材料；法定期限继续计算。"),
            Map.entry("PROPOSE", "已请示，等待负责人批示。"),
            Map.entry("REJECT_PROPOSAL", "请示未批准，办件照常办理。"),
            Map.entry("ALLOW_NEW_DEMAND", "已批准追加一次补正内容。"),
            Map.entry("HALT", "已中止，时限暂停计算，告知书正在制作。"),
            Map.entry("RESUME", "已恢复办理，时限继续计算。"),
            Map.entry("TERMINATE", "已终止，通知书正在制作。"),
            Map.entry("VOID", "已作废。"),
            Map.entry("RECORD_APPEARANCE", "双方到场已登记，办件已转入审查。"),
            Map.entry("ORDER_URGENT", "已批准急事先办，本件排在待办最前；后补材料有期限，逾期督办。"),
            Map.entry("CONFIRM_LATER", "已确认手续补齐。"),
            Map.entry("START_PUBLICITY", "已开始公示，公众现在可以看到；期满自动撤下。"),
            Map.entry("ANSWER_OBJECTION", "异议已答复，提出人会收到通知。"),
            Map.entry("DECIDE", "决定已作出，文书正在制作。"),
            Map.entry("PAY", "缴费已登记。"),
            Map.entry("CERTIFY", "证卡已登记制作完成。"),
            Map.entry("DISPATCH", "已交寄，申请人会看到邮件单号。"),
            Map.entry("RECORD_MAIL", "邮件结果已登记。"),
            Map.entry("SERVE", "送达已登记，送达回证正在制作。"),
            Map.entry("CHANGE_SERVICE", "送达方式已变更。"),
            Map.entry("DELIVER", "结果已交付，办件办结；领取登记单和送达回证正在制作。"),
            Map.entry("WITHDRAW", "申请已撤回。"),
            Map.entry("SUBMITTED", "申请已提交，请当面核对材料后继续。"));

    @Inject
    DeskCase deskCase;

    @Inject
    DeedForm form;

    @Inject
    DeedPayload payload;

    @Inject
    DeedFiles files;

    @Inject
    CorrectionForm correction;

    @Inject
    CaseActions actions;

    @Inject
    ConfirmIdentity confirmIdentity;

    @Inject
    CurrentActor current;

    @Inject
    Page page;

    @Inject
    HttpServletRequest request;

    static String done(String action) {
        return action == null ? "" : DONE.getOrDefault(action, "");
    }

    /** Does it and goes on to the page as it is then; or says at the top why not. */
    public void act(String name) throws IOException {
        try {
            CaseAction action = CaseAction.valueOf(name);
            var fields = payload.of(action);
            files.needAllTaken();
            Proof proof = action == CaseAction.DECIDE ? confirmed() : Proof.NONE;
            var request = new ActionRequest(action, seen(action), work(), fields, proof);
            actions.perform(current.actor(), deskCase.number(), actions.ask(deskCase.number(), request));
        } catch (Refusal refusal) {
            say(name, refusal);
            FreshView.show();
            return;
        }
        FacesContext.getCurrentInstance()
                .getExternalContext()
                .redirect(request.getContextPath() + "/desk/case?no=" + deskCase.number() + "&done=" + name);
    }

    /** 插入常用意见: puts the chosen phrase behind what stands in the field; nothing is done yet. */
    public void insertPhrase(String field) {
        form.insert(field, form.typed("phrase"));
        FreshView.show();
    }

    /** A row more or less in a repeating question of a correction; the files sent along stay. */
    public void changeRows() {
        if (form.typed("_do").isEmpty()) {
            return;
        }
        payload.of(CaseAction.SUPPLY_CORRECTION);
        FreshView.show();
    }

    private long seen(CaseAction action) {
        boolean aboutWork = action == CaseAction.CLAIM || action == CaseAction.REVIEW || action == CaseAction.TRANSFER;
        try {
            return Long.parseLong(form.typed(aboutWork ? "workSeen" : "seen"));
        } catch (NumberFormatException e) {
            throw Refusal.conflict("STALE", "页面不完整，请刷新后再办理。");
        }
    }

    private UUID work() {
        try {
            return form.typed("work").isEmpty() ? null : UUID.fromString(form.typed("work"));
        } catch (IllegalArgumentException e) {
            throw Refusal.conflict("STALE", "页面不完整，请刷新后再办理。");
        }
    }

    /** 签发前再次核验身份. */
    private Proof confirmed() {
        if (form.raw("password").isEmpty()) {
            throw Refusal.invalid("password", "REQUIRED", "请输入登录密码，确认由您本人作出决定。");
        }
        String token = current.token();
        return new Proof(
                token,
                confirmIdentity
                        .confirm(current.actor(), token, form.raw("password"))
                        .confirmation());
    }

    private void say(String action, Refusal refusal) {
        correction.refused(refusal.problems());
        if (refusal.problems().isEmpty()) {
            boolean moved = refusal.kind() == Refusal.Kind.CONFLICT || refusal.kind() == Refusal.Kind.STALE;
            page.trouble("", refusal.getMessage() + (moved ? "页面已换成最新情况，您填写的内容还在；请核对后决定是否再次提交。" : ""));
            return;
        }
        for (Problem problem : refusal.problems()) {
            page.trouble(fieldId(action, problem.path()), problem.message());
        }
    }

    private String fieldId(String action, String path) {
        Matcher demand = DEMAND.matcher(path);
        if (demand.matches()) {
            return form.id(action, "text." + payload.target(Integer.parseInt(demand.group(1))));
        }
        return action.equals("SUPPLY_CORRECTION") && !path.equals("note")
                ? CorrectionForm.place(path)
                : form.id(action, path);
    }
}
