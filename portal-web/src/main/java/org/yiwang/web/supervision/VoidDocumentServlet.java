package org.yiwang.web.supervision;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import org.yiwang.forms.document.VoidDocument;
import org.yiwang.forms.identity.Actor;

/** 作废做不成的文书; with {@code again} the same letter is ordered under the next number. */
@WebServlet(name = "void-document", urlPatterns = "/supervision/void")
public class VoidDocumentServlet extends OutboxServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    transient VoidDocument voidDocument;

    @Override
    String treat(Actor actor, long message, HttpServletRequest request) {
        boolean again = request.getParameter("again") != null;
        voidDocument.voidStuck(actor, message, request.getParameter("reason"), again);
        return "voided";
    }
}
