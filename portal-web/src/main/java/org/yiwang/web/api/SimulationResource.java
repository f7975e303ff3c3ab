package org.yiwang.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.yiwang.web.security.CurrentActor;
import org.yiwang.workflow.simulation.PlayScenarios;
import org.yiwang.workflow.simulation.ReplayCases;
import org.yiwang.workflow.simulation.ReplayReport;
import org.yiwang.workflow.simulation.ScenarioResult;
import org.yiwang.workflow.simulation.Script;
import org.yiwang.workflow.simulation.SimulateCase;
import org.yiwang.workflow.simulation.WalkAtRandom;
import org.yiwang.workflow.simulation.WalkReport;

/**
 * 办件推演: what would become of a case. Changes nothing, so the same call may be made again and again; the answer is worked
 * out each time.
 */
@Path("/simulations")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class SimulationResource {

    private static final String SCRIPT = "script";
    private static final String PACKAGE = "file";

    @Inject
    CurrentActor current;

    @Inject
    SimulateCase simulate;

    @Inject
    PlayScenarios scenarios;

    @Inject
    WalkAtRandom walks;

    @Inject
    ReplayCases replays;

    /** A published version. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Object published(Script script) {
        return one(simulate.play(current.actor(), script, Optional.empty()));
    }

    /** An errand answers with all its cases. */
    private static Object one(SimulateCase.Result result) {
        return result.errand() == null ? result.single() : result.errand();
    }

    /** A package nobody has published: the zip in the part {@code file}, the script as JSON in {@code script}. */
    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Object draft(List<EntityPart> parts) {
        return one(simulate.play(current.actor(), script(parts), Optional.of(part(parts, PACKAGE))));
    }

    /** A letter that would arise after an event of the script (0: the submission), as PDF marked 样张. */
    @POST
    @Path("/letters")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces({"application/pdf", ProblemBody.MEDIA_TYPE})
    public Response letter(Script script, @QueryParam("event") String event, @QueryParam("index") String index) {
        byte[] pdf = simulate.letter(
                current.actor(), script, Optional.empty(), number("event", event), number("index", index));
        return Response.ok(pdf, "application/pdf")
                .header("Content-Disposition", "inline; filename=\"sample.pdf\"")
                .build();
    }

    /** 自测请求. */
    public record Proof(String itemCode) {}

    /** Plays the test cases that the current version of an item brings, and holds them against what they say. */
    @POST
    @Path("/scenarios")
    @Consumes(MediaType.APPLICATION_JSON)
    public List<ScenarioResult> scenarios(Proof asked) {
        new Given().need("itemCode", asked.itemCode()).orRefuse();
        return scenarios.play(current.actor(), ItemResource.code(asked.itemCode()));
    }

    /** The same for a package nobody has published: its zip in the part {@code file}. */
    @POST
    @Path("/scenarios")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public List<ScenarioResult> draftScenarios(List<EntityPart> parts) {
        return scenarios.draft(current.actor(), part(parts, PACKAGE));
    }

    /**
     * 试算请求.
     *
     * @param limit cases; 10 if not said
     */
    public record Replay(String itemCode, Integer limit) {}

    /** What the version in use would have made of cases that went by older ones. */
    @POST
    @Path("/replays")
    @Consumes(MediaType.APPLICATION_JSON)
    public ReplayReport replay(Replay asked) {
        new Given().need("itemCode", asked.itemCode()).orRefuse();
        int limit = asked.limit() == null ? ReplayCases.USUAL : asked.limit();
        return replays.published(current.actor(), ItemResource.code(asked.itemCode()), limit);
    }

    /** What a package nobody has published would have made of past cases: its zip in the part {@code file}. */
    @POST
    @Path("/replays")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public ReplayReport replayDraft(List<EntityPart> parts, @QueryParam("limit") String limit) {
        int most = limit == null ? ReplayCases.USUAL : number("limit", limit);
        return replays.draft(current.actor(), part(parts, PACKAGE), most);
    }

    /** 走查请求. */
    public record Walk(String itemCode, Long seed, Integer sequences) {}

    /** Random sequences of one item and what was wrong on the way; not in production. */
    @POST
    @Path("/walks")
    @Consumes(MediaType.APPLICATION_JSON)
    public WalkReport walk(Walk asked) {
        new Given()
                .need("itemCode", asked.itemCode())
                .need("seed", asked.seed())
                .need("sequences", asked.sequences())
                .orRefuse();
        return walks.walk(current.actor(), ItemResource.code(asked.itemCode()), asked.seed(), asked.sequences());
    }

    private static Script script(List<EntityPart> parts) {
        return (Script) JsonBody.read(part(parts, SCRIPT), Script.class);
    }

    private static byte[] part(List<EntityPart> parts, String name) {
        EntityPart found = parts == null
                ? null
                : parts.stream()
                        .filter(part -> name.equals(part.getName()))
                        .findFirst()
                        .orElse(null);
        if (found == null) {
            throw ApiProblem.invalid(
                    name,
                    "REQUIRED",
                    name.equals(PACKAGE) ? "请在名为 file 的部分里上传事项包（zip）。" : "请在名为 script 的部分里写剧本（JSON）。");
        }
        try (InputStream in = found.getContent()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int number(String name, String text) {
        if (text == null || !text.matches("\\d{1,3}")) {
            throw ApiProblem.invalid(name, "WRONG_TYPE", "参数“" + name + "”应为不大于 999 的整数。");
        }
        return Integer.parseInt(text);
    }
}
