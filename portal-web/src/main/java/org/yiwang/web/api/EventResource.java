package org.yiwang.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import org.yiwang.web.security.CurrentActor;
import org.yiwang.workflow.feed.ReadFeed;

/** 事件订阅: programs of other offices ask what has happened since they asked last. */
@Path("/events")
@RequestScoped
public class EventResource {

    static final String BATCH = "application/cloudevents-batch+json";

    @Inject
    ReadFeed feed;

    @Inject
    CurrentActor current;

    @GET
    @Produces(BATCH)
    public Response read(
            @QueryParam("after") String after,
            @QueryParam("limit") String limit,
            @HeaderParam("If-None-Match") String known) {
        Paging paging = Paging.of(after, limit);
        ReadFeed.Batch batch = feed.read(current.actor(), position(paging.after()), paging.limit());
        String tag = '"' + batch.tag() + '"';
        boolean same = known != null
                && Arrays.stream(known.split(",")).map(String::strip).anyMatch(tag::equals);
        Response.ResponseBuilder reply =
                same ? Response.notModified() : Response.ok(batch.events().toString(), BATCH + ";charset=UTF-8");
        // What stands at a position never changes; whether more has come has to be asked.
        return reply.header("ETag", tag)
                .header("Cache-Control", "private, no-cache")
                .header("Vary", "Authorization")
                .header(
                        "Link",
                        "</api/v1/events?after=" + batch.next() + "&limit=" + paging.limit() + ">; rel=\"next\"")
                .build();
    }

    private static long position(String after) {
        if (after == null) {
            return 0;
        }
        if (!after.matches("\\d{1,18}")) {
            throw ApiProblem.invalid("after", "MALFORMED", "位置 after 应为上一批动态给出的整数，从头读取时为 0。");
        }
        return Long.parseLong(after);
    }
}
