package org.yiwang.web.portal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.yiwang.forms.identity.Actor;
import org.yiwang.forms.identity.Channel;
import org.yiwang.forms.identity.SignIn;
import org.yiwang.forms.identity.SignedIn;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.web.component.Page;
import org.yiwang.web.component.PageMode;
import org.yiwang.web.security.SessionCookies;

/** 登录: account and password; afterwards back to where the visitor wanted to go. */
@Named("signInPage")
@RequestScoped
@At("/sign-in")
public class SignInPage implements PortalPage {

    @Inject
    SignIn signIn;

    @Inject
    SessionCookies cookies;

    @Inject
    DemoAccounts demoAccounts;

    @Inject
    Page page;

    private String login = "";
    private String next = "";

    @Override
    public String section() {
        return "mine";
    }

    @Override
    public Reply get(Visit visit) {
        open(visit);
        if (visit.actor().citizen()) {
            return visit.go(next.isEmpty() ? "/my/cases" : next);
        }
        return Reply.show("sign-in");
    }

    private void open(Visit visit) {
        page.setTitle(page.t("signIn.title"));
        next = ownPath(visit.param("next"));
    }

    @Override
    public Reply post(Visit visit) {
        open(visit);
        login = visit.param("login");
        String password = visit.raw("password");
        String demo = visit.param("demo");
        if (!demo.isEmpty() && demoAccounts.knows(demo)) {
            login = demo;
            password = demoAccounts.password();
        }
        if (login.isEmpty()) {
            page.trouble("login", page.t("signIn.login.missing"));
        }
        if (password.isEmpty()) {
            page.trouble("password", page.t("signIn.password.missing"));
        }
        if (!page.getTroubles().isEmpty()) {
            return Reply.again("sign-in");
        }
        return signIn(visit, password);
    }

    private Reply signIn(Visit visit, String password) {
        try {
            SignedIn signedIn = signIn.signIn(login, password, Channel.WEB);
            cookies.open(signedIn, visit.request(), visit.response());
            return Reply.go(goal(signedIn.actor(), visit.mode()));
        } catch (Refusal refusal) {
            page.trouble("login", refusal);

            return Reply.again("sign-in");
        }
    }

    private String goal(Actor actor, PageMode mode) {
        if (!next.isEmpty()) {
            return mode.url(next);
        }
        return actor.citizen() ? mode.url("/my/cases") : "/desk";
    }

    /** Only a path of ours: no one may be sent elsewhere by a link to our sign-in page. */
    static String ownPath(String path) {
        return path.matches("/[A-Za-z0-9][A-Za-z0-9/_.,?=&%-]{0,300}") ? path : "";
    }

    public String getLogin() {
        return login;
    }

    public String getNext() {
        return next;
    }

    public List<DemoAccounts.Group> getDemo() {
        return demoAccounts.groups();
    }
}
