package org.yiwang.test.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.yiwang.test.Api;
import org.yiwang.test.Db;
import org.yiwang.test.OnServer;
import org.yiwang.test.YiwangServer;
import org.yiwang.test.bench.HeldOutbox;

/** 缴费: a payment system that does not answer loses nobody's payment and holds up no case. */
@OnServer
class PaymentIT {

    private final City city;
    private final Db db;
    private final Api agent;

    PaymentIT(YiwangServer server) {
        this.city = new City(server);
        this.db = server.db();
        this.agent = city.as("wangqiang");
    }

    private String granted() {
        String no = city.submit(agent, city.draft(agent, city.forCompany(agent, "road-dig"), city.answers("road-dig")));
        city.act(city.as("window-1"), no, "ACCEPT");
        for (String who : new String[] {"traffic-reviewer", "housing-reviewer"}) {
            city.act(city.as(who), no, "REVIEW", "opinion", "AGREE", "text", "同意。");
        }
        city.visitRoad(no);
        city.act(city.as("urban-reviewer"), no, "REVIEW", "opinion", "AGREE", "text", "各方同意。");
        city.act(
                city.as("urban-director"),
                no,
                "DECIDE",
                "decision",
                "GRANT",
                "reason",
                "符合条件。",
                "legalBasis",
                "《城市道路管理条例》第三十三条");
        return no;
    }

    private long events(String no, String type) {
        return db.number(
                "SELECT count(*) FROM case_event e JOIN case_file c ON c.id = e.case_id WHERE c.case_no = ? AND e.type = ?",
                no,
                type);
    }

    @Test
    void aReceiptIsKeptWhileThePaymentSystemIsAwayAndLookedUpWhenItIsBack() {
        String no = granted();
        try (HeldOutbox held = new HeldOutbox(db)) {
            JsonNode kept = city.act(agent, no, "PAY", "reference", "AWAY-" + no);
            assertTrue(kept.at("/fee/checking").asBoolean());
            assertFalse(kept.at("/fee/paid").asBoolean());
            assertEquals(0, events(no, "FEE_PAID"));
            assertFalse(kept.path("allowedActions").toString().contains("\"PAY\""), "nobody is asked to pay twice");
            agent.post("/cases/" + no + "/actions", city.action(agent, no, "PAY", "reference", "PAY-" + no))
                    .problem(409, "PAYMENT_CHECKING");
        }
        city.settle();
        assertEquals(1, events(no, "FEE_PAID"));
        assertTrue(city.see(agent, no).at("/fee/paid").asBoolean());
        city.settle();
        assertEquals(1, db.number("SELECT count(*) FROM official_document WHERE case_no = ? AND kind = 'RESULT'", no));
    }

    @Test
    void aReceiptNobodyKnowsIsRefusedAndChangesNothing() {
        String no = granted();
        agent.post("/cases/" + no + "/actions", city.action(agent, no, "PAY", "reference", "PAY-1"))
                .problem(422, "INVALID")
                .error("reference", "NOT_PAID");
        assertEquals(0, events(no, "PAYMENT_REPORTED"));
        city.act(agent, no, "PAY", "reference", "PAY-" + no);
        assertEquals(1, events(no, "FEE_PAID"));
    }
}
