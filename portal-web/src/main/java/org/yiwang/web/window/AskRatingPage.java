package org.yiwang.web.window;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.web.component.QrCode;
import org.yiwang.web.security.CurrentActor;
import org.yiwang.workflow.casefile.CaseNo;
import org.yiwang.workflow.rating.RateByLink;
import org.yiwang.workflow.rating.RatingLink;

/** 请评价: the clerk turns the screen, or the pad, to the person he has just served. */
@Named("askRatingPage")
@RequestScoped
public class AskRatingPage {

    @Inject
    RatingLink links;

    @Inject
    RateByLink rate;

    @Inject
    CurrentActor current;

    @Inject
    HttpServletRequest request;

    private String token = "";
    private RateByLink.Service service;

    /** By case number, or by the link of a visit that was begun with the button; neither shows the button alone. */
    public void open(HttpServletRequest asked) {
        String no = asked.getParameter("no");
        if (no != null && !no.isBlank()) {
            token = links.ofCase(current.actor(), CaseNo.parse(no).orElseThrow(() -> Refusal.notFound("这个办件")));
        } else if (asked.getParameter("link") != null) {
            token = asked.getParameter("link");
        }
        service = token.isEmpty() ? null : rate.look(token);
    }

    /** A visit begins to be rated; the address then carries its link, so that reloading begins no other. */
    public void begin() throws IOException {
        FacesContext.getCurrentInstance()
                .getExternalContext()
                .redirect(request.getContextPath() + "/window/rate?link=" + links.ofNewVisit(current.actor()));
    }

    public RateByLink.Service getService() {
        return service;
    }

    /** What the QR code leads to; also the page for the pad. */
    public String getUrl() {
        return request.getContextPath() + "/rate/" + token;
    }

    public String getQr() {
        StringBuffer url = request.getRequestURL();
        String origin = url.substring(0, url.indexOf("/", url.indexOf("://") + 3));
        return QrCode.svg(origin + getUrl(), "扫码评价本次服务");
    }
}
