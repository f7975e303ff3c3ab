package org.yiwang.test.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.yiwang.test.Api;
import org.yiwang.test.OnServer;
import org.yiwang.test.YiwangServer;

/** 送达: who did not agree to electronic service gets the result from a person, against his identity, or by post. */
@OnServer
class DeliveryIT {

    private final City city;

    DeliveryIT(YiwangServer server) {
        this.city = new City(server);
    }

    @Test
    void theWindowHandsItOutAgainstIdentityOnly() {
        String no = granted("PICKUP");
        Api window = city.as("result-1");
        window.post("/cases/" + no + "/actions", city.action(window, no, "DELIVER", "receiver", "陈静"))
                .problem(422, "INVALID")
                .error("identityChecked", "REQUIRED");
        city.act(window, no, "DELIVER", "receiver", "陈静", "identityChecked", true);
        completed(no);
    }

    @Test
    void thePostIsRecordedWithItsNumber() {
        String no = granted("POST");
        city.act(city.as("result-1"), no, "DELIVER", "receiver", "陈静", "trackingNo", "EMS1234567890");
        completed(no);
    }

    @Test
    void onlyTheWindowHandsOut() {
        String no = granted("PICKUP");
        Api director = city.as("police-director");
        director.post(
                        "/cases/" + no + "/actions",
                        city.action(director, no, "DELIVER", "receiver", "x", "identityChecked", true))
                .problem(403, "FORBIDDEN");
    }

    private void completed(String no) {
        JsonNode done = city.see(city.as("chenjing"), no);
        assertEquals("COMPLETED", done.path("status").asText());
        assertTrue(city.see(city.as("result-1"), no).path("workItems").isEmpty(), "the hand-out is done");
    }

    /** A granted residence permit whose documents are made and wait at the window. */
    private String granted(String method) {
        Api citizen = city.as("chenjing");
        String draft = city.draft(citizen, "residence-permit");
        citizen.put("/drafts/" + draft + "/service")
                .ifMatch(citizen.get("/drafts/" + draft).expect(200).text("/version"))
                .json(Api.object(
                        "method",
                        method,
                        "address",
                        "云州市云东区东湖路 18 号",
                        "phone",
                        "13800138000",
                        "eServiceConsent",
                        false))
                .send()
                .expect(200);
        String no = city.submit(citizen, draft);
        city.act(city.as("window-1"), no, "ACCEPT");
        city.act(
                city.as("post-officer-1"),
                no,
                "RECORD_SITE_CHECK",
                "withStaffNo",
                "YZ1010",
                "checkedAt",
                city.nobody().get("/clock").text("/now"),
                "place",
                "云东区东湖路 18 号",
                "findings",
                "本人居住属实。",
                "passed",
                true);
        city.act(city.as("post-reviewer"), no, "REVIEW", "opinion", "AGREE", "text", "符合条件。");
        city.act(
                city.as("police-director"),
                no,
                "DECIDE",
                "decision",
                "GRANT",
                "reason",
                "符合条件。",
                "legalBasis",
                "《居住证暂行条例》第二条");
        city.settle();
        assertEquals("APPROVED", city.see(citizen, no).path("status").asText(), "it waits for the applicant");
        return no;
    }
}
