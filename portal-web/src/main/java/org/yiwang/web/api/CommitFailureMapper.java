package org.yiwang.web.api;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionalException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** 提交失败: the server has a mapper of its own for this one, with an empty answer; ours comes first and gives a problem. */
@Provider
@ApplicationScoped
@Priority(1)
public class CommitFailureMapper implements ExceptionMapper<TransactionalException> {

    @Inject
    ProblemMapper problems;

    @Override
    public Response toResponse(TransactionalException thrown) {
        return problems.toResponse(thrown);
    }
}
