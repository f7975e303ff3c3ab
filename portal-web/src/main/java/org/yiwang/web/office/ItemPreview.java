package org.yiwang.web.office;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.yiwang.forms.catalogue.PackageFiles;
import org.yiwang.forms.catalogue.PackageScenario;
import org.yiwang.forms.catalogue.ReadScenarios;
import org.yiwang.forms.catalogue.office.ReadItems;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.web.component.Page;
import org.yiwang.web.component.PageMode;
import org.yiwang.web.component.Sent;
import org.yiwang.web.portal.GuidePage;
import org.yiwang.web.portal.Portal;
import org.yiwang.web.security.CurrentActor;
import org.yiwang.workflow.simulation.Script;
import org.yiwang.workflow.simulation.SimulateCase;

/**
 * 预览草案: how a draft would look where people meet it: the guide and the form on the web, at the window and at a kiosk, made
 * by the very components of those pages, and the printed application by a simulation. Nothing is kept.
 */
@WebServlet(name = "item-preview", urlPatterns = "/admin/item-preview")
public class ItemPreview extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    transient DraftDesk draftDesk;

    @Inject
    transient PreviewDesk previewDesk;

    @Inject
    transient GuidePage guidePage;

    @Inject
    transient ReadItems read;

    @Inject
    transient SimulateCase simulate;

    @Inject
    transient CurrentActor current;

    @Inject
    transient Sent sent;

    @Inject
    transient Page page;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        response.setHeader("Cache-Control", "no-store");
        try {
            if (draftDesk.getOpened().item().isEmpty()) {
                throw Refusal.conflict("UNREADABLE", "草案还读不出来，不能预览；请先按“检查”改正。");
            }
            show(request, response);
        } catch (Refusal refusal) {
            page.trouble("", refusal.getMessage());
            response.setStatus(refusal.kind().status());
            request.getRequestDispatcher("/admin/item-draft.xhtml").forward(request, response);
        }
    }

    private void show(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        if (sent.typed("lang").equals("en")) {
            page.open(PageMode.ENGLISH, "/items", "");
        }
        switch (sent.typed("as")) {
            case "web", "kiosk", "window" -> {
                // The desk is no public page.
                previewDesk.open(draftDesk.getOpened().item().orElseThrow(), scenario());
                request.setAttribute(Portal.FORWARDED, sent.typed("as").equals("window") ? null : Boolean.TRUE);
                request.getRequestDispatcher("/admin/item-shown-" + sent.typed("as") + ".xhtml")
                        .forward(request, response);
            }
            case "print" -> print(response);
            default -> {
                guidePage.preview(draftDesk.getOpened().item().orElseThrow());
                request.setAttribute(Portal.FORWARDED, Boolean.TRUE);
                request.getRequestDispatcher("/public/guide.xhtml").forward(request, response);
            }
        }
    }

    private byte[] zip() {
        return read.zip(current.actor(), draftDesk.getDraft().id());
    }

    /** The plain case the package brings, whose answers fit its form. */
    private Optional<PackageScenario> scenario() {
        return ReadScenarios.in(PackageFiles.zip(zip())).stream()
                .filter(PackageScenario::fit)
                .findFirst();
    }

    private void print(HttpServletResponse response) throws IOException {
        String key = scenario()
                .map(PackageScenario::key)
                .orElseThrow(() -> Refusal.conflict("NO_SCENARIO", "草案没有填写完整的自测，打印不出申请表；请先补上 tests 里的自测。"));
        Script script = new Script(null, null, null, null, key, null, null, null, null);
        byte[] pdf = simulate.letter(current.signedIn(), script, Optional.of(zip()), 0, 0);
        response.setContentType("application/pdf");
        response.setHeader("Content-Disposition", "inline; filename=\"preview.pdf\"");
        response.setContentLength(pdf.length);
        response.getOutputStream().write(pdf);
    }
}
