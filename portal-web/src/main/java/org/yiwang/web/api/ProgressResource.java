package org.yiwang.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.yiwang.workflow.casefile.PublicProgress;

/** 进度查询: anybody who has the case number and its query code. */
@Path("/progress")
@RequestScoped
@OpenToAll
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class ProgressResource {

    @Inject
    PublicProgress progress;

    /** 查询请求. */
    public record Lookup(String caseNo, String queryCode) {}

    @POST
    public PublicProgress.Progress look(Lookup given) {
        new Given()
                .need("caseNo", given.caseNo())
                .need("queryCode", given.queryCode())
                .orRefuse();
        return progress.look(given.caseNo(), given.queryCode());
    }
}
