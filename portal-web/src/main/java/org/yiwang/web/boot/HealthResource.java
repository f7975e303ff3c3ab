package org.yiwang.web.boot;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.yiwang.web.api.OpenToAll;

/** 健康检查: for load balancers and start scripts; says nothing that an outsider could use. */
@OpenToAll
@Path("/health")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class HealthResource {

    private static final int SECONDS = 2;

    @Inject
    Boot boot;

    @Resource(lookup = "java:app/jdbc/portal")
    DataSource database;

    /** Whether requests may be sent here. */
    @GET
    @Path("/ready")
    public Response ready() {
        if (!boot.ready()) {
            return down(boot.reason());
        }
        return databaseAnswers() ? up() : down("database does not answer");
    }

    /** Whether the process lives; restart it if not. */
    @GET
    @Path("/live")
    public Response live() {
        return up();
    }

    private boolean databaseAnswers() {
        try (Connection connection = database.getConnection()) {
            return connection.isValid(SECONDS);
        } catch (SQLException unreachable) {
            return false;
        }
    }

    private static Response up() {
        return Response.ok(Map.of("status", "UP")).build();
    }

    private static Response down(String reason) {
        return Response.status(Response.Status.SERVICE_UNAVAILABLE)
                .header("Retry-After", "10")
                .entity(Map.of("status", "DOWN", "reason", reason))
                .build();
    }
}
