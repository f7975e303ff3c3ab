package org.yiwang.test.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.yiwang.test.Api;
import org.yiwang.test.Await;
import org.yiwang.test.Db;
import org.yiwang.test.OnServer;
import org.yiwang.test.YiwangServer;
import org.yiwang.test.browser.Screen;
import org.yiwang.test.scenario.City;

/** 作废: a document that cannot be made for good leaves its number in the register, with the reason, for everybody to see. */
@OnServer
class VoidDocumentIT {

    private final YiwangServer server;
    private final City city;
    private final Db db;

    VoidDocumentIT(YiwangServer server, Db db) {
        this.server = server;
        this.city = new City(server);
        this.db = db;
    }

    @Test
    void anAdministratorVoidsTheNumberOfADocumentThatCannotBeMade() {
        String no = city.submitted("chenjing", "elder-allowance");
        city.settle();
        String id = stuck(no);
        try (Screen screen = Screen.desk(server)) {
            assertEquals(
                    0,
                    rowOf(signIn(screen, "supervisor"), id).locator("details").count(),
                    "not a supervisor's business");
        }
        try (Screen screen = Screen.desk(server)) {
            Page page = signIn(screen, "admin");
            Locator row = rowOf(page, id);
            row.locator("summary").click();
            row.locator("textarea").fill("版面错误，无法制作");
            screen.shot("void-1366");
            screen.assertClean();
            row.locator("button.danger").click();
            assertTrue(page.textContent("main").contains("文号已作废"));
            screen.assertClean();
        } finally {
            db.change("DROP TRIGGER IF EXISTS fail_for_good ON official_document");
        }

        city.settle();
        assertEquals("VOID", db.text("SELECT state FROM official_document WHERE id = CAST(? AS uuid)", id));
        assertTrue(db.text("SELECT voided_by FROM official_document WHERE id = CAST(? AS uuid)", id)
                .startsWith("officer:"));
        String number = db.text("SELECT number FROM official_document WHERE id = CAST(? AS uuid)", id);
        Await.until(
                "the same letter under the next number",
                () -> db.number(
                                "SELECT count(*) FROM official_document WHERE case_no = ? AND kind = 'ACCEPT_NOTICE'"
                                        + " AND state = 'REGISTERED' AND number <> ?",
                                no,
                                number)
                        == 1);
        assertEquals(
                1,
                db.number(
                        "SELECT count(*) FROM case_event e JOIN case_file c ON c.id = e.case_id"
                                + " WHERE c.case_no = ? AND e.type = 'DOCUMENT_VOIDED'",
                        no));
        String code = db.text("SELECT verification_code FROM official_document WHERE id = CAST(? AS uuid)", id);
        assertEquals(
                "VOID",
                city.as("chenjing")
                        .asNobody()
                        .get("/verifications/" + code)
                        .expect(200)
                        .text("/result"));
        try (Screen screen = Screen.phone(server)) {
            Page page = screen.open("/verify?code=" + code);
            assertTrue(page.textContent("main").contains("文号已作废"));
            assertTrue(page.textContent("main").contains("版面错误，无法制作"));
            assertTrue(page.textContent("main").contains(number));
            screen.shot("verify-void-390");
            screen.assertClean();
        }
    }

    /** The id of an accept notice that has its number and cannot be drawn. */
    private String stuck(String no) {
        db.change(
                """
                CREATE OR REPLACE FUNCTION fail_for_good() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN
                  IF NEW.case_no = '%s' AND NEW.kind = 'ACCEPT_NOTICE' AND NEW.state = 'RENDERED' THEN
                    RAISE EXCEPTION 'cannot be made';
                  END IF;
                  RETURN NEW;
                END $$
                """
                        .formatted(no));
        db.change("CREATE TRIGGER fail_for_good BEFORE UPDATE ON official_document"
                + " FOR EACH ROW EXECUTE FUNCTION fail_for_good()");
        Api clerk = city.as("window-1");
        city.act(clerk, no, "ACCEPT");
        Await.until(
                "the notice fails",
                () -> db.number(
                                "SELECT count(*) FROM outbox o JOIN official_document d ON d.id::text = o.key WHERE d.case_no = ?"
                                        + " AND d.kind = 'ACCEPT_NOTICE' AND d.state = 'NUMBERED' AND o.state = 'FAILED'",
                                no)
                        == 1);
        return db.text("SELECT id::text FROM official_document WHERE case_no = ? AND kind = 'ACCEPT_NOTICE'", no);
    }

    private Locator rowOf(Page page, String document) {
        long message = db.number("SELECT id FROM outbox WHERE key = ? AND kind = 'ISSUE_DOCUMENT'", document);
        return page.locator("#outbox tbody tr:has(input[name=id][value='" + message + "'])");
    }

    private Page signIn(Screen screen, String login) {
        Page page = screen.open("/sign-in?next=/supervision");
        page.fill("#login", login);
        page.fill("#password", City.PASSWORD);
        page.press("#password", "Enter");
        page.waitForURL(url -> !url.contains("/sign-in"));
        return page;
    }
}
