package org.yiwang.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.yiwang.workflow.hearing.ReadHearings;

/** 听证公告. */
@Path("/hearings")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class HearingResource {

    @Inject
    ReadHearings read;

    /** 公告中的听证. */
    public record Hearings(List<ReadHearings.Announcement> items) {}

    @GET
    @OpenToAll
    public Hearings announced() {
        return new Hearings(read.announced());
    }
}
