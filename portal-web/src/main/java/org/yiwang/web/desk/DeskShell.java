package org.yiwang.web.desk;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.yiwang.forms.catalogue.office.ItemAuthority;
import org.yiwang.forms.identity.Actor;
import org.yiwang.forms.identity.Role;
import org.yiwang.web.component.RoleWords;
import org.yiwang.web.security.CurrentActor;
import org.yiwang.workflow.commitment.ListVerifications;
import org.yiwang.workflow.enrolment.ReadEnrolment;
import org.yiwang.workflow.notification.Inbox;
import org.yiwang.workflow.organisation.Directory;
import org.yiwang.workflow.organisation.Officer;
import org.yiwang.workflow.waiting.ReadWaiting;

/** 工作台框架: who sits at the desk, what he can open, and how many notices wait for him. */
@Named("desk")
@RequestScoped
public class DeskShell {

    /** 菜单项. */
    public record Link(String url, String text, String icon, boolean here) {}

    @Inject
    CurrentActor current;

    @Inject
    Directory directory;

    @Inject
    Inbox inbox;

    @Inject
    ReadWaiting readWaiting;

    @Inject
    ListVerifications verifications;

    @Inject
    ReadEnrolment readEnrolment;

    @Inject
    HttpServletRequest request;

    private Integer unread;

    public String getName() {
        return current.actor().name();
    }

    public String getDepartment() {
        return directory
                .officer(current.actor().id())
                .flatMap(officer -> directory.findDepartment(officer.department()))
                .map(department -> department.name())
                .orElse("");
    }

    public String getStaffNo() {
        return directory.officer(current.actor().id()).map(Officer::staffNo).orElse("");
    }

    public String getRole() {
        return current.actor().roles().stream()
                .sorted()
                .map(RoleWords::of)
                .filter(word -> !word.isEmpty())
                .collect(Collectors.joining("、"));
    }

    public int getUnread() {
        if (unread == null) {
            unread = inbox.unread(current.actor());
        }
        return unread;
    }

    public List<Link> getMenu() {
        Actor actor = current.actor();
        List<Link> menu = new ArrayList<>();
        if (actor.is(Role.CLERK)) {
            boolean handout = request.getServletPath().startsWith("/window/handout");
            boolean window = request.getServletPath().startsWith("/window") && !handout;
            menu.add(new Link("/window/counter", "窗口受理", "person", window));
            menu.add(new Link("/window/handout", "出件", "file", handout));
        }
        if (!actor.posts().isEmpty()) {
            menu.add(link("/desk/inbox", "待办", "list", "/desk/inbox"));
        }
        if (!readWaiting.kept(actor).isEmpty()) {
            menu.add(link("/desk/lists", "轮候名册", "clock", "/desk/lists"));
        }
        menu.add(link("/desk/duty", "我的岗位", "person", "/desk/duty"));
        if (verifications.checks(actor)) {
            menu.add(link("/desk/verifications", "承诺核查", "check", "/desk/verifications"));
        }
        if (actor.is(Role.CREDIT_OFFICER)) {
            menu.add(link("/desk/credit", "失信名单", "shield", "/desk/credit"));
        }
        if (!readEnrolment.kept(actor).isEmpty()) {
            menu.add(link("/desk/draws", "批次", "list", "/desk/draws"));
        }
        if (ItemAuthority.enters(actor)) {
            menu.add(link("/admin/items", "事项后台", "file", "/admin/item"));
        }
        menu.add(link("/desk/ratings", "差评处置", "heart", "/desk/rating"));
        menu.add(link("/desk/orders", "督办单", "warn", "/desk/order"));
        menu.add(link("/desk/simulation", "办件推演", "work", "/desk/simulation"));
        menu.add(link("/desk/notices", "消息", "bell", "/desk/notices"));
        if (actor.is(Role.SUPERVISOR) || actor.is(Role.ADMIN)) {
            menu.add(link("/supervision", "运行监督", "shield", "/supervision"));
            menu.add(link("/supervision/figures", "考核指标", "shield", "/supervision/figures"));
            menu.add(link("/admin/bank", "题库", "work", "/admin/bank"));
            menu.add(link("/admin/calendars", "工作日历", "clock", "/admin/calendars"));
        }
        if (StaffArea.open(actor)) {
            menu.add(link("/admin/staff", "人员和权限", "person", "/admin/staff"));
        }
        if (actor.is(Role.AUDIT_ADMIN)) {
            menu.add(link("/admin/rights-log", "授权记录", "list", "/admin/rights-log"));
        }
        if (actor.is(Role.ADMIN)) {
            menu.add(link("/admin/words", "搜索用词", "search", "/admin/words"));
            menu.add(link("/admin", "系统管理", "work", "/admin/outbox"));
        }
        return menu;
    }

    private Link link(String url, String text, String icon, String root) {
        return new Link(url, text, icon, request.getServletPath().startsWith(root));
    }
}
