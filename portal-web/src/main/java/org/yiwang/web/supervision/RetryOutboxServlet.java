package org.yiwang.web.supervision;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import org.yiwang.forms.identity.Actor;
import org.yiwang.forms.operations.RetryOutbox;

/** 重新投递. */
@WebServlet(name = "retry-outbox", urlPatterns = "/supervision/retry")
public class RetryOutboxServlet extends OutboxServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    transient RetryOutbox retryOutbox;

    @Override
    String treat(Actor actor, long message, HttpServletRequest request) {
        retryOutbox.retry(actor, message);
        return "retried";
    }
}
