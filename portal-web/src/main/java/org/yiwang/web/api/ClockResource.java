package org.yiwang.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import org.yiwang.forms.platform.Profile;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.forms.platform.RunOutbox;
import org.yiwang.workflow.clock.FireDeadlines;
import org.yiwang.workflow.clock.RecountClocks;

/** 平台时间: puts it forward so that a deadline can be seen to pass; does not exist in production. */
@Path("/clock")
@RequestScoped
@OpenToAll
@Produces(MediaType.APPLICATION_JSON)
public class ClockResource {

    /** More rounds than any chain of deadlines and letters is long: a bug must not hang the call. */
    private static final int ROUNDS = 50;

    @Inject
    Profile profile;

    @Inject
    MoveClock clock;

    @Inject
    FireDeadlines deadlines;

    @Inject
    RecountClocks recount;

    @Inject
    RunOutbox outbox;

    /** 拨钟请求; {@code caseNo} is taken for the caller's own log, time moves for all. */
    public record Move(Instant now, String caseNo) {}

    /** 拨钟答复. */
    public record Moved(Instant now, int fired, int delivered, int failed) {}

    /** 时间答复. */
    public record Time(Instant now) {}

    /** What time it is on the platform. */
    @GET
    public Time now() {
        notInProduction();
        return new Time(clock.now());
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    public Moved move(Move to) {
        notInProduction();
        new Given().need("now", to.now()).orRefuse();
        Instant now = clock.to(to.now());
        int fired = 0;
        int delivered = 0;
        int failed = 0;
        for (int round = 0; round < ROUNDS; round++) {
            int firedNow = recount.recountAll() + deadlines.fireAll();
            RunOutbox.Delivery done = outbox.drain();
            fired += firedNow;
            delivered += done.delivered();
            failed += done.failed();
            if (firedNow + done.delivered() + done.failed() == 0) {
                break;
            }
        }
        return new Moved(now, fired, delivered, failed);
    }

    private void notInProduction() {
        if (profile.production()) {
            throw Refusal.notFound("这个地址");
        }
    }
}
