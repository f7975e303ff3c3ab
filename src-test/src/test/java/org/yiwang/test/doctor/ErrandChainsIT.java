package org.yiwang.test.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yiwang.test.Await;
import org.yiwang.test.Db;
import org.yiwang.test.OnServer;
import org.yiwang.test.YiwangServer;
import org.yiwang.test.scenario.CasesToLookAt;

/** 一件事的事件链: the record of an errand is held to as a case's is. Tampering is rolled back. */
@OnServer
class ErrandChainsIT {

    private final YiwangServer server;
    private final Db db;
    private final String errand;

    ErrandChainsIT(YiwangServer server) {
        this.server = server;
        this.db = server.db();
        this.errand = CasesToLookAt.errand(server);
    }

    @Test
    void untouchedItIsSound() throws SQLException {
        try (Connection connection = db.connect()) {
            assertEquals(List.of(), new ErrandChains(connection).broken());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE case_bundle_event SET body = '{}' WHERE bundle_id = ID AND seq = 2",
                "DELETE FROM case_bundle_event WHERE bundle_id = ID AND seq = 2",
                "DELETE FROM case_bundle_event WHERE bundle_id = ID AND seq = (SELECT head_seq FROM case_bundle WHERE id = ID)",
                "DELETE FROM case_bundle_event WHERE bundle_id = ID"
            })
    void whatWasAlteredOrTakenOutShows(String tampering) throws SQLException {
        try (Connection connection = db.connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("SET LOCAL session_replication_role = replica");
            statement.execute(
                    tampering.replace("ID", "(SELECT id FROM case_bundle WHERE bundle_no = '" + errand + "')"));
            List<String> broken = new ErrandChains(connection).broken();
            assertTrue(broken.stream().anyMatch(line -> line.startsWith(errand)), broken::toString);
            connection.rollback();
        }
    }

    @Test
    void itStandsInTheDigestOfTheDay() throws SQLException {
        CasesToLookAt.aDayLater(server);
        Await.until(
                "the errand is in a digest",
                () -> db.number(
                                "SELECT count(*) FROM event_digest_errand_head h JOIN case_bundle b ON b.id = h.bundle_id"
                                        + " WHERE b.bundle_no = ?",
                                errand)
                        > 0);
        try (Connection connection = db.connect();
                Statement statement = connection.createStatement()) {
            assertEquals(List.of(), new DigestChain(connection).broken());
            connection.setAutoCommit(false);
            statement.execute("SET LOCAL session_replication_role = replica");
            statement.execute("UPDATE event_digest_errand_head SET hash = repeat('1', 64)");
            List<String> broken = new DigestChain(connection).broken();
            assertTrue(broken.stream().anyMatch(line -> line.contains("被改动")), broken::toString);
            assertTrue(broken.stream().anyMatch(line -> line.contains("当天所记不同")), broken::toString);
            connection.rollback();
        }
    }
}
