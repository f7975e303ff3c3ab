package org.yiwang.web.desk;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yiwang.forms.identity.SignIn;
import org.yiwang.forms.material.StoreUpload;
import org.yiwang.forms.material.Upload;
import org.yiwang.forms.platform.Problem;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.web.component.Dates;
import org.yiwang.web.component.Page;
import org.yiwang.web.security.CurrentActor;
import org.yiwang.workflow.action.ActionRequest;
import org.yiwang.workflow.action.CaseActions;
import org.yiwang.workflow.casefile.CaseAction;
import org.yiwang.workflow.casefile.ReadCase;
import org.yiwang.workflow.organisation.Directory;

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
            Map.entry("REQUEST_CORRECTION", "已一次性告知补正，告知书正在制作，可以在“文书”中打印。"),
            Map.entry("SUPPLY_CORRECTION", "补正材料已收下，请继续核对。"),
            Map.entry("REFUSE", "已作出不予受理决定，决定书正在制作。"),
            Map.entry("NO_LICENCE_NEEDED", "已告知不需要办理，告知书正在制作。"),
            Map.entry("CLAIM", "已签收，这项工作现在由您办理。"),
            Map.entry("REVIEW", "意见已提交，办件已进入下一环节。"),
            Map.entry("RETURN", "已退回。"),
            Map.entry("TRANSFER", "已转办。"),
            Map.entry("RECORD_SITE_CHECK", "核查记录已提交。"),
            Map.entry("START_SPECIAL_PROCEDURE", "特别程序已启动，法定时限暂停计算，告知书正在制作。"),
            Map.entry("END_SPECIAL_PROCEDURE", "特别程序已结束，法定时限继续计算。"),
            Map.entry("DECIDE", "决定已作出，文书正在制作。"),
            Map.entry("PAY", "缴费已登记。"),
            Map.entry("DELIVER", "结果已交付，办件办结。"),
            Map.entry("WITHDRAW", "申请已撤回。"),
            Map.entry("SUBMITTED", "申请已提交，请当面核对材料后继续。"));

    @Inject
    DeskCase deskCase;

    @Inject
    CaseActions actions;

    @Inject
    ReadCase readCase;

    @Inject
    StoreUpload storeUpload;

    @Inject
    SignIn signIn;

    @Inject
    Directory directory;

    @Inject
    CurrentActor current;

    @Inject
    Page page;

    @Inject
    HttpServletRequest request;

    private final List<String> targets = new ArrayList<>();
    private final List<String> photos = new ArrayList<>();

    static String done(String action) {
        return action == null ? "" : DONE.getOrDefault(action, "");
    }

    /** Does it and goes on to the page as it is then; or says at the top why not. */
    public void act(String name) throws IOException {
        try {
            CaseAction action = CaseAction.valueOf(name);
            ObjectNode payload = payload(action);
            if (action == CaseAction.DECIDE) {
                confirm();
            }
            actions.perform(
                    current.actor(), deskCase.number(), new ActionRequest(action, seen(action), work(), payload));
        } catch (Refusal refusal) {
            say(name, refusal);
            return;
        }
        FacesContext.getCurrentInstance()
                .getExternalContext()
                .redirect(request.getContextPath() + "/desk/case?no=" + deskCase.number() + "&done=" + name);
    }

    private long seen(CaseAction action) {
        boolean aboutWork = action == CaseAction.CLAIM || action == CaseAction.REVIEW || action == CaseAction.TRANSFER;
        try {
            return Long.parseLong(typed(aboutWork ? "workSeen" : "seen"));
        } catch (NumberFormatException e) {
            throw Refusal.conflict("STALE", "页面不完整，请刷新后再办理。");
        }
    }

    private UUID work() {
        try {
            return typed("work").isEmpty() ? null : UUID.fromString(typed("work"));
        } catch (IllegalArgumentException e) {
            throw Refusal.conflict("STALE", "页面不完整，请刷新后再办理。");
        }
    }

    private ObjectNode payload(CaseAction action) {
        ObjectNode out = JsonNodeFactory.instance.objectNode();
        switch (action) {
            case REQUEST_CORRECTION -> demands(out);
            case SUPPLY_CORRECTION -> supply(out);
            case REFUSE -> take(out, "reason", "legalBasis", "competentAuthority");
            case NO_LICENCE_NEEDED -> take(out, "reason", "legalBasis");
            case REVIEW -> review(out);
            case RETURN, WITHDRAW -> take(out, "reason");
            case TRANSFER -> take(out, "toStaffNo");
            case RECORD_SITE_CHECK -> siteCheck(out);
            case START_SPECIAL_PROCEDURE -> take(out, "type", "reason");
            case END_SPECIAL_PROCEDURE -> take(out, "result");
            case DECIDE -> take(out, "decision", "reason", "legalBasis");
            case PAY -> take(out, "reference");
            case DELIVER -> {
                take(out, "receiver", "trackingNo");
                out.put("identityChecked", !typed("identityChecked").isEmpty());
            }
            default -> {
                // RECEIVE, ACCEPT, CLAIM say all by themselves.
            }
        }
        return out;
    }

    private void take(ObjectNode out, String... names) {
        for (String name : names) {
            if (!typed(name).isEmpty()) {
                out.put(name, typed(name));
            }
        }
    }

    private void review(ObjectNode out) {
        take(out, "opinion", "text");
        ObjectNode answers = out.putObject("answers");
        deskCase.getObjections().forEach(step -> answers.put(step.value(), typed("answers." + step.value())));
    }

    private void demands(ObjectNode out) {
        take(out, "note");
        ArrayNode list = out.putArray("demands");
        for (String target : values("demand")) {
            targets.add(target);
            list.addObject().put("target", target).put("text", typed("text." + target));
        }
    }

    private void siteCheck(ObjectNode out) {
        take(out, "withStaffNo", "place", "findings");
        if (!typed("passed").isEmpty()) {
            out.put("passed", typed("passed").equals("true"));
        }
        try {
            out.put(
                    "checkedAt",
                    LocalDateTime.parse(typed("checkedAt"))
                            .atZone(Dates.CITY)
                            .toInstant()
                            .toString());
        } catch (DateTimeParseException missing) {
            out.putNull("checkedAt");
        }
        photos.addAll(values("photo"));
        upload();
        photos.forEach(out.withArray("photos")::add);
    }

    private void supply(ObjectNode out) {
        take(out, "note");
        out.set("answers", deskCase.demandedAnswers());
        ArrayNode files = out.putArray("files");
        for (DeskCase.Choice need : deskCase.getDemandedMaterials()) {
            keep("m-" + need.value())
                    .forEach(id ->
                            files.addObject().put("requirement", need.value()).put("fileId", id));
        }
    }

    /** Pictures are kept with the case at once; should the record be refused, they need not be chosen again. */
    private void upload() {
        photos.addAll(keep("photos"));
    }

    private List<String> keep(String input) {
        String scope = readCase.fileScope(current.actor(), deskCase.number());
        List<String> kept = new ArrayList<>();
        try {
            for (Part part : request.getParts()) {
                if (part.getName().equals(input) && part.getSize() > 0) {
                    try (InputStream in = part.getInputStream()) {
                        Upload upload = new Upload(part.getSubmittedFileName(), in);
                        kept.add(storeUpload
                                .store(current.actor(), scope, upload)
                                .id()
                                .toString());
                    }
                }
            }
        } catch (IOException | ServletException e) {
            throw Refusal.conflict("UPLOAD", "文件没有传完，请重新选择后再提交。");
        }
        return kept;
    }

    /** 签发前再次核验身份. */
    private void confirm() {
        if (raw("password").isEmpty()) {
            throw Refusal.invalid("password", "REQUIRED", "请输入登录密码，确认由您本人作出决定。");
        }
        String login = directory.officer(current.actor().id()).orElseThrow().login();
        try {
            signIn.confirm(current.actor(), login, raw("password"));
        } catch (Refusal refusal) {
            throw Refusal.invalid("password", refusal.code(), "身份核验没有通过：" + refusal.getMessage() + "决定没有作出。");
        }
    }

    private void say(String action, Refusal refusal) {
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
        if (demand.matches() && Integer.parseInt(demand.group(1)) < targets.size()) {
            return id(action, "text." + targets.get(Integer.parseInt(demand.group(1))));
        }
        return id(action, path);
    }

    /** The id of an input on the page. */
    public String id(String action, String name) {
        return action + "-" + name.replaceAll("[^A-Za-z0-9]+", "-");
    }

    /** What stands in an input after a refusal. */
    public String typed(String name) {
        return raw(name).strip();
    }

    private String raw(String name) {
        String value = request.getParameter(name);
        return value == null ? "" : value;
    }

    /** What stands in an input of this form: what was sent, or on a fresh page what is suggested. */
    public String value(String action, String name, String suggestion) {
        return action.equals(request.getParameter("act")) ? typed(name) : suggestion;
    }

    public boolean chosen(String name, String value) {
        return values(name).contains(value);
    }

    /** For an attribute: {@code checked} or none. */
    public String checked(String name, String value) {
        return chosen(name, value) ? "checked" : null;
    }

    /** For a part that folds: open when it is the one that was sent. */
    public String open(String action) {
        return action.equals(request.getParameter("act")) ? "open" : null;
    }

    private List<String> values(String name) {
        String[] values = request.getParameterValues(name);
        return values == null ? List.of() : Arrays.asList(values);
    }

    public List<String> getPhotos() {
        return photos;
    }

    /** The message at a field, or null. */
    public String error(String action, String name) {
        return page.troubleAt(id(action, name));
    }
}
