package org.yiwang.web.window;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.yiwang.forms.catalogue.Audience;
import org.yiwang.forms.catalogue.ItemCode;
import org.yiwang.forms.catalogue.ItemSummary;
import org.yiwang.forms.catalogue.search.SearchHit;
import org.yiwang.forms.catalogue.search.SearchItems;
import org.yiwang.forms.catalogue.search.SearchQuery;
import org.yiwang.forms.filling.DraftSummary;
import org.yiwang.forms.filling.ReadDraft;
import org.yiwang.forms.filling.StartDraft;
import org.yiwang.forms.identity.Channel;
import org.yiwang.forms.identity.FindParty;
import org.yiwang.forms.identity.IdType;
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
import org.yiwang.workflow.worklist.WorkQueue;

/** 窗口受理: who stands before the window, what he wants, and the customers who are parked meanwhile. */
@Named("counter")
@RequestScoped
public class CounterPage {

    private static final int MOST_ITEMS = 200;
    private static final int PARKED = 30;
    private static final int WAITING = 8;

    @Inject
    FindParty parties;

    @Inject
    RegisterParty registerParty;

    @Inject
    SearchItems items;

    @Inject
    StartDraft startDraft;

    @Inject
    ReadDraft drafts;

    @Inject
    WorkQueue queue;

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

    /** Reads the customer named in the address. */
    public void open(HttpServletRequest asked) {
        String id = asked.getParameter("party");
        if (id != null && !id.isBlank()) {
            party = parties.byId(current.actor(), Uuids.parse(id, "该申请人"));
        }
    }

    /** Finds the person by his document; with a name beside it, takes in one who was never here. */
    public void find() throws IOException {
        try {
            PartyView found = sent.typed("name").isEmpty() ? known() : registered();
            go("/window/counter?party=" + found.id());
        } catch (Refusal refusal) {
            say(refusal);
        }
    }

    private PartyView known() {
        return parties.byNumber(current.actor(), type(), sent.typed("number"))
                .orElseThrow(() -> Refusal.invalid("name", "UNKNOWN", "这个证件号码还没有登记过。请对照证件填写姓名（名称）和电话，再点“查找或登记”。"));
    }

    private PartyView registered() {
        IdType type = type();
        PartyKind kind = type == IdType.CREDIT_CODE ? PartyKind.ORGANISATION : PartyKind.PERSON;
        return registerParty.register(
                current.actor(),
                new RegisterParty.Particulars(
                        kind,
                        sent.typed("name"),
                        type,
                        sent.typed("number"),
                        sent.typed("phone"),
                        sent.typed("representative")));
    }

    private IdType type() {
        try {
            return IdType.valueOf(sent.typed("idType"));
        } catch (IllegalArgumentException e) {
            throw Refusal.invalid("idType", "REQUIRED", "请选择证件类型。");
        }
    }

    /** Begins a form for this person; pressed twice, it is begun once. */
    public void start(String code) throws IOException {
        try {
            byte[] asked = (party.id() + " " + code).getBytes(StandardCharsets.UTF_8);
            Idempotency.Reply reply = idempotency.once(
                    current.actor().key(),
                    "window:" + sent.typed("key"),
                    asked,
                    () -> new Idempotency.Reply(
                            303,
                            startDraft
                                    .startFor(current.actor(), ItemCode.of(code), party.id())
                                    .id()
                                    .toString()));
            go("/window/intake?draft=" + reply.body());
        } catch (Refusal refusal) {
            say(refusal);
        }
    }

    private void go(String to) throws IOException {
        FacesContext.getCurrentInstance().getExternalContext().redirect(request.getContextPath() + to);
    }

    private void say(Refusal refusal) {
        if (refusal.problems().isEmpty()) {
            page.trouble("", refusal.getMessage());
        }
        for (Problem problem : refusal.problems()) {
            page.trouble("find-" + problem.path(), problem.message());
        }
    }

    public PartyView getParty() {
        return party;
    }

    public List<IdType> getTypes() {
        return List.of(IdType.values());
    }

    /** The items offered at the window to somebody like him. */
    public List<ItemSummary> getItems() {
        Audience audience = party.kind() == PartyKind.PERSON ? Audience.PERSON : Audience.ORGANISATION;
        SearchQuery offered = new SearchQuery(sent.typed("q"), audience, null, Channel.WINDOW, null);
        return items.find(offered, null, MOST_ITEMS).hits().stream()
                .map(SearchHit::item)
                .toList();
    }

    /** Customers who were asked to wait: each has papers of his own. */
    public List<DraftSummary> getParked() {
        return drafts.mine(current.actor(), null, PARKED);
    }

    public List<WorkQueue.Line> getWaiting() {
        return queue.list(current.actor(), WorkQueue.Queue.DEPARTMENT, WorkQueue.Filter.NONE, "", WAITING)
                .items();
    }

    public String error(String name) {
        return page.troubleAt("find-" + name);
    }

    /** What has just happened; empty when the page was simply opened. */
    public String getDone() {
        return switch (sent.typed("done")) {
            case "parked" -> "已挂起，材料和填写内容都已保存。可以先为下一位办理。";
            case "discarded" -> "草稿已删除，其中的材料不再保留。";
            default -> "";
        };
    }
}
