package org.yiwang.test.doctor;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.yiwang.workflow.casefile.CaseEvent;
import org.yiwang.workflow.casefile.EventType;

/** 事件链: walks the events of all cases in one go; a line that is altered, missing or added shows in the one after it or in the case's head. */
final class CaseChains {

    private static final String EVENTS =
            """
            SELECT f.id, f.case_no, f.head_seq, f.head_hash, e.seq, e.at, e.type, e.actor, e.on_behalf_of, e.basis,
                   e.body, e.prev_hash, e.hash, e.alg
              FROM case_file f LEFT JOIN case_event e ON e.case_id = f.id
             ORDER BY f.id, e.seq""";
    private static final int AT_A_TIME = 1000;

    private final Connection connection;
    private final List<String> broken = new ArrayList<>();
    private long cases;
    private long events;

    CaseChains(Connection connection) {
        this.connection = connection;
    }

    /** What does not fit, each with its case number; empty when all is well. */
    List<String> broken() throws SQLException {
        // Without a transaction the driver would read everything at once.
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.setFetchSize(AT_A_TIME);
            try (ResultSet row = statement.executeQuery(EVENTS)) {
                walk(row);
            }
        } finally {
            connection.rollback();
        }
        return broken;
    }

    long cases() {
        return cases;
    }

    long events() {
        return events;
    }

    private void walk(ResultSet row) throws SQLException {
        Chain chain = null;
        while (row.next()) {
            long id = row.getLong("id");
            if (chain == null || chain.id != id) {
                end(chain);
                cases++;
                chain = new Chain(id, row.getString("case_no"), row.getInt("head_seq"), row.getString("head_hash"));
            }
            if (row.getString("hash") != null) {
                events++;
                chain.add(event(id, row));
            }
        }
        end(chain);
    }

    private void end(Chain chain) {
        if (chain != null && !(chain.seq == chain.headSeq && chain.before.equals(chain.headHash))) {
            broken.add(chain.caseNo + ": 最后一条事件与办件上的记载不符 (the last event is not the one that the case names)");
        }
    }

    private static CaseEvent event(long id, ResultSet row) throws SQLException {
        return new CaseEvent(
                id,
                row.getInt("seq"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                EventType.valueOf(row.getString("type")),
                row.getString("actor"),
                row.getString("on_behalf_of"),
                row.getString("basis"),
                row.getString("body"),
                row.getString("prev_hash"),
                row.getString("hash"),
                row.getString("alg"));
    }

    /** One case on the way through. */
    private final class Chain {

        private final long id;
        private final String caseNo;
        private final int headSeq;
        private final String headHash;
        private int seq;
        private String before = CaseEvent.GENESIS;

        Chain(long id, String caseNo, int headSeq, String headHash) {
            this.id = id;
            this.caseNo = caseNo;
            this.headSeq = headSeq;
            this.headHash = headHash;
        }

        void add(CaseEvent event) {
            seq++;
            if (event.seq() != seq || !event.follows(before)) {
                broken.add(caseNo + " 第 " + event.seq() + " 条事件被改动或前面有缺失 (event altered, or one before it is missing)");
                seq = event.seq();
            }
            before = event.hash();
        }
    }
}
