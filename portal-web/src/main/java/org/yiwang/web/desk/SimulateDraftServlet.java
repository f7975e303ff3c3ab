package org.yiwang.web.desk;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.MultipartConfig;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.util.Base64;
import java.util.Optional;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.web.component.Page;
import org.yiwang.web.security.CurrentActor;
import org.yiwang.workflow.simulation.SimulateCase;

/**
 * 推演未发布的事项包: the page of simulations with a package that is sent along. Nothing is kept on the server: the page brings
 * the package back with every step.
 */
@WebServlet(name = "simulation-draft", urlPatterns = "/desk/simulation/draft")
@MultipartConfig(
        fileSizeThreshold = 1024 * 1024,
        maxFileSize = SimulateDraftServlet.LARGEST,
        maxRequestSize = 3L * SimulateDraftServlet.LARGEST)
public class SimulateDraftServlet extends HttpServlet {

    static final long LARGEST = 1024L * 1024;
    private static final long serialVersionUID = 1L;
    private static final String PAGE = "/desk/simulation";

    @Inject
    transient SimulateCase simulate;

    @Inject
    transient CurrentActor current;

    @Inject
    transient Page page;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.sendRedirect(request.getContextPath() + PAGE);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        try {
            byte[] zip = zip(request);
            request.setAttribute(SimulationForm.ZIP, zip);
            String letter = request.getParameter("letter");
            if (letter != null && letter.matches("\\d{1,3}-\\d{1,3}")) {
                letter(request, response, zip, letter.split("-"));
                return;
            }
        } catch (Refusal refusal) {
            page.trouble("file", refusal);
        } catch (IllegalStateException tooLarge) {
            page.trouble("file", "事项包超过 1 MB，不能在页面上推演，请用接口（POST /api/v1/simulations）。");
        }
        response.setHeader("Cache-Control", "no-store");
        request.getRequestDispatcher(PAGE + ".xhtml").forward(request, response);
    }

    private void letter(HttpServletRequest request, HttpServletResponse response, byte[] zip, String[] place)
            throws IOException {
        try {
            byte[] pdf = simulate.letter(
                    current.signedIn(),
                    new SimulationForm(request).script(),
                    Optional.of(zip),
                    Integer.parseInt(place[0]),
                    Integer.parseInt(place[1]));
            SimulationLetterServlet.send(response, pdf);
        } catch (Refusal refusal) {
            response.sendError(refusal.kind().status(), refusal.getMessage());
        }
    }

    /** The file that was chosen, else the one the page brought back. */
    private static byte[] zip(HttpServletRequest request) throws IOException, ServletException {
        Part part = request.getPart("file");
        if (part != null && part.getSize() > 0) {
            try (InputStream in = part.getInputStream()) {
                return in.readAllBytes();
            }
        }
        String kept = request.getParameter("zip");
        if (kept == null || kept.isBlank()) {
            throw Refusal.invalid("file", "REQUIRED", "请选择事项包（zip 文件）。");
        }
        try {
            return Base64.getDecoder().decode(kept);
        } catch (IllegalArgumentException broken) {
            throw Refusal.invalid("file", "FORMAT", "页面不完整，请重新选择事项包。");
        }
    }
}
