package org.yiwang.web.portal;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.MultipartConfig;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.yiwang.forms.identity.Actor;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.web.component.Page;
import org.yiwang.web.component.PageMode;
import org.yiwang.web.component.SharedAnswer;
import org.yiwang.web.security.CurrentActor;

/** 门户入口: finds the page of a public URL, in any of its modes, lets it work and shows its view. */
@WebServlet(
        name = "portal",
        urlPatterns = {
            "",
            "/items/*",
            "/sign-in",
            "/sign-out",
            "/apply/*",
            "/my/*",
            "/progress",
            "/verify/*",
            "/help",
            "/accessibility",
            "/privacy",
            "/rate/*",
            "/ratings",
            "/figures/*",
            "/publicity/*",
            "/hearings",
            "/kiosk/*",
            "/en/*",
            "/zz/*"
        })
@MultipartConfig(fileSizeThreshold = 256 * 1024, maxFileSize = 21L * 1024 * 1024, maxRequestSize = 22L * 1024 * 1024)
public class Portal extends HttpServlet {

    private static final long serialVersionUID = 1L;

    /** Set on a request that is forwarded to a public view, by this servlet or for a preview of one. */
    public static final String FORWARDED = "org.yiwang.web.portal.forwarded";

    @Inject
    transient Routes routes;

    @Inject
    transient Page page;

    @Inject
    transient CurrentActor current;

    @Inject
    transient ErrorPage errorPage;

    @Inject
    transient SharedAnswer shared;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        String full = request.getServletPath() + (request.getPathInfo() == null ? "" : request.getPathInfo());
        full = full.isEmpty() ? "/" : full;
        PageMode mode = PageMode.ofPath(full);
        String path = mode.strip(full);
        page.open(mode, path, request.getQueryString());
        Optional<Routes.Hit> hit = routes.find(withoutEnd(path));
        try {
            Reply reply = hit.isEmpty() ? notFound() : answer(hit.get(), request, response, mode);
            send(reply, request, response);
        } catch (Refusal refusal) {
            refuse(refusal, request, response);
        } catch (PortalPage.MethodNotAllowed notAllowed) {
            response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
        }
    }

    private Reply answer(Routes.Hit hit, HttpServletRequest request, HttpServletResponse response, PageMode mode) {
        Actor actor = current.actor();
        page.setSection(hit.page().section());
        page.setPersonal(hit.page().personal());
        response.setHeader("Cache-Control", hit.page().personal() ? "no-store" : "no-cache");
        Visit visit = new Visit(request, response, mode, hit.variables(), actor);
        Optional<Reply> elsewhere = hit.page().entry(visit);
        if (elsewhere.isPresent()) {
            return elsewhere.get();
        }
        return switch (request.getMethod()) {
            case "GET", "HEAD" -> looked(hit.page(), visit);
            case "POST" -> hit.page().post(visit);
            default -> throw new PortalPage.MethodNotAllowed();
        };
    }

    /** The page is only prepared yet: who has kept it is told so, and nothing is rendered. */
    private Reply looked(PortalPage asked, Visit visit) {
        if (!asked.shared(visit)) {
            return asked.get(visit);
        }
        String tag = shared.tag(visit.mode().name().toLowerCase(Locale.ROOT));
        Reply reply = asked.get(visit);
        if (!(reply instanceof Reply.Show show) || show.status() != HttpServletResponse.SC_OK) {
            return reply;
        }
        shared.mark(visit.response(), tag);
        return SharedAnswer.kept(visit.request().getHeader("If-None-Match"), tag) ? new Reply.Unchanged() : reply;
    }

    private static String withoutEnd(String path) {
        return path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    private Reply notFound() {
        throw Refusal.of(Refusal.Kind.NOT_FOUND, "NOT_FOUND", page.t("error.404.text"));
    }

    private void send(Reply reply, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (reply instanceof Reply.Go go) {
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader("Location", request.getContextPath() + go.url());
        } else if (reply instanceof Reply.File file) {
            sendFile(file, response);
        } else if (reply instanceof Reply.Unchanged) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
        } else if (reply instanceof Reply.Show show) {
            response.setStatus(show.status());
            show(show.view(), request, response);
        }
    }

    private static void sendFile(Reply.File file, HttpServletResponse response) throws IOException {
        String name = URLEncoder.encode(file.name(), StandardCharsets.UTF_8).replace("+", "%20");
        response.setContentType(file.type());
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader(
                "Content-Disposition", (file.download() ? "attachment" : "inline") + "; filename*=UTF-8''" + name);
        response.setContentLength(file.bytes().length);
        response.getOutputStream().write(file.bytes());
    }

    private static void show(String view, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        request.setAttribute(FORWARDED, Boolean.TRUE);
        request.getRequestDispatcher("/public/" + view + ".xhtml").forward(request, response);
    }

    private void refuse(Refusal refusal, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (refusal.kind() == Refusal.Kind.UNAUTHENTICATED) {
            if (page.getPath().startsWith("/kiosk")) {
                send(Reply.go("/kiosk"), request, response);
                return;
            }
            String back = "GET".equals(request.getMethod()) ? page.getPath() : "/my/cases";
            send(Reply.go(page.url("/sign-in") + "?next=" + page.encode(back)), request, response);
            return;
        }
        page.getTroubles().clear();
        request.setAttribute(ErrorPage.REFUSAL, refusal);
        response.setStatus(refusal.kind().status());
        response.setHeader("Cache-Control", "no-store");
        errorPage.prepare();
        show(errorPage.view(), request, response);
    }
}
