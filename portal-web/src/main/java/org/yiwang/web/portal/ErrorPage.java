package org.yiwang.web.portal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.forms.platform.TraceId;
import org.yiwang.web.component.Page;
import org.yiwang.web.component.PageMode;
import org.yiwang.web.security.Area;

/** 错误页: says in plain words what happened, what to do, and under which number it is on record. */
@Named("errorPage")
@RequestScoped
public class ErrorPage {

    static final String REFUSAL = "org.yiwang.web.portal.refusal";

    @Inject
    Page page;

    @Inject
    HttpServletRequest request;

    private String key;

    /** Finds out what to say, before the template asks for the title. */
    void prepare() {
        Object uri = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        if (uri != null && request.getAttribute(REFUSAL) == null) {
            // The error did not come through the portal: the page opens in the mode of the address that failed.
            page.open(
                    PageMode.ofPath(
                            uri.toString().substring(request.getContextPath().length())),
                    "/",
                    null);
        }
        key = switch (status()) {
            case 404, 405 -> "404";
            case 401, 403 -> "403";
            case 409, 412 -> "409";
            case 413, 415, 422 -> "422";
            case 429 -> "429";
            case 419 -> "expired";
            default -> "500";
        };
        page.setTitle(page.t("error." + key + ".title"));
    }

    /** A kiosk's screen has no way to the pages of the web. */
    String view() {
        Object uri = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        Area area = uri == null
                ? Area.of(page.mode().url(page.getPath()))
                : Area.of(uri.toString().substring(request.getContextPath().length()));
        return area == Area.KIOSK ? "kiosk/error" : "error";
    }

    public String getKey() {
        return key;
    }

    /** What the refusal itself says, or null. */
    public Page.Trouble getSaid() {
        Refusal refusal = (Refusal) request.getAttribute(REFUSAL);
        return refusal == null ? null : page.said(refusal);
    }

    public String getNumber() {
        return TraceId.current();
    }

    private int status() {
        Refusal refusal = (Refusal) request.getAttribute(REFUSAL);
        if (refusal != null) {
            return "FORM_EXPIRED".equals(refusal.code()) ? 419 : refusal.kind().status();
        }
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        int code = status instanceof Integer number ? number : 404;
        // A form of ours that was refused before it came to a page: its token no longer fits the session.
        return code == 403 && "POST".equals(request.getMethod()) ? 419 : code;
    }
}
