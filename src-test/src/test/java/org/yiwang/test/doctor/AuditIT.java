package org.yiwang.test.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yiwang.test.Db;
import org.yiwang.test.OnServer;
import org.yiwang.test.YiwangServer;
import org.yiwang.test.scenario.CasesToLookAt;

/** 核对: the legal record stands as it was written, the portal itself could not change it, and who does is found out. */
@OnServer
class AuditIT {

    private static final String COPY = "audit_copy";

    private final YiwangServer server;
    private final Db db;
    private final String caseNo;

    AuditIT(YiwangServer server) {
        this.server = server;
        this.db = server.db();
        this.caseNo = CasesToLookAt.one(server);
    }

    @Test
    void theChainsOfTheRunningServerAreIntact() throws SQLException {
        assertTrue(Audit.verify(server.data()));
        try (Connection connection = db.connect()) {
            CaseChains chains = new CaseChains(connection);
            assertEquals(List.of(), chains.broken());
            assertTrue(chains.events() > chains.cases(), "there are events to verify");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "UPDATE case_event SET body = '{}'",
                "DELETE FROM case_event",
                "TRUNCATE case_event",
                "UPDATE case_event SET hash = hash WHERE seq = 1"
            })
    void thePortalsOwnRoleMayNotChangeTheRecord(String attempt) throws SQLException {
        try (Connection connection = db.connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("SET ROLE yiwang_app");
            SQLException refused = assertThrows(SQLException.class, () -> statement.execute(attempt));
            assertEquals("42501", refused.getSQLState(), refused.getMessage());
            connection.rollback();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a word changed         | UPDATE case_event SET body = replace(body, 'API', 'APP') WHERE case_id = ? AND seq = 1",
                "another officer named  | UPDATE case_event SET actor = 'officer:9999' WHERE case_id = ? AND type = 'CASE_ACCEPTED'",
                "an hour earlier        | UPDATE case_event SET at = at - interval '1 hour' WHERE case_id = ? AND seq = 2",
                "one in the middle gone | DELETE FROM case_event WHERE case_id = ? AND seq = 2",
                "the last one gone      | DELETE FROM case_event WHERE case_id = ? AND seq = (SELECT max(seq) FROM case_event)",
                "all gone               | DELETE FROM case_event WHERE case_id = ?",
                "another head           | UPDATE case_file SET head_hash = repeat('0', 64) WHERE id = ?"
            })
    void aManipulatedCopyIsNoticedAndTheCaseNamed(String how, String manipulation) throws SQLException {
        long id = db.number("SELECT id FROM case_file WHERE case_no = ?", caseNo);
        List<String> found = onACopy(id, manipulation);
        assertTrue(!found.isEmpty() && found.stream().allMatch(line -> line.startsWith(caseNo)), how + ": " + found);
    }

    @Test
    void aCopyThatNobodyTouchedIsIntact() throws SQLException {
        long id = db.number("SELECT id FROM case_file WHERE case_no = ?", caseNo);
        assertEquals(List.of(), onACopy(id, "SELECT ?"));
    }

    /** A copy of this one case, seen instead of the real tables. */
    private List<String> onACopy(long id, String manipulation) throws SQLException {
        try (Connection connection = db.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("DROP SCHEMA IF EXISTS " + COPY + " CASCADE");
            statement.execute("CREATE SCHEMA " + COPY);
            connection.setSchema(COPY);
            statement.execute("CREATE TABLE case_file AS SELECT * FROM public.case_file WHERE id = " + id);
            statement.execute("CREATE TABLE case_event AS SELECT * FROM public.case_event WHERE case_id = " + id);
            statement.execute(manipulation.replace("?", Long.toString(id)));
            return new CaseChains(connection).broken();
        } finally {
            db.change("DROP SCHEMA " + COPY + " CASCADE");
        }
    }
}
