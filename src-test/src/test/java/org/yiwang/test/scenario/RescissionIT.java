package org.yiwang.test.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yiwang.test.Api;
import org.yiwang.test.Db;
import org.yiwang.test.OnServer;
import org.yiwang.test.Reply;
import org.yiwang.test.YiwangServer;

/** 撤销: also while the result lies ready or is under way; then nobody gets it any more, and the register says why. */
@OnServer
class RescissionIT {

    private static final String WANGQIANG = "999999198507150011";

    private final City city;
    private final Promise promise;
    private final Db db;
    private final Api company;
    private final Api window;
    private final Api director;

    RescissionIT(YiwangServer server) {
        this.city = new City(server);
        this.db = server.db();
        this.promise = new Promise(city);
        this.company = city.as("wangqiang");
        this.window = city.as("result-1");
        this.director = city.as("urban-director");
    }

    @BeforeEach
    void nobodyIsListed() {
        promise.clear(company);
    }

    /** Granted on a promise, and on its way to whoever wanted it so. */
    private String granted(String method, String status) {
        String draft = promise.draftWithout(company, city.forCompany(company, "outdoor-ad"), "premises-proof");
        promise.commit(company, draft, "王强").expect(200);
        company.put("/drafts/" + draft + "/service")
                .ifMatch(company.get("/drafts/" + draft).expect(200).text("/version"))
                .json(Api.object(
                        "method", method, "address", "云州市云东区东湖路18号", "phone", "13800138000", "eServiceConsent", false))
                .send()
                .expect(200);
        String no = city.submit(company, draft);
        city.act(city.as("window-1"), no, "ACCEPT");
        city.act(city.as("urban-reviewer"), no, "REVIEW", "opinion", "AGREE", "text", "效果图与申报一致。");
        city.act(director, no, "DECIDE", "decision", "GRANT", "reason", "符合设置规范。", "legalBasis", "《城市市容和环境卫生管理条例》第十一条");
        assertEquals(status, promise.settled(company, no, status).path("status").asText());
        return no;
    }

    private void foundUntrue(String no) {
        city.act(city.as("urban-reviewer"), no, "VERIFY_COMMITMENT", "result", "RESCIND", "evidence", "场地所有人没有同意设置。");
        assertEquals("TOLD", city.see(company, no).at("/rescission/state").asText());
        city.act(company, no, "STATE_DEFENCE", "text", "对方口头同意过。");
    }

    private Reply rescind(String no, boolean rescind) {
        return director.post(
                "/cases/" + no + "/actions",
                city.action(
                        director,
                        no,
                        "RESCIND",
                        "rescind",
                        rescind,
                        "finding",
                        "场地所有人书面说明没有同意设置。",
                        "byVerification",
                        true,
                        "reason",
                        "承诺不实。",
                        "legalBasis",
                        "《行政许可法》第六十九条"));
    }

    private void takenBack(String no) {
        rescind(no, true).expect(200);
        city.settle();
        JsonNode view = city.see(company, no);
        assertEquals("TERMINATED", view.path("status").asText());
        String code =
                db.text("SELECT verification_code FROM official_document WHERE case_no = ? AND kind = 'RESULT'", no);
        assertEquals(
                "REVOKED",
                city.nobody().get("/verifications/" + code).expect(200).text("/result"));
    }

    private boolean listed(String no) {
        return db.number("SELECT count(*) FROM work_item w WHERE w.case_no = ? AND w.step_key = 'handout'", no) > 0;
    }

    @Test
    void whatLiesReadyIsNotHandedOutAnyMore() {
        String no = granted("PICKUP", "AWAITING_PICKUP");
        assertTrue(listed(no));
        foundUntrue(no);
        assertEquals("AWAITING_PICKUP", city.see(company, no).path("status").asText(), "nothing is taken back unheard");
        takenBack(no);
        assertFalse(listed(no), "nothing left to hand out");
        window.post(
                        "/cases/" + no + "/actions",
                        city.action(
                                window,
                                no,
                                "DELIVER",
                                "receiver",
                                "王强",
                                "idNumber",
                                WANGQIANG,
                                "identityChecked",
                                true))
                .problem(409, "ILLEGAL_ACTION");
        String result = City.document(city.see(window, no), "RESULT");
        window.post(
                        "/cases/" + no + "/actions",
                        city.action(
                                window, no, "SERVE", "document", result, "way", "POST", "place", "x", "receiver", "王强"))
                .problem(409, "SERVED_ALREADY");
    }

    @Test
    void whatIsInThePostChangesNothingWhenItArrives() {
        String no = granted("POST", "CERTIFYING");
        city.act(window, no, "DISPATCH");
        city.settle();
        assertEquals("IN_DELIVERY", city.see(company, no).path("status").asText());
        foundUntrue(no);
        takenBack(no);
        city.move(Duration.ofDays(10));
        assertEquals("TERMINATED", city.see(company, no).path("status").asText(), "the courier's answer is too late");
        assertEquals("CANCELLED", db.text("SELECT state FROM parcel WHERE case_no = ?", no));
    }

    @Test
    void whatWasFoundInOrderGoesOnItsWay() {
        String no = granted("PICKUP", "AWAITING_PICKUP");
        foundUntrue(no);
        rescind(no, false).expect(200);
        assertEquals("AWAITING_PICKUP", city.see(company, no).path("status").asText());
        assertTrue(listed(no), "it is still to be fetched");
    }
}
