package org.yiwang.web.portal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.web.component.Page;
import org.yiwang.workflow.rating.RateByLink;
import org.yiwang.workflow.rating.ReRate;

/** 扫码评价: what the QR code on a receipt or at the window leads to; nobody has to sign in and nobody is named. */
@Named("linkRatePage")
@RequestScoped
@At("/rate/{token}")
public class RatePage implements PortalPage {

    @Inject
    RateByLink rate;

    @Inject
    ReRate reRate;

    @Inject
    GradeForm gradeForm;

    @Inject
    FormOnce once;

    @Inject
    Page page;

    private RateByLink.Service service;
    private String token;

    @Override
    public String section() {
        return "rate";
    }

    @Override
    public Reply get(Visit visit) {
        return show(visit, Reply.show("rate"));
    }

    private Reply show(Visit visit, Reply reply) {
        visit.response().setHeader("Cache-Control", "no-store");
        token = visit.variable("token");
        service = rate.look(token);
        page.setTitle(page.t("rate.title"));
        return reply;
    }

    @Override
    public Reply post(Visit visit) {
        gradeForm.read(visit);
        try {
            once.run(visit, () -> {
                if (visit.param("_do").equals("again")) {
                    reRate.rate(visit.variable("token"), gradeForm.grade());
                } else {
                    rate.rate(visit.variable("token"), gradeForm.grade());
                }
            });
            return visit.go("/rate/" + visit.variable("token"));
        } catch (Refusal refusal) {
            if (refusal.kind() == Refusal.Kind.NOT_FOUND) {
                throw refusal;
            }
            page.trouble(refusal);
            return show(visit, Reply.refused("rate", refusal));
        }
    }

    public RateByLink.Service getService() {
        return service;
    }

    public String getToken() {
        return token;
    }
}
