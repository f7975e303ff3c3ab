package org.yiwang.web.desk;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.web.security.CurrentActor;
import org.yiwang.workflow.simulation.SimulateCase;

/** 推演样张: a letter that would arise in the script of this address, as PDF. */
@WebServlet(name = "simulation-letter", urlPatterns = "/desk/simulation/letter")
public class SimulationLetterServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    transient SimulateCase simulate;

    @Inject
    transient CurrentActor current;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        SimulationForm form = new SimulationForm(request);
        try {
            byte[] pdf = simulate.letter(
                    current.signedIn(), form.script(), Optional.empty(), number(form, "event"), number(form, "index"));
            send(response, pdf);
        } catch (Refusal refusal) {
            response.sendError(refusal.kind().status(), refusal.getMessage());
        }
    }

    static void send(HttpServletResponse response, byte[] pdf) throws IOException {
        response.setContentType("application/pdf");
        response.setHeader("Content-Disposition", "inline; filename=\"sample.pdf\"");
        response.setHeader("Cache-Control", "no-store");
        response.setContentLength(pdf.length);
        response.getOutputStream().write(pdf);
    }

    private static int number(SimulationForm form, String name) {
        String text = form.given(name);
        if (text == null || !text.matches("\\d{1,3}")) {
            throw Refusal.notFound("这份样张");
        }
        return Integer.parseInt(text);
    }
}
