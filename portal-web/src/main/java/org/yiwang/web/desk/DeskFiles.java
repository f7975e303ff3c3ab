package org.yiwang.web.desk;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.yiwang.forms.document.DocumentView;
import org.yiwang.forms.document.ReadDocument;
import org.yiwang.forms.filling.ReadDraft;
import org.yiwang.forms.material.FileContent;
import org.yiwang.forms.material.ReadUpload;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.web.component.Uuids;
import org.yiwang.web.security.CurrentActor;
import org.yiwang.workflow.casefile.CaseNo;
import org.yiwang.workflow.casefile.ReadCase;

/**
 * 卷内文件: materials, pictures and documents of a case for officers who see it, and files of a clerk's own drafts. Shown in
 * a tab of their own: {@code /desk/files/case/<no>/<id>}, {@code /desk/files/document/<id>},
 * {@code /desk/files/draft/<draft>/<id>}.
 */
@WebServlet(name = "desk-files", urlPatterns = "/desk/files/*")
public class DeskFiles extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    transient CurrentActor current;

    @Inject
    transient ReadCase readCase;

    @Inject
    transient ReadUpload readUpload;

    @Inject
    transient ReadDraft readDraft;

    @Inject
    transient ReadDocument readDocument;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String[] path = (request.getPathInfo() == null ? "" : request.getPathInfo()).split("/");
        try {
            send(find(path), response);
        } catch (Refusal refusal) {
            response.sendError(refusal.kind().status(), refusal.getMessage());
        }
    }

    private FileContent find(String[] path) {
        if (path.length == 4 && path[1].equals("case")) {
            CaseNo no = CaseNo.parse(path[2]).orElseThrow(() -> Refusal.notFound("这个办件"));
            return readUpload.read(Uuids.parse(path[3], "这个文件"), readCase.fileScope(current.actor(), no));
        }
        if (path.length == 4 && path[1].equals("draft")) {
            return readDraft.file(current.actor(), Uuids.parse(path[2], "这个文件"), Uuids.parse(path[3], "这个文件"));
        }
        if (path.length == 3 && path[1].equals("document")) {
            DocumentView document = readCase.document(current.actor(), Uuids.parse(path[2], "这个文件"));
            return new FileContent(document.title() + ".pdf", "application/pdf", readDocument.pdf(document.id()), 0);
        }
        throw Refusal.notFound("这个文件");
    }

    private static void send(FileContent file, HttpServletResponse response) throws IOException {
        String name = URLEncoder.encode(file.name(), StandardCharsets.UTF_8).replace("+", "%20");
        response.setContentType(file.type());
        response.setHeader("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'");
        response.setHeader("Content-Disposition", "inline; filename*=UTF-8''" + name);
        response.setContentLength(file.bytes().length);
        response.getOutputStream().write(file.bytes());
    }
}
