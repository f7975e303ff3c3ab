package org.yiwang.web.desk;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.yiwang.forms.catalogue.ItemVersion;
import org.yiwang.forms.catalogue.ServiceMethod;
import org.yiwang.forms.catalogue.StepRole;
import org.yiwang.forms.material.MaterialView;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.web.security.CurrentActor;
import org.yiwang.workflow.casefile.CaseAction;
import org.yiwang.workflow.casefile.CaseNo;
import org.yiwang.workflow.casefile.CaseView;
import org.yiwang.workflow.casefile.ReadCase;
import org.yiwang.workflow.organisation.Directory;
import org.yiwang.workflow.organisation.Officer;
import org.yiwang.workflow.worklist.WorkPart;

/** 办件页: one case as the officer sees it; read before the page is built. What he does with it is {@link CaseDeed}. */
@Named("deskCase")
@RequestScoped
public class DeskCase {

    @Inject
    CurrentActor current;

    @Inject
    ReadCase readCase;

    @Inject
    Directory directory;

    @Inject
    HttpServletRequest request;

    private CaseNo number;
    private CaseView view;
    private ReadCase.Content content;

    /** Reads the case; refuses what this officer may not see as if it were not there. */
    void open(String no) {
        number = CaseNo.parse(no).orElseThrow(() -> Refusal.notFound("这个办件"));
        view = readCase.read(current.actor(), number);
    }

    CaseNo number() {
        return number;
    }

    /** 送达方式, as the applicant last chose it. */
    public String getMethodText() {
        return ServiceMethod.valueOf(view.service().method()).label().zh();
    }

    public CaseView getView() {
        return view;
    }

    public ReadCase.Content getContent() {
        if (content == null) {
            content = readCase.content(current.actor(), number);
        }
        return content;
    }

    ItemVersion item() {
        return getContent().item();
    }

    /** Offered now, or just sent: a form whose time has passed stays, with what was typed in it. */
    public boolean shows(String action) {
        return can(action) || action.equals(request.getParameter("act"));
    }

    public boolean can(String action) {
        return view.allowedActions().contains(CaseAction.valueOf(action));
    }

    /** Anything that is the intake's to do. */
    public boolean isIntake() {
        return shows("ACCEPT")
                || shows("REQUEST_CORRECTION")
                || shows("REFUSE")
                || shows("RECEIVE")
                || shows("NO_LICENCE_NEEDED");
    }

    /** Does he sit at the window that speaks for the applicant who stands before it? */
    public boolean isIntakeClerk() {
        return current.actor().holds(item().intake());
    }

    /** The work this officer has here: what he claimed before what anyone may claim. */
    public CaseView.Work getWork() {
        return view.workItems().stream()
                .filter(work -> work.yours() && !work.role().isEmpty())
                .min(Comparator.comparing((CaseView.Work work) -> !work.mine()).thenComparing(work -> work.suspended()))
                .orElse(null);
    }

    /** What a piece of work is within its step, where that is not its own. */
    public String partText(WorkPart part) {
        return switch (part) {
            case MAIN -> "";
            case SIGN -> "会签";
            case BEFORE -> "前加签";
            case AFTER -> "后加签";
            case ASKED -> "征求意见";
            case ASKED_FIRST -> "征求意见（须先答复）";
        };
    }

    /** The newest opinion of a step. */
    Optional<CaseView.Opinion> latest(String step) {
        return view.opinions().stream()
                .filter(opinion -> step.equals(opinion.step()) && !"ADVICE".equals(opinion.role()))
                .reduce((first, second) -> second);
    }

    /** How an opinion reads. */
    public String outcome(String outcome) {
        return switch (outcome == null ? "" : outcome) {
            case "AGREE" -> "同意";
            case "DISAGREE" -> "不同意";
            case "GRANT" -> "准予";
            case "DENY" -> "不予";
            case "RETURN" -> "退回";
            case "ANSWERED" -> "参考意见";
            case "REPORTED" -> "办理情况";
            case "SILENT" -> "逾期未复，视为同意";
            default -> outcome;
        };
    }

    /** 当事人签字: who signed the record of a site check, or before whom it was made. */
    public String signed(CaseView.SiteCheck check) {
        return switch (check.signature() == null ? "" : check.signature()) {
            case "SIGNED" -> "　签字：" + check.party();
            case "REFUSED" -> "　当事人拒绝签字（" + check.refusal() + "），见证人：" + check.witness();
            case "ABSENT" -> "　当事人不在现场，见证人：" + check.witness();
            default -> "";
        };
    }

    /** How an answer of the higher authority reads; null while it is awaited. */
    public String answerFromAbove(String answer) {
        return switch (answer == null ? "" : answer) {
            case "" -> "等待答复";
            case "GRANTED" -> "批复准予";
            case "DENIED" -> "批复不予";
            case "RETURNED" -> "退回";
            case "COMPLETED" -> "已由上级办结";
            case "WITHDRAWN" -> "申请人已撤回";
            default -> answer;
        };
    }

    public String roleText(String role) {
        return role == null || role.isEmpty()
                ? ""
                : role.equals("ADVICE")
                        ? "参考意见"
                        : switch (StepRole.valueOf(role)) {
                            case REVIEW -> "审查";
                            case SITE_CHECK -> "现场核查";
                            case CO_APPROVAL -> "会同审批";
                            case OPINION -> "征求意见";
                            case DECIDE -> "决定";
                        };
    }

    public String stepName(String key) {
        return item().steps().stream()
                .filter(step -> step.key().equals(key))
                .map(step -> step.name().zh())
                .findFirst()
                .orElse(key);
    }

    /** The newest first. */
    public List<CaseView.Entry> getTimeline() {
        List<CaseView.Entry> entries = new ArrayList<>(view.timeline());
        entries.sort(Comparator.comparingInt(CaseView.Entry::seq).reversed());
        return entries;
    }

    public String materialName(String requirement) {
        return item().material(requirement).map(need -> need.name().zh()).orElse(requirement);
    }

    public boolean picture(MaterialView file) {
        return file.contentType().startsWith("image/");
    }

    /** What has just been done, in words; empty when the page was simply opened. */
    public String getDone() {
        return CaseDeed.done(request.getParameter("done"));
    }

    public String getSelf() {
        return directory.officer(current.actor().id()).map(Officer::name).orElse("");
    }

    /** 利害关系人陈述过意见的, whoever decides has to answer it. */
    public boolean isInterestStated() {
        return view.interested().stream().anyMatch(one -> one.statement() != null);
    }
}
