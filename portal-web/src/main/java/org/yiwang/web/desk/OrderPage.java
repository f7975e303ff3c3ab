package org.yiwang.web.desk;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.stream.Stream;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.web.component.Dates;
import org.yiwang.web.component.Page;
import org.yiwang.web.component.Sent;
import org.yiwang.web.component.Uuids;
import org.yiwang.web.security.CurrentActor;
import org.yiwang.workflow.supervision.AnswerOrder;
import org.yiwang.workflow.supervision.AppealLight;
import org.yiwang.workflow.supervision.DecideAppeal;
import org.yiwang.workflow.supervision.LightAppeal;
import org.yiwang.workflow.supervision.ReadOrders;

/** 督办单页面: reply, appeal, decision and closing; read before the page is built. */
@Named("orderPage")
@RequestScoped
public class OrderPage {

    private static final Map<String, String> DONE = Map.of(
            "ISSUED", "督办单已发出，责任部门已收到消息。",
            "REPLY", "已答复，等待监督人员核对。",
            "CLOSE", "督办单已办结。",
            "APPEAL", "纠偏申请已提交，等待监督人员审批；在批准之前时限不变。",
            "DECIDE", "审批意见已记录。");

    @Inject
    ReadOrders orders;

    @Inject
    AnswerOrder answer;

    @Inject
    AppealLight appeal;

    @Inject
    DecideAppeal decide;

    @Inject
    CurrentActor current;

    @Inject
    Page page;

    @Inject
    Sent sent;

    @Inject
    HttpServletRequest request;

    private ReadOrders.View view;

    /** Reads the order; refuses what this officer may not see as if it were not there. */
    void open(String id) {
        view = orders.read(current.actor(), Uuids.parse(id, "这张督办单"));
    }

    public ReadOrders.View getView() {
        return view;
    }

    /** Offered now, or just sent: what was typed stays. */
    public boolean shows(String action) {
        return view.allowedActions().contains(ReadOrders.Action.valueOf(action)) || action.equals(sent.typed("act"));
    }

    public LightAppeal.Ground[] getGrounds() {
        return LightAppeal.Ground.values();
    }

    public String getDone() {
        return DONE.getOrDefault(sent.typed("done"), "");
    }

    /** Does it and shows the order as it is then; or says at the top why not. */
    public void act(String action) throws IOException {
        try {
            perform(ReadOrders.Action.valueOf(action));
        } catch (Refusal refusal) {
            page.trouble(refusal, path -> path.isEmpty() ? "" : action + "-" + path);
            return;
        }
        FacesContext.getCurrentInstance()
                .getExternalContext()
                .redirect(request.getContextPath() + "/desk/order?id=" + view.id() + "&done=" + action);
    }

    private void perform(ReadOrders.Action action) {
        long seen = sent.seen();
        switch (action) {
            case REPLY ->
                answer.reply(
                        current.actor(),
                        view.id(),
                        new AnswerOrder.Reply(seen, sent.typed("reason"), sent.typed("measures")));
            case CLOSE ->
                answer.close(current.actor(), view.id(), new AnswerOrder.Closing(seen, sent.typed("opinion")));
            case APPEAL -> appeal.ask(current.actor(), view.id(), asked());
            case DECIDE ->
                decide.decide(
                        current.actor(),
                        Uuids.parse(sent.typed("appeal"), "这份申诉"),
                        new DecideAppeal.Decision(
                                sent.typed("approve").isEmpty() ? null : Boolean.valueOf(sent.typed("approve")),
                                sent.typed("opinion")));
        }
    }

    private AppealLight.Request asked() {
        LightAppeal.Ground ground = Stream.of(LightAppeal.Ground.values())
                .filter(value -> value.name().equals(sent.typed("ground")))
                .findFirst()
                .orElse(null);
        return new AppealLight.Request(ground, moment("from"), moment("until"), sent.typed("text"));
    }

    private Instant moment(String name) {
        try {
            return LocalDateTime.parse(sent.typed(name)).atZone(Dates.CITY).toInstant();
        } catch (DateTimeParseException missing) {
            return null;
        }
    }

    /** The message at a field, or null. */
    public String error(String action, String name) {
        return page.troubleAt(action + "-" + name);
    }
}
