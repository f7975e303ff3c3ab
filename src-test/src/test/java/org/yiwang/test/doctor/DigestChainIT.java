package org.yiwang.test.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yiwang.test.Api;
import org.yiwang.test.Await;
import org.yiwang.test.Db;
import org.yiwang.test.OnServer;
import org.yiwang.test.Reply;

/** What is tampered with here is rolled back: the running portal never sees it. */
@OnServer
class DigestChainIT {

    private static final String GRANTED = "/packages/estate-query/tests/granted.json";

    private final Api api;
    private final Db db;

    DigestChainIT(Api api, Db db) {
        this.api = api;
        this.db = db;
    }

    @BeforeEach
    void theFirstDigestOfTheDayIsStamped() {
        Await.until("a digest with its time stamp", () -> db.number("SELECT count(*) FROM event_digest_stamp") > 0);
    }

    @Test
    void aDayHasOneDigestHoweverManyNodesLook() {
        assertEquals(
                db.number("SELECT count(*) FROM event_digest"),
                db.number("SELECT count(DISTINCT day) FROM event_digest"));
    }

    @Test
    void untouchedItIsSound() throws SQLException {
        try (Connection connection = db.connect()) {
            connection.setAutoCommit(false);
            DigestChain chain = new DigestChain(connection);
            assertEquals(List.of(), chain.broken());
            assertTrue(chain.digests() > 0);
            connection.rollback();
        }
    }

    @Test
    void aChangedDigestShows() throws SQLException {
        assertFound("UPDATE event_digest SET cases = cases + 1 WHERE number = 1", "摘要 1 被改动");
        assertFound("UPDATE event_digest SET hash = repeat('0', 64) WHERE number = 1", "摘要 1 的时间戳不符");
    }

    @Test
    void aForeignTimeStampShows() throws SQLException {
        assertFound("UPDATE event_digest_stamp SET token = '\\x3000' WHERE digest = 1", "时间戳读不出");
    }

    @Test
    void aCaseRewrittenFromEndToEndShows() throws SQLException {
        aCase();
        assertFound(
                "INSERT INTO event_digest_head SELECT 1, f.id, f.head_seq, repeat('1', 64) FROM case_file f"
                        + " WHERE NOT EXISTS (SELECT 1 FROM event_digest_head h WHERE h.case_id = f.id AND h.seq = f.head_seq)"
                        + " LIMIT 1; UPDATE event_digest_head SET hash = repeat('1', 64)",
                "当天所记不同");
    }

    @Test
    void thePortalItselfMayNotChangeADigest() throws SQLException {
        try (Connection connection = db.connect();
                Statement statement = connection.createStatement()) {
            assertThrows(SQLException.class, () -> statement.execute("UPDATE event_digest SET cases = 0"));
            assertThrows(SQLException.class, () -> statement.execute("DELETE FROM event_digest_stamp"));
            statement.execute("SET ROLE yiwang_app");
            SQLException refused =
                    assertThrows(SQLException.class, () -> statement.execute("DELETE FROM event_digest"));
            assertEquals("42501", refused.getSQLState(), "the right is missing, not only the trigger there");
        }
    }

    /** At least one case is there to be tampered with. */
    private void aCase() {
        Api citizen = api.signIn("wangqiang", "yiwang-demo-2026");
        Reply draft =
                citizen.post("/drafts", Api.object("itemCode", "estate-query")).expect(201);
        try (InputStream granted = getClass().getResourceAsStream(GRANTED)) {
            citizen.put("/drafts/" + draft.text("/id") + "/answers")
                    .ifMatch(draft.text("/version"))
                    .json(Api.json(new String(granted.readAllBytes(), StandardCharsets.UTF_8))
                            .path("answers"))
                    .send()
                    .expect(200);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        citizen.post("/drafts/" + draft.text("/id") + "/submission", Api.object())
                .expect(201);
    }

    /** Tampers past the triggers, looks, and takes it back. */
    private void assertFound(String tampering, String complaint) throws SQLException {
        try (Connection connection = db.connect()) {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.execute("SET LOCAL session_replication_role = replica");
                statement.execute(tampering);
            }
            List<String> broken = new DigestChain(connection).broken();
            assertTrue(broken.stream().anyMatch(line -> line.contains(complaint)), broken::toString);
            connection.rollback();
        }
    }
}
