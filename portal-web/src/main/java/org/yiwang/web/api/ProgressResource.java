package org.yiwang.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.yiwang.workflow.bundle.LookUpProgress;

/** 进度查询: anybody who has the number of a case or of an errand, and its query code. */
@Path("/progress")
@RequestScoped
@OpenToAll
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class ProgressResource {

    @Inject
    LookUpProgress progress;

    /** 查询请求. */
    public record Lookup(String caseNo, String queryCode) {}

    @POST
    public Object look(Lookup given) {
        new Given()
                .need("caseNo", given.caseNo())
                .need("queryCode", given.queryCode())
                .orRefuse();
        LookUpProgress.Found found = progress.look(given.caseNo(), given.queryCode());
        return found.errand() == null ? found.single() : found.errand();
    }
}
