package org.yiwang.web.office;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.yiwang.forms.catalogue.ItemCode;
import org.yiwang.forms.catalogue.office.ReadItems;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.web.component.Sent;
import org.yiwang.web.component.Uuids;
import org.yiwang.web.security.CurrentActor;

/** 导出事项包: a draft ({@code id}) or a published version ({@code code}, {@code version}) as a zip archive. */
@WebServlet(name = "item-files", urlPatterns = "/admin/item-zip")
public class ItemFiles extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    transient ReadItems read;

    @Inject
    transient CurrentActor current;

    @Inject
    transient Sent sent;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            String id = sent.typed("id");
            byte[] zip = id.isEmpty() ? version() : read.zip(current.actor(), Uuids.parse(id, "这份草案"));
            String name = id.isEmpty() ? sent.typed("code") + "-" + sent.typed("version") : "draft-" + id;
            response.setContentType("application/zip");
            response.setHeader("Content-Disposition", "attachment; filename=\"" + name + ".zip\"");
            response.setHeader("Cache-Control", "no-store");
            response.getOutputStream().write(zip);
        } catch (Refusal refusal) {
            response.sendError(refusal.kind().status(), refusal.getMessage());
        }
    }

    private byte[] version() {
        try {
            return read.versionZip(
                    current.actor(), ItemCode.of(sent.typed("code")), Integer.parseInt(sent.typed("version")));
        } catch (IllegalArgumentException malformed) {
            throw Refusal.notFound("该事项的这个版本");
        }
    }
}
