package org.yiwang.test.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.yiwang.test.Api;
import org.yiwang.test.OnServer;
import org.yiwang.test.Reply;
import org.yiwang.test.YiwangServer;

/**
 * 随机走查: thousands of random sequences of lawful and forbidden actions and of time, over items of several kinds, with the
 * real use cases, database and engine; after each step what must always hold still does. {@code -Dyiwang.walks=N} walks
 * N sequences of each item, {@code -Dyiwang.seed=S} from another seed.
 */
@OnServer
class RandomWalksIT {

    /** Two steps, a site check, ways in parallel, waiting by law, publicity, a decision by rule. */
    private static final List<String> ITEMS = List.of(
            "elder-allowance",
            "food-business",
            "road-dig",
            "residence-permit",
            "divorce",
            "public-rental",
            "estate-query");

    /** Of each item with each seed. */
    private static final int SEQUENCES = Integer.getInteger("yiwang.walks", 75);

    private static final List<Long> SEEDS =
            Long.getLong("yiwang.seed") == null ? List.of(20261123L, 19491001L) : List.of(Long.getLong("yiwang.seed"));
    private static final long SEED = SEEDS.get(0);

    /** Over the wire fewer: the wire adds keys, versions and tokens, not rules. */
    private static final int WIRED = 16;

    private final City city;
    private final Api admin;
    private final CaseTraces traces;

    RandomWalksIT(YiwangServer server) {
        this.city = new City(server);
        this.admin = city.as("admin");
        this.traces = new CaseTraces(city, server.db());
    }

    @Test
    void whateverHappensTheCaseStaysWhole() {
        int sequences = 0;
        int refusals = 0;
        for (String item : ITEMS) {
            for (long seed : SEEDS) {
                JsonNode report = walked(item, seed);
                assertEquals("[]", report.path("findings").toString(), item + " with seed " + seed);
                assertTrue(report.path("statuses").size() > 1, "went somewhere: " + report);
                assertTrue(report.path("refused").size() > 1, "tried what is forbidden: " + report);
                sequences += report.path("sequences").asInt();
                for (JsonNode count : report.path("refused")) {
                    refusals += count.asInt();
                }
            }
        }
        assertTrue(sequences >= ITEMS.size() * SEEDS.size() * SEQUENCES, sequences + " sequences");
        assertTrue(refusals > sequences, refusals + " refusals");
    }

    private JsonNode walked(String item, long seed) {
        JsonNode report = admin.post(
                        "/simulations/walks", Api.object("itemCode", item, "seed", seed, "sequences", SEQUENCES))
                .expect(200)
                .json();
        System.out.println("随机走查 " + report);
        return report;
    }

    /** Who may have a part in an elder allowance, and two who have none. */
    private static final List<String> PEOPLE = List.of(
            "chenjing", "window-1", "window-2", "street-reviewer", "civil-director", "wangqiang", "market-reviewer");

    @Test
    void overTheWireWhatIsNotOfferedIsRefusedAndChangesNothing() {
        Random chance = new Random(SEED);
        RandomFields fields = new RandomFields(city, chance);
        List<String> actions = List.copyOf(fields.actions());
        int done = 0;
        for (int walk = 0; walk < WIRED; walk++) {
            String no = city.submitted("chenjing", "elder-allowance");
            for (int step = 0; step < 5; step++) {
                forbidden(no, chance, actions, fields);
                done += offered(no, chance, fields);
            }
        }
        assertTrue(done > WIRED, "only " + done + " steps were taken, seed " + SEED);
    }

    /** One who is not offered it asks for it. */
    private void forbidden(String no, Random chance, List<String> actions, RandomFields fields) {
        Api who = city.as(PEOPLE.get(chance.nextInt(PEOPLE.size())));
        String action = actions.get(chance.nextInt(actions.size()));
        Reply seen = who.get("/cases/" + no);
        boolean there = seen.status() == 200;
        if (there && seen.json().path("allowedActions").toString().contains('"' + action + '"')) {
            return;
        }
        ObjectNode body = fields.of(action)
                .put("action", action)
                .put("seenVersion", there ? seen.number("/version") : 0)
                .put("workItemId", UUID.randomUUID().toString());
        traces.unchanged(no, () -> {
            Reply refused = who.post("/cases/" + no + "/actions", body);
            assertTrue(
                    (there ? Set.of(403, 409, 422) : Set.of(404, 422)).contains(refused.status()),
                    action + " seed " + SEED + ": " + refused);
        });
    }

    /** One who is offered something does it, as well as chance fills it in. */
    private int offered(String no, Random chance, RandomFields fields) {
        Api who = city.as(PEOPLE.get(chance.nextInt(5)));
        List<String> open = new ArrayList<>();
        city.see(who, no).path("allowedActions").forEach(action -> open.add(action.asText()));
        if (open.isEmpty()) {
            return 0;
        }
        String action = open.get(chance.nextInt(open.size()));
        ObjectNode body = city.action(who, no, action);
        body.setAll(fields.of(action));
        Reply reply = who.post("/cases/" + no + "/actions", body);
        // 429: what may be done once a day, such as urging, is offered and refused the second time.
        assertTrue(Set.of(200, 403, 409, 422, 429).contains(reply.status()), action + " seed " + SEED + ": " + reply);
        return reply.status() == 200 ? 1 : 0;
    }
}
