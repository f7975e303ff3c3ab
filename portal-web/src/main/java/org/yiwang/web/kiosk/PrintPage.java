package org.yiwang.web.kiosk;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.yiwang.forms.document.DocumentView;
import org.yiwang.forms.document.PictureDocument;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.web.component.Page;
import org.yiwang.web.component.Uuids;
import org.yiwang.web.portal.At;
import org.yiwang.web.portal.Reply;
import org.yiwang.web.portal.Visit;
import org.yiwang.web.security.KioskDoor;
import org.yiwang.workflow.casefile.ReadCase;
import org.yiwang.workflow.delivery.PrintDocument;

/**
 * 打印证明: counted first, then sent to the printer. The pages come with the answer to the press of the button and nowhere
 * else, so that loading this page anew prints nothing that was not counted.
 */
@Named("kioskPrint")
@RequestScoped
@At({"/kiosk/documents/{document}/print", "/kiosk/documents/{document}/look"})
public class PrintPage implements KioskPage {

    @Inject
    PrintDocument print;

    @Inject
    PictureDocument pictures;

    @Inject
    ReadCase readCase;

    @Inject
    KioskDoor door;

    @Inject
    Page page;

    private UUID press;
    private PrintDocument.Copy copy;
    private List<String> sheets = List.of();

    /** The first page as it looks, too coarse to pass for the paper. */
    @Override
    public Reply get(Visit visit) {
        UUID id = Uuids.parse(visit.variable("document"), "这份文书");
        DocumentView document = readCase.document(visit.actor(), id);
        if (page.getPath().endsWith("/print")) {
            return visit.go("/kiosk/cases/" + document.caseNo());
        }
        byte[] first = pictures.pages(id, PictureDocument.ON_SCREEN).get(0);
        return new Reply.File("look.png", "image/png", first, false);
    }

    @Override
    public Reply post(Visit visit) {
        page.setTitle(page.t("kiosk.printing"));
        UUID id = Uuids.parse(visit.variable("document"), "这份文书");
        press = Uuids.parse(visit.param("_key"), "这次打印");
        copy = print.print(
                visit.actor(), door.device().orElseThrow(() -> Refusal.forbidden(page.t("kiosk.off.text"))), id, press);
        if (!copy.again()) {
            sheets = pictures.pages(id, PictureDocument.ON_PAPER).stream()
                    .map(png -> "data:image/png;base64," + Base64.getEncoder().encodeToString(png))
                    .toList();
        }
        return Reply.show("kiosk/print");
    }

    /** Which press of the button it was, for saying that nothing came of it. */
    public UUID getPress() {
        return press;
    }

    public PrintDocument.Copy getCopy() {
        return copy;
    }

    /** The pages, for the printer; none when this press was counted before. */
    public List<String> getSheets() {
        return sheets;
    }
}
