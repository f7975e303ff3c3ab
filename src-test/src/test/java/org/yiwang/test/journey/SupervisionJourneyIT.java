package org.yiwang.test.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.yiwang.test.Await;
import org.yiwang.test.Db;
import org.yiwang.test.OnServer;
import org.yiwang.test.YiwangServer;
import org.yiwang.test.browser.Screen;

/** 监督的路: the figures, and a message that cannot be delivered: shown with its reason, tried again, refused when it is gone. */
@OnServer
class SupervisionJourneyIT {

    private static final String PASSWORD = "yiwang-demo-2026";

    private final YiwangServer server;
    private final Db db;

    SupervisionJourneyIT(YiwangServer server, Db db) {
        this.server = server;
        this.db = db;
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
