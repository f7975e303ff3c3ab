package org.yiwang.web.desk;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.yiwang.forms.catalogue.FindItem;
import org.yiwang.forms.catalogue.ItemSummary;
import org.yiwang.forms.catalogue.search.SearchQuery;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.web.component.Page;
import org.yiwang.web.component.Sent;
import org.yiwang.web.security.CurrentActor;
import org.yiwang.workflow.clock.TrafficLight;
import org.yiwang.workflow.organisation.Directory;
import org.yiwang.workflow.organisation.Officer;
import org.yiwang.workflow.worklist.WorkQueue;

/** 待办: one's own and the department's work, soonest due first. Everything stands in the URL: it can be kept and sent. */
@Named("deskInbox")
@RequestScoped
public class InboxPage {

    private static final int SIZE = 20;

    @Inject
    WorkQueue queue;

    @Inject
    FindItem items;

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

    private String tab;
    private String item;
    private String light;
    private String text;
    private String after;
    private String back;
    private WorkQueue.Page found;

    @PostConstruct
    void read() {
        tab = sent.typed("tab").matches("mine|deputy|paused|asked") ? sent.typed("tab") : "department";
        item = sent.typed("item");
        light = sent.typed("light").matches("RED|YELLOW|GREEN") ? sent.typed("light") : "";
        text = sent.typed("q");
        after = sent.typed("after");
        back = sent.typed("back");
    }

    /** The lines of this page; a page position that no longer reads begins anew. */
    public List<WorkQueue.Line> getLines() {
        return found().items();
    }

    private WorkQueue.Page found() {
        if (found == null) {
            try {
                found = list(after);
            } catch (Refusal refusal) {
                page.trouble("", refusal.getMessage());
                found = list("");
            }
        }
        return found;
    }

    private WorkQueue.Page list(String from) {
        WorkQueue.Filter filter = new WorkQueue.Filter(
                item.isEmpty() ? null : item,
                light.isEmpty() ? null : TrafficLight.valueOf(light),
                text.isEmpty() ? null : text);
        return queue.list(current.actor(), which(), filter, from, SIZE);
    }

    private WorkQueue.Queue which() {
        return switch (tab) {
            case "mine" -> WorkQueue.Queue.MINE;
            case "paused" -> WorkQueue.Queue.PAUSED;
            case "deputy" -> WorkQueue.Queue.DEPUTY;
            case "asked" -> WorkQueue.Queue.ASKED;
            default -> WorkQueue.Queue.DEPARTMENT;
        };
    }

    /** What an empty list says. */
    public String getNothing() {
        if (isFiltered()) {
            return "没有符合筛选条件的待办，可以清除筛选后再看。";
        }
        return switch (tab) {
            case "mine" -> "您没有签收中的待办；科室待办里可能有等待签收的。";
            case "deputy" -> "今天没有您代理的同事，或者他们没有签收中的待办。";
            case "asked" -> "没有向您的岗位征求的意见。";
            case "paused" -> "没有暂停计时的办件（等待特别程序或申请人补正的）。";
            default -> "科室没有待办。";
        };
    }

    /** 下一页; null on the last. The positions come past ride along, so that 上一页 needs no counting. */
    public String getNextUrl() {
        String next = found().next();
        return next == null
                ? null
                : url(tab, next, back + (back.isEmpty() ? "" : "~") + (after.isEmpty() ? "0" : after));
    }

    /** 上一页; null on the first. */
    public String getPreviousUrl() {
        if (back.isEmpty()) {
            return null;
        }
        int cut = back.lastIndexOf('~');
        String last = back.substring(cut + 1);
        return url(tab, last.equals("0") ? "" : last, cut < 0 ? "" : back.substring(0, cut));
    }

    public String tabUrl(String other) {
        return url(other, "", "");
    }

    private String url(String whichTab, String from, String past) {
        return request.getContextPath() + "/desk/inbox?tab=" + whichTab + part("item", item) + part("light", light)
                + part("q", text) + part("after", from) + part("back", past);
    }

    private static String part(String name, String value) {
        return value.isEmpty() ? "" : "&" + name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    /** How a light is called. */
    public String lightText(TrafficLight of) {
        return Lamp.text(of);
    }

    public String who(Long officer) {
        return officer == null
                ? "待签收"
                : directory.officer(officer).map(Officer::name).orElse("");
    }

    /** 998…001 in groups, so that it can be read aloud. */
    public String number(String caseNo) {
        return String.format(
                Locale.ROOT, "%s %s %s", caseNo.substring(0, 6), caseNo.substring(6, 14), caseNo.substring(14));
    }

    public List<ItemSummary> getItems() {
        return items.list(SearchQuery.ALL, null, 200);
    }

    public boolean isFiltered() {
        return !item.isEmpty() || !light.isEmpty() || !text.isEmpty();
    }

    public String getTab() {
        return tab;
    }

    public String getItem() {
        return item;
    }

    public String getLight() {
        return light;
    }

    public String getText() {
        return text;
    }
}
