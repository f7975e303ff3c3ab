package org.yiwang.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.web.security.CurrentActor;
import org.yiwang.workflow.commitment.ListVerifications;
import org.yiwang.workflow.credit.AskAboutEntry;
import org.yiwang.workflow.credit.DecideOnEntry;
import org.yiwang.workflow.credit.DishonestyEntry;
import org.yiwang.workflow.credit.EnterDishonesty;
import org.yiwang.workflow.credit.EntryState;
import org.yiwang.workflow.credit.ReadDishonesty;

/** 信用: one's own entries, the list for credit officers, and what is still to be checked. Nothing of it is public. */
@Path("/credit")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class CreditResource {

    @Inject
    CurrentActor current;

    @Inject
    Call call;

    @Inject
    ReadDishonesty read;

    @Inject
    EnterDishonesty enter;

    @Inject
    AskAboutEntry ask;

    @Inject
    DecideOnEntry decide;

    @Inject
    ListVerifications verifications;

    /** 本人的信用记录. */
    public record Own(List<DishonestyEntry> items) {}

    @GET
    @Path("/mine")
    public Own mine() {
        return new Own(read.mine(current.actor()));
    }

    @GET
    @Path("/entries")
    public Paging.Page<DishonestyEntry> list(@QueryParam("state") String state, @QueryParam("after") String after) {
        ReadDishonesty.Page page = read.list(current.actor(), state(state), place(after));
        return new Paging.Page<>(page.items(), text(page.next()));
    }

    @POST
    @Path("/entries")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response enter(EnterDishonesty.Entry entry) {
        return call.once(201, () -> {
            enter.enter(current.actor(), entry);
            return Map.of("listed", true);
        });
    }

    @POST
    @Path("/entries/{id}/requests")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response ask(@PathParam("id") UUID id, AskAboutEntry.Request request) {
        return call.once(201, () -> ask.ask(current.actor(), id, request));
    }

    @POST
    @Path("/entries/{id}/decision")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response decide(@PathParam("id") UUID id, DecideOnEntry.Answer answer) {
        return call.once(200, () -> decide.decide(current.actor(), id, answer));
    }

    @GET
    @Path("/verifications")
    public Paging.Page<ListVerifications.Line> verifications(@QueryParam("after") String after) {
        ListVerifications.Page page = verifications.list(current.actor(), place(after));
        return new Paging.Page<>(page.items(), text(page.next()));
    }

    private static EntryState state(String text) {
        return text == null || text.isBlank()
                ? EntryState.LISTED
                : Stream.of(EntryState.values())
                        .filter(state -> state.name().equals(text))
                        .findFirst()
                        .orElseThrow(
                                () -> Refusal.invalid("state", "UNKNOWN_VALUE", "名单状态应为 LISTED、REMOVED、REPAIRED 之一。"));
    }

    private static int place(String after) {
        if (after == null || after.isBlank()) {
            return 0;
        }
        if (!after.matches("\\d{1,8}")) {
            throw Refusal.invalid("after", "FORMAT", "翻页位置 after 应原样使用上一页给出的 next。");
        }
        return Integer.parseInt(after);
    }

    private static String text(Integer next) {
        return next == null ? null : next.toString();
    }
}
