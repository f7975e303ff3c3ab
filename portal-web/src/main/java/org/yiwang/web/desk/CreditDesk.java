package org.yiwang.web.desk;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.web.component.Page;
import org.yiwang.web.component.Sent;
import org.yiwang.web.component.Uuids;
import org.yiwang.web.security.CurrentActor;
import org.yiwang.workflow.credit.DecideOnEntry;
import org.yiwang.workflow.credit.DishonestyEntry;
import org.yiwang.workflow.credit.DishonestyGround;
import org.yiwang.workflow.credit.EnterDishonesty;
import org.yiwang.workflow.credit.EntryState;
import org.yiwang.workflow.credit.ReadDishonesty;

/** 失信名单页面: the list for credit officers, the answers to objections and repairs; read before the page is built. */
@Named("creditDesk")
@RequestScoped
public class CreditDesk {

    private static final Map<String, String> DONE =
            Map.of("DECIDED", "已答复，当事人已收到消息。", "ENTERED", "已列入名单，当事人已收到消息，可以提出异议。");

    @Inject
    ReadDishonesty read;

    @Inject
    DecideOnEntry decide;

    @Inject
    EnterDishonesty enter;

    @Inject
    CurrentActor current;

    @Inject
    Page page;

    @Inject
    Sent sent;

    @Inject
    HttpServletRequest request;

    private ReadDishonesty.Page found;

    /** Refuses everybody but credit officers. */
    void open() {
        found = read.list(
                current.actor(),
                EntryState.valueOf(getState()),
                VerificationsPage.place(request.getParameter("after")));
    }

    public String getState() {
        return Stream.of(EntryState.values())
                .map(Enum::name)
                .filter(name -> name.equals(request.getParameter("state")))
                .findFirst()
                .orElse("LISTED");
    }

    public List<DishonestyEntry> getEntries() {
        return found.items();
    }

    /** 下一页; null on the last. */
    public String getNextUrl() {
        return found.next() == null
                ? null
                : request.getContextPath() + "/desk/credit?state=" + getState() + "&after=" + found.next();
    }

    public DishonestyGround[] getGrounds() {
        return DishonestyGround.values();
    }

    /** An id without dashes, as forms need one. */
    public String formId(DishonestyEntry entry) {
        return entry.id().toString().replace("-", "");
    }

    public String getDone() {
        return DONE.getOrDefault(sent.typed("done"), "");
    }

    public String error(String act, String name) {
        return page.troubleAt(act + "-" + name);
    }

    public void decide() throws IOException {
        String act = sent.typed("act");
        run(act, "DECIDED", () -> decide.decide(current.actor(), entry(), answer()));
    }

    private UUID entry() {
        return Uuids.parse(sent.typed("entry"), "这条信用记录");
    }

    private DecideOnEntry.Answer answer() {
        Boolean grant = sent.typed("grant").isEmpty() ? null : Boolean.valueOf(sent.typed("grant"));
        long seen = sent.seen();
        return new DecideOnEntry.Answer(grant, sent.typed("reason"), seen);
    }

    public void enter() throws IOException {
        DishonestyGround ground = Stream.of(DishonestyGround.values())
                .filter(one -> one.name().equals(sent.typed("ground")))
                .findFirst()
                .orElse(null);
        run(
                "ENTER",
                "ENTERED",
                () -> enter.enter(
                        current.actor(),
                        new EnterDishonesty.Entry(sent.typed("caseNo"), ground, sent.typed("reason"))));
    }

    private void run(String act, String done, Runnable work) throws IOException {
        try {
            work.run();
        } catch (Refusal refusal) {
            page.trouble(refusal, path -> path.isEmpty() ? "" : act + "-" + path);
            return;
        }
        FacesContext.getCurrentInstance()
                .getExternalContext()
                .redirect(request.getContextPath() + "/desk/credit?state=" + getState() + "&done=" + done);
    }
}
