package org.yiwang.test.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.yiwang.test.Await;
import org.yiwang.test.Db;
import org.yiwang.test.OnServer;
import org.yiwang.test.YiwangServer;
import org.yiwang.test.browser.Screen;
import org.yiwang.test.scenario.City;

/** 监督的路: the figures, and a message that cannot be delivered: shown with its reason, tried again, refused when it is gone. */
@OnServer
class SupervisionJourneyIT {

    private static final String PASSWORD = "yiwang-demo-2026";

    private final YiwangServer server;
    private final Db db;
    private final City city;

    SupervisionJourneyIT(YiwangServer server, Db db) {
        this.server = server;
        this.db = db;
        this.city = new City(server);
    }

    @Test
    void aMessageThatFailsIsShownWithItsReasonAndTriedAgain() {
        String key = "it-" + UUID.randomUUID();
        long id = order(key);
        try {
            Await.until("the message fails", () -> !db.text("SELECT state FROM outbox WHERE id = ?", id)
                    .equals("READY"));
            // As it stands when the platform has given it up.
            db.change("UPDATE outbox SET state = 'DEAD', attempts = 9 WHERE id = ?", id);
            try (Screen screen = Screen.desk(server)) {
                Page page = signIn(screen, "supervisor", "/supervision");
                Locator row = page.locator("#outbox tbody tr:has(input[name=id][value='" + id + "'])");
                assertTrue(row.textContent().contains("已停止重试"));
                assertTrue(
                        row.textContent().contains(db.text("SELECT reason FROM outbox WHERE id = ?", id)),
                        "its reason");
                assertTrue(page.textContent("#as-of").matches("(?s).*\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d.*"));
                screen.shot("supervision-1366");
                screen.assertClean();

                row.locator("button").click();
                assertTrue(page.textContent("main").contains("已安排重新投递"));
                assertEquals(1, db.number("SELECT count(*) FROM outbox_retry WHERE outbox_id = ?", id));
                assertTrue(db.text("SELECT actor FROM outbox_retry WHERE outbox_id = ?", id)
                        .startsWith("officer:"));
                assertTrue(db.number("SELECT attempts FROM outbox WHERE id = ?", id) < 9, "with a fresh count");
                screen.assertClean();

                refusesWhatIsNoLongerInTrouble(screen, page, id);
            }
        } finally {
            db.change("UPDATE outbox SET state = 'DONE', reason = NULL WHERE id = ?", id);
        }
    }

    private void refusesWhatIsNoLongerInTrouble(Screen screen, Page page, long id) {
        db.change("UPDATE outbox SET state = 'DEAD', leased_until = NULL WHERE id = ?", id);
        page.navigate(server.url() + "/supervision/overview");
        Locator row = page.locator("#outbox tbody tr:has(input[name=id][value='" + id + "'])");
        db.change("UPDATE outbox SET state = 'DONE' WHERE id = ?", id);
        row.locator("button").click();
        assertTrue(page.textContent("#summary").contains("无需重发"));
        screen.forgive("409");
        screen.assertClean();
    }

    @Test
    void onlyOverseersSeeIt() {
        try (Screen screen = Screen.desk(server)) {
            Page page = screen.open("/supervision/overview");
            assertTrue(page.url().contains("/sign-in"), page.url());
            signIn(screen, "window-1", "/desk/notices");
            assertEquals(
                    403, page.navigate(server.url() + "/supervision/overview").status());
            assertEquals(403, page.navigate(server.url() + "/admin").status());
        }
    }

    @Test
    void administratorsFindTheOutboxThere() {
        try (Screen screen = Screen.desk(server)) {
            Page page = signIn(screen, "admin", "/admin/outbox");
            assertTrue(page.url().endsWith("/supervision/overview#outbox"), page.url());
            screen.assertClean();
        }
    }

    @Test
    void aRedLightIsAnsweredByTheDepartmentAndClosedBySupervision() {
        String no = city.submitted("chenjing", "elder-allowance");
        city.act(city.as("window-1"), no, "ACCEPT");
        city.move(Duration.ofDays(45));
        String order = db.text(
                "SELECT id FROM supervision_order WHERE case_no = ? AND level = 'RED' AND clock_kind = 'PROMISE'", no);
        try (Screen screen = Screen.desk(server)) {
            Officer head = new Officer(screen).signIn("civil-director").open("/desk/orders");
            screen.shot("orders-1366");
            screen.assertClean();
            head.open("/desk/order?id=" + order);
            head.press("REPLY");
            head.trouble();
            screen.page().fill("#REPLY-reason", "承办人休假未交接。");
            screen.page().fill("#REPLY-measures", "已改派，三日内办结。");
            screen.shot("order-1366");
            head.does("REPLY");
            screen.assertClean();
        }
        closes(order, no);
    }

    private void closes(String order, String no) {
        try (Screen screen = Screen.desk(server)) {
            Officer supervisor = new Officer(screen).signIn("supervisor").open("/desk/order?id=" + order);
            Page page = screen.page();
            assertTrue(page.textContent("main").contains("承办人休假未交接"));
            page.fill("#CLOSE-opinion", "已整改，同意办结。");
            supervisor.does("CLOSE");
            page.setViewportSize(390, 844);
            screen.shot("order-390");
            screen.assertClean();
            page.setViewportSize(1366, 768);
            supervisor.open("/supervision/late?department=street-east");
            // The city is shared: others of this department may be late for longer.
            while (!page.textContent("#late").contains(no)) {
                supervisor.open(page.locator(".pager a:has-text('下一页')").getAttribute("href"));
            }
            screen.shot("late-1366");
            screen.assertClean();
            supervisor.open("/supervision/issue?no=" + no);
            page.check("input[name=level][value='YELLOW']");
            page.fill("#text", "群众来电反映。");
            screen.shot("issue-1366");
            screen.assertClean();
            page.locator("[id='issue:go']").click();
            page.waitForURL(url -> url.contains("done=ISSUED"));
            screen.assertClean();
        }
    }

    private Page signIn(Screen screen, String login, String next) {
        Page page = screen.open("/sign-in?next=" + next);
        page.fill("#login", login);
        page.fill("#password", PASSWORD);
        page.press("#password", "Enter");
        page.waitForURL(url -> !url.contains("/sign-in"));
        return page;
    }

    /** A message of a kind that nobody takes: it cannot but fail. */
    private long order(String key) {
        return db.number(
                "INSERT INTO outbox (kind, key, order_key, body, platform_time, trace_id, not_before, changed_at, state)"
                        + " VALUES ('NOBODY_TAKES_THIS', ?, ?, '{}', now(), 'TESTTRACE001', now(), now(), 'READY') RETURNING id",
                key,
                key);
    }
}
