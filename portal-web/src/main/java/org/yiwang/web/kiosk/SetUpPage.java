package org.yiwang.web.kiosk;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;
import org.yiwang.forms.identity.Channel;
import org.yiwang.forms.identity.SetUpKiosk;
import org.yiwang.forms.identity.SignIn;
import org.yiwang.forms.identity.SignOut;
import org.yiwang.forms.identity.SignedIn;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.web.component.Page;
import org.yiwang.web.portal.At;
import org.yiwang.web.portal.Reply;
import org.yiwang.web.portal.Visit;
import org.yiwang.web.security.KioskDoor;

/** 启用终端: an administrator signs in once at the machine; his own session does not stay there. */
@Named("kioskSetUp")
@RequestScoped
@At("/kiosk/setup")
public class SetUpPage implements KioskPage {

    @Inject
    SignIn signIn;

    @Inject
    SignOut signOut;

    @Inject
    SetUpKiosk setUpKiosk;

    @Inject
    KioskDoor door;

    @Inject
    Page page;

    private String login = "";
    private String device = "";

    /** Open to every browser: what it asks for is a password. */
    @Override
    public Optional<Reply> entry(Visit visit) {
        return visit.actor().citizen() ? Optional.of(visit.go("/kiosk")) : Optional.empty();
    }

    @Override
    public Reply get(Visit visit) {
        page.setTitle(page.t("kiosk.setup"));
        return Reply.show("kiosk/setup");
    }

    @Override
    public Reply post(Visit visit) {
        page.setTitle(page.t("kiosk.setup"));
        login = visit.param("login");
        device = visit.param("device");
        try {
            SignedIn by = signIn.signIn(login, visit.raw("password"), Channel.WEB);
            try {
                door.setUp(setUpKiosk.setUp(by.actor(), device), visit.request(), visit.response());
            } finally {
                signOut.signOut(by.token());
            }
            return visit.go("/kiosk?said=setup");
        } catch (Refusal refusal) {
            page.trouble("login", refusal);
            return Reply.again("kiosk/setup");
        }
    }

    public String getLogin() {
        return login;
    }

    public String getDevice() {
        return device;
    }
}
