package org.yiwang.web.portal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import org.yiwang.web.security.SessionCookies;

/** 退出: ends the sitting, then the home page. */
@RequestScoped
@At("/sign-out")
public class SignOutPage implements PortalPage {

    @Inject
    SessionCookies cookies;

    @Override
    public String section() {
        return "";
    }

    @Override
    public Reply get(Visit visit) {
        return visit.go("/");
    }

    @Override
    public Reply post(Visit visit) {
        cookies.close(visit.request(), visit.response());
        return visit.go("/");
    }
}
