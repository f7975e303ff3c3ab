package org.yiwang.web.window;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Set;
import org.yiwang.forms.identity.EndMandate;
import org.yiwang.forms.identity.FindParty;
import org.yiwang.forms.identity.GrantMandate;
import org.yiwang.forms.identity.IdType;
import org.yiwang.forms.identity.MandateKind;
import org.yiwang.forms.identity.MandateView;
import org.yiwang.forms.identity.PartyKind;
import org.yiwang.forms.identity.PartyView;
import org.yiwang.forms.identity.RegisterParty;
import org.yiwang.forms.platform.Idempotency;
import org.yiwang.forms.platform.Problem;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.web.component.Page;
import org.yiwang.web.component.Sent;
import org.yiwang.web.component.Uuids;
import org.yiwang.web.security.CurrentActor;

/** 代理登记: on the papers he has before him, a clerk registers who may act for a customer, and ends it again. */
@Named("agents")
@RequestScoped
public class AgentsPage {

    @Inject
    FindParty parties;

    @Inject
    RegisterParty registerParty;

    @Inject
    GrantMandate grant;

    @Inject
    EndMandate end;

    @Inject
    Idempotency idempotency;

    @Inject
    CurrentActor current;

    @Inject
    Page page;

    @Inject
    Sent sent;

    @Inject
    HttpServletRequest request;

    private PartyView party;

    /** Reads for whom. */
    public void open(HttpServletRequest asked) {
        party = parties.byId(current.actor(), Uuids.parse(asked.getParameter("party"), "该申请人"));
    }

    /** Registers the agent, who is himself registered first if he was never here; pressed twice, it is done once. */
    public void register() throws IOException {
        try {
            byte[] asked = (party.id() + " " + sent.typed("kind") + " " + sent.typed("number") + " "
                            + sent.typed("validTo"))
                    .getBytes(StandardCharsets.UTF_8);
            idempotency.once(current.actor().key(), "agent:" + sent.typed("key"), asked, () -> {
                MandateView mandate = grant.register(current.actor(), party.id(), agent().id(), terms());
                return new Idempotency.Reply(201, mandate.number());
            });
            FacesContext.getCurrentInstance().getExternalContext().redirect(here("registered"));
        } catch (Refusal refusal) {
            say(refusal);
        }
    }

    private PartyView agent() {
        if (sent.typed("name").isEmpty()) {
            return parties.byNumber(current.actor(), IdType.ID_CARD, sent.typed("number"))
                    .orElseThrow(() -> Refusal.invalid("name", "UNKNOWN", "代理人还没有登记过，请对照证件填写姓名和电话。"));
        }
        return registerParty.register(
                current.actor(),
                new RegisterParty.Particulars(
                        PartyKind.PERSON,
                        sent.typed("name"),
                        IdType.ID_CARD,
                        sent.typed("number"),
                        sent.typed("phone")));
    }

    private GrantMandate.Terms terms() {
        return new GrantMandate.Terms(kind(), Set.of(), Set.of(), lastDay(), sent.typed("proof"));
    }

    private MandateKind kind() {
        return getKinds().stream()
                .filter(kind -> kind.name().equals(sent.typed("kind")))
                .findFirst()
                .orElse(null);
    }

    private LocalDate lastDay() {
        try {
            return sent.typed("validTo").isEmpty() ? null : LocalDate.parse(sent.typed("validTo"));
        } catch (DateTimeParseException e) {
            throw Refusal.invalid("validTo", "FORMAT", "请按年-月-日填写授权的最后一天，例如 2027-12-31。");
        }
    }

    public void end(String number) throws IOException {
        try {
            end.end(current.actor(), number);
            FacesContext.getCurrentInstance().getExternalContext().redirect(here("ended"));
        } catch (Refusal refusal) {
            say(refusal);
        }
    }

    private String here(String done) {
        return request.getContextPath() + "/window/agents?party=" + party.id() + "&done=" + done;
    }

    private void say(Refusal refusal) {
        if (refusal.problems().isEmpty()) {
            page.trouble("", refusal.getMessage());
        }
        for (Problem problem : refusal.problems()) {
            page.trouble("agent-" + field(problem.path()), problem.message());
        }
    }

    /** Where on the page a problem of the parties themselves is shown. */
    private static String field(String path) {
        return switch (path) {
            case "agent" -> "number";
            case "principal" -> "kind";
            default -> path;
        };
    }

    public PartyView getParty() {
        return party;
    }

    public List<MandateView> getMandates() {
        return parties.givenBy(current.actor(), party.id());
    }

    public List<MandateKind> getKinds() {
        return party.kind() == PartyKind.ORGANISATION
                ? List.of(MandateKind.CORP_AGENT)
                : List.of(MandateKind.GUARDIAN, MandateKind.ENTRUSTED, MandateKind.FAMILY);
    }

    public String error(String name) {
        return page.troubleAt("agent-" + name);
    }

    /** What has just happened; empty when the page was simply opened. */
    public String getDone() {
        return switch (sent.typed("done")) {
            case "registered" -> "已登记。代理人登录后在“我的授权”中可以看到；被监护人不满14周岁的，监护人还须在网上同意处理儿童个人信息。";
            case "ended" -> "已终止，代理人从现在起不能再代办。";
            default -> "";
        };
    }
}
