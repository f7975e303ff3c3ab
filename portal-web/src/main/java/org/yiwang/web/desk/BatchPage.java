package org.yiwang.web.desk;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.yiwang.forms.identity.ConfirmIdentity;
import org.yiwang.forms.identity.Post;
import org.yiwang.forms.identity.Proof;
import org.yiwang.forms.platform.Problem;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.web.component.FreshView;
import org.yiwang.web.component.Page;
import org.yiwang.web.component.Sent;
import org.yiwang.web.component.Uuids;
import org.yiwang.web.security.CurrentActor;
import org.yiwang.workflow.batch.BatchView;
import org.yiwang.workflow.batch.OrderBatch;
import org.yiwang.workflow.batch.ReadBatches;
import org.yiwang.workflow.casefile.CaseAction;
import org.yiwang.workflow.organisation.Directory;

/** 批量办理: what was chosen in the inbox and what is to be done with it; afterwards how far it is and what was refused. */
@Named("batchPage")
@RequestScoped
public class BatchPage {

    private static final int SIZE = 50;

    /** 选中的一项, as the inbox sends it. */
    public record Pick(String value, String caseNo, UUID work, long seen) {

        static Pick parse(String text) {
            String[] parts = text.split("_", 3);
            try {
                return new Pick(text, parts[0], UUID.fromString(parts[1]), Long.parseLong(parts[2]));
            } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
                return null;
            }
        }
    }

    @Inject
    OrderBatch orders;

    @Inject
    ReadBatches batches;

    @Inject
    ConfirmIdentity confirmIdentity;

    @Inject
    Directory directory;

    @Inject
    CurrentActor current;

    @Inject
    Page page;

    @Inject
    Sent sent;

    @Inject
    HttpServletRequest request;

    private BatchView view;
    private ReadBatches.Page lines;

    /** What was chosen; what does not read is left out. */
    public List<Pick> getPicks() {
        List<Pick> picks = new ArrayList<>();
        String[] values = request.getParameterValues("pick");
        for (String value : values == null ? new String[0] : values) {
            Pick pick = Pick.parse(value);
            if (pick != null) {
                picks.add(pick);
            }
        }
        return picks;
    }

    public String getAct() {
        return sent.typed("act").isEmpty() ? "CLAIM" : sent.typed("act");
    }

    /** Colleagues in his posts, to whom work can be transferred. */
    public List<DeskChoices.Choice> getColleagues() {
        return current.actor().posts().stream()
                .flatMap((Post post) -> directory.officersOf(post).stream())
                .filter(officer -> officer.id() != current.actor().id())
                .distinct()
                .map(officer ->
                        new DeskChoices.Choice(officer.staffNo(), officer.name() + "（" + officer.staffNo() + "）"))
                .toList();
    }

    /** Orders it and goes on to its progress. */
    public void order() throws IOException {
        try {
            CaseAction action = CaseAction.valueOf(getAct());
            List<OrderBatch.Selected> items = getPicks().stream()
                    .map(pick -> new OrderBatch.Selected(pick.caseNo(), pick.work(), pick.seen()))
                    .toList();
            BatchView ordered =
                    orders.order(current.actor(), new OrderBatch.Order(action, items, fields(action)), proof(action));
            go(ordered.id());
        } catch (Refusal refusal) {
            trouble(refusal);
            FreshView.show();
        }
    }

    private void go(UUID id) throws IOException {
        FacesContext.getCurrentInstance()
                .getExternalContext()
                .redirect(request.getContextPath() + "/desk/batch?id=" + id);
    }

    private void trouble(Refusal refusal) {
        if (refusal.problems().isEmpty()) {
            page.trouble("", refusal.getMessage());
        }
        for (Problem problem : refusal.problems()) {
            page.trouble(problem.path(), problem.message());
        }
    }

    private ObjectNode fields(CaseAction action) {
        ObjectNode fields = JsonNodeFactory.instance.objectNode();
        switch (action) {
            case TRANSFER -> fields.put("toStaffNo", sent.typed("toStaffNo"));
            case REVIEW -> fields.put("opinion", "AGREE").put("text", sent.typed("text"));
            case DECIDE ->
                fields.put("decision", "GRANT")
                        .put("reason", sent.typed("reason"))
                        .put("legalBasis", sent.typed("legalBasis"));
            default -> {
                // a claim says all by itself
            }
        }
        return fields;
    }

    /** One fresh proof for all of them. */
    private Proof proof(CaseAction action) {
        if (action != CaseAction.DECIDE) {
            return Proof.NONE;
        }
        String password = request.getParameter("password");
        if (password == null || password.isEmpty()) {
            throw Refusal.invalid("password", "REQUIRED", "请输入登录密码，确认由您本人作出决定。");
        }
        String token = current.token();
        return new Proof(
                token, confirmIdentity.confirm(current.actor(), token, password).confirmation());
    }

    /** The batch that was asked for, or null where one is yet to be ordered. */
    public BatchView getView() {
        if (view == null && !sent.typed("id").isEmpty()) {
            try {
                view = batches.one(current.actor(), Uuids.parse(sent.typed("id"), "这个批次"));
                lines = batches.lines(
                        current.actor(), view.id(), "1".equals(sent.typed("refused")), sent.typed("after"), SIZE);
            } catch (Refusal gone) {
                page.trouble("", "没有找到这个批次。");
            }
        }
        return view;
    }

    public List<BatchView.Line> getLines() {
        return getView() == null ? List.of() : lines.items();
    }

    /** 下一页; null on the last. */
    public String getNextUrl() {
        return getView() == null || lines.next() == null
                ? null
                : request.getContextPath() + "/desk/batch?id=" + view.id() + "&refused=" + sent.typed("refused")
                        + "&after=" + lines.next();
    }

    /** His latest batches. */
    public List<BatchView> getMine() {
        return batches.mine(current.actor());
    }

    public String actionText(String action) {
        return switch (action) {
            case "CLAIM" -> "签收";
            case "TRANSFER" -> "转办";
            case "REVIEW" -> "出具同意意见";
            case "DECIDE" -> "作出准予决定";
            default -> "交接";
        };
    }

    public String stateText(String state) {
        return switch (state) {
            case "DONE" -> "已办";
            case "REFUSED" -> "没有办成";
            default -> "等待";
        };
    }

    public String stateTone(String state) {
        return switch (state) {
            case "DONE" -> "ok";
            case "REFUSED" -> "bad";
            default -> "plain";
        };
    }
}
