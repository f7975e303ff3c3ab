package org.yiwang.web.desk;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.yiwang.forms.catalogue.office.ItemAuthority;
import org.yiwang.forms.identity.Actor;
import org.yiwang.forms.identity.Role;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.web.office.DraftDesk;
import org.yiwang.web.office.ItemDesk;
import org.yiwang.web.security.CurrentActor;
import org.yiwang.web.window.AgentsPage;
import org.yiwang.web.window.AskRatingPage;
import org.yiwang.web.window.CounterPage;
import org.yiwang.web.window.ErrandHandoutPage;
import org.yiwang.web.window.IntakePage;

/**
 * 工作台门禁: officers only, the window for clerks only; and what a page is about is read before the page is built, so that
 * a case that is not there answers 404 and not half a page.
 */
public class DeskGuard extends HttpFilter {

    private static final long serialVersionUID = 1L;

    @Inject
    transient CurrentActor current;

    @Inject
    transient DeskCase deskCase;

    @Inject
    transient TicketPage ticketPage;

    @Inject
    transient OrderPage orderPage;

    @Inject
    transient VerificationsPage verificationsPage;

    @Inject
    transient CreditDesk creditDesk;

    @Inject
    transient ItemDesk itemDesk;

    @Inject
    transient DraftDesk draftDesk;

    @Inject
    transient AskRatingPage askRatingPage;

    @Inject
    transient ErrandHandoutPage errandHandoutPage;

    @Inject
    transient AgentsPage agentsPage;

    @Inject
    transient IntakePage intakePage;

    @Inject
    transient CounterPage counterPage;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Actor actor = current.actor();
        String path = path(request);
        if (!actor.officer()) {
            signIn(request, response, path);
            return;
        }
        if (path.startsWith("/window") && !actor.is(Role.CLERK)) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN, "窗口页面只对窗口受理人员开放。");
            return;
        }
        if (StaffArea.holds(path) && !StaffArea.open(actor, path)) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN, "人员和权限只对系统、安全、审计管理员开放，授权记录只对审计管理员开放。");
            return;
        }
        boolean items = path.startsWith("/admin/item");
        if (items && !ItemAuthority.enters(actor)) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN, "事项后台只对事项管理、审核人员和系统管理员开放。");
            return;
        }
        boolean overseers =
                (path.startsWith("/supervision") || path.startsWith("/admin")) && !StaffArea.holds(path) && !items;
        if (overseers && !actor.is(Role.SUPERVISOR) && !actor.is(Role.ADMIN)) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN, "运行监督只对监督和管理人员开放。");
            return;
        }
        try {
            if (!open(path, request, response)) {
                return;
            }
        } catch (Refusal refusal) {
            response.sendError(refusal.kind().status(), refusal.getMessage());
            return;
        }
        chain.doFilter(request, response);
    }

    /** Reads what the page is about; false when the answer is given already. */
    private boolean open(String path, HttpServletRequest request, HttpServletResponse response) throws IOException {
        switch (path) {
            case "/desk" -> {
                response.sendRedirect(request.getContextPath() + home(current.actor()));
                return false;
            }
            case "/window" -> {
                response.sendRedirect(request.getContextPath() + "/window/counter");
                return false;
            }
            case "/supervision" -> {
                response.sendRedirect(request.getContextPath() + "/supervision/overview");
                return false;
            }
            case "/admin", "/admin/outbox" -> {
                response.sendRedirect(request.getContextPath() + "/supervision/overview#outbox");
                return false;
            }
            case "/desk/case" -> deskCase.open(request.getParameter("no"));
            case "/desk/rating" -> ticketPage.open(request.getParameter("id"));
            case "/desk/verifications" -> verificationsPage.open(request.getParameter("after"));
            case "/desk/credit" -> creditDesk.open();
            case "/admin/item" -> itemDesk.open(request.getParameter("code"));
            case "/admin/item-draft", "/admin/item-edit", "/admin/item-form", "/admin/item-preview" ->
                draftDesk.open(request.getParameter("id"));
            case "/desk/order" -> orderPage.open(request.getParameter("id"));
            case "/window/agents" -> agentsPage.open(request);
            case "/window/errand" -> errandHandoutPage.open(request);
            case "/window/rate" -> askRatingPage.open(request);
            case "/window/counter" -> counterPage.open(request);
            case "/window/intake" -> {
                String caseNo = intakePage.open(request);
                if (!caseNo.isEmpty()) {
                    response.sendRedirect(request.getContextPath() + "/desk/case?no=" + caseNo);
                    return false;
                }
            }
            default -> {
                // Nothing to read beforehand.
            }
        }
        return true;
    }

    static String home(Actor actor) {
        if (actor.is(Role.CLERK)) {
            return "/window/counter";
        }
        if (actor.is(Role.CREDIT_OFFICER)) {
            return "/desk/credit";
        }
        if (actor.is(Role.SECURITY_ADMIN) || actor.is(Role.AUDIT_ADMIN)) {
            return "/admin/staff";
        }
        if (actor.posts().isEmpty() && ItemAuthority.enters(actor) && !actor.is(Role.ADMIN)) {
            return "/admin/items";
        }
        return actor.is(Role.SUPERVISOR) || actor.is(Role.ADMIN) ? "/supervision" : "/desk/inbox";
    }

    private static String path(HttpServletRequest request) {
        String info = request.getPathInfo();
        String full = request.getServletPath() + (info == null ? "" : info);
        String path = full.endsWith(".xhtml") ? full.substring(0, full.length() - 6) : full;
        return path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    private static void signIn(HttpServletRequest request, HttpServletResponse response, String path)
            throws IOException {
        String query = request.getQueryString();
        boolean reading = "GET".equals(request.getMethod());
        String next = reading && query != null ? path + "?" + query : path;
        String to = request.getContextPath() + "/sign-in?next=" + URLEncoder.encode(next, StandardCharsets.UTF_8);
        if ("partial/ajax".equals(request.getHeader("Faces-Request"))) {
            // The page stays, with all that was typed into it; its script says where to sign in again (desk.js).
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
            response.setContentType("text/plain;charset=UTF-8");
            response.getWriter().write("登录已失效，请重新登录。");
            return;
        }
        response.sendRedirect(to);
    }
}
