package org.yiwang.test.doctor;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.yiwang.workflow.bundle.BundleEvent;
import org.yiwang.workflow.casefile.CaseEvent;

/** 一件事事件链: each line of an errand's record follows the one before, and the errand names the last of them. */
final class ErrandChains {

    private final Connection connection;

    ErrandChains(Connection connection) {
        this.connection = connection;
    }

    /** What does not fit, each with the errand's number; empty when all is well. */
    List<String> broken() throws SQLException {
        List<String> broken = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        """
                        SELECT b.id, b.bundle_no, b.head_hash, e.seq, e.at, e.type, e.actor, e.body, e.prev_hash, e.hash,
                               lag(e.hash) OVER line AS before, row_number() OVER line AS place,
                               lead(e.seq) OVER line IS NULL AS last
                          FROM case_bundle b LEFT JOIN case_bundle_event e ON e.bundle_id = b.id
                        WINDOW line AS (PARTITION BY b.id ORDER BY e.seq)""")) {
            while (row.next()) {
                if (!fits(row)) {
                    broken.add(row.getString("bundle_no") + " 第 " + row.getInt("seq")
                            + " 条事件被改动或前后有缺失 (event of an errand altered, or one beside it is missing)");
                }
            }
        }
        return broken;
    }

    private static boolean fits(ResultSet row) throws SQLException {
        if (row.getString("hash") == null) {
            return false;
        }
        String before = row.getString("before") == null ? CaseEvent.GENESIS : row.getString("before");
        BundleEvent event = new BundleEvent(
                row.getLong("id"),
                row.getInt("seq"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                BundleEvent.Type.valueOf(row.getString("type")),
                row.getString("actor"),
                row.getString("body"),
                row.getString("prev_hash"),
                row.getString("hash"));
        return event.seq() == row.getInt("place")
                && event.follows(before)
                && (!row.getBoolean("last") || event.hash().equals(row.getString("head_hash")));
    }
}
