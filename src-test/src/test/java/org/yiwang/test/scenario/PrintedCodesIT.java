package org.yiwang.test.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.yiwang.test.Api;
import org.yiwang.test.Db;
import org.yiwang.test.OnServer;
import org.yiwang.test.YiwangServer;

/** 文书上的二维码: printed, sealed and read back, they lead to this letter's verification and to the rating of this case. */
@OnServer
class PrintedCodesIT {

    private final City city;
    private final Db db;
    private final Api citizen;

    PrintedCodesIT(YiwangServer server) {
        this.city = new City(server);
        this.db = server.db();
        this.citizen = city.as("chenjing");
    }

    private String accepted() {
        String no = city.submitted("chenjing", "elder-allowance");
        city.act(city.as("window-1"), no, "ACCEPT");
        return no;
    }

    private String decided(String decision, String opinion) {
        String no = accepted();
        city.act(city.as("street-reviewer"), no, "REVIEW", "opinion", opinion, "text", "已核对。");
        city.act(
                city.as("civil-director"),
                no,
                "DECIDE",
                "decision",
                decision,
                "reason",
                "经审查的结果。",
                "legalBasis",
                "《云州市高龄津贴发放办法》第三条");
        return no;
    }

    @Test
    void aGrantCanBeVerifiedAndRatedFromThePaper() {
        leadsToVerificationAndRating(decided("GRANT", "AGREE"), "APPROVAL_DECISION");
    }

    @Test
    void soCanADenial() {
        leadsToVerificationAndRating(decided("DENY", "DISAGREE"), "DENIAL_DECISION");
    }

    @Test
    void soCanTheEndOfACaseThatWasTakenBack() {
        String no = accepted();
        city.act(citizen, no, "WITHDRAW", "reason", "暂时不办了。");
        leadsToVerificationAndRating(no, "TERMINATION_NOTICE");
    }

    private void leadsToVerificationAndRating(String no, String kind) {
        city.settle();
        JsonNode view = city.see(citizen, no);
        String letter = City.document(view, kind);
        byte[] pdf = citizen.get("/documents/" + letter).expect(200).bytes();
        String code =
                db.text("SELECT verification_code FROM official_document WHERE case_no = ? AND kind = ?", no, kind);
        String token = city.as("window-1")
                .post("/ratings/links", Api.object("caseNo", no))
                .expect(201)
                .text("/token");
        Set<String> paths = new TreeSet<>();
        for (String printed : PaperCodes.read(pdf)) {
            assertTrue(printed.matches("https?://[^/]+/.+"), printed);
            paths.add(printed.replaceFirst("https?://[^/]+", ""));
        }
        assertEquals(Set.of("/rate/" + token, "/verify/" + code), paths);
        assertEquals(
                "VALID", city.nobody().get("/verifications/" + code).expect(200).text("/result"));
        assertTrue(city.nobody()
                .get("/ratings/links/" + token)
                .expect(200)
                .at("/rateable")
                .asBoolean());
    }
}
