package org.yiwang.web.kiosk;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.web.component.Page;
import org.yiwang.web.component.Uuids;
import org.yiwang.web.portal.At;
import org.yiwang.web.portal.FormOnce;
import org.yiwang.web.portal.Reply;
import org.yiwang.web.portal.Visit;
import org.yiwang.web.security.KioskDoor;
import org.yiwang.workflow.delivery.GiveBackCopy;

/** 没有打印出来: the button beside a copy that was just sent to the printer. */
@RequestScoped
@At("/kiosk/documents/{document}/not-printed")
public class NotPrintedPage implements KioskPage {

    @Inject
    GiveBackCopy giveBack;

    @Inject
    KioskDoor door;

    @Inject
    FormOnce once;

    @Inject
    Page page;

    @Override
    public Reply get(Visit visit) {
        return visit.go("/kiosk/cases");
    }

    @Override
    public Reply post(Visit visit) {
        page.setTitle(page.t("kiosk.notPrinted"));
        UUID document = Uuids.parse(visit.variable("document"), "这份文书");
        UUID press = Uuids.parse(visit.param("press"), "这次打印");
        return visit.go(once.go(
                visit,
                () -> "/kiosk/cases/"
                        + giveBack.giveBack(
                                visit.actor(),
                                door.device().orElseThrow(() -> Refusal.forbidden(page.t("kiosk.off.text"))),
                                document,
                                press)
                        + "?said=givenback"));
    }
}
