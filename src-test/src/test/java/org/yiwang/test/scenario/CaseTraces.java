package org.yiwang.test.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.UUID;
import org.yiwang.test.Db;

/** 办件痕迹: everything a case has left in the database, in one line, to see that a refused action left nothing. */
final class CaseTraces {

    private static final String ALL =
            """
            SELECT c.status || ' v' || c.version || ' head ' || c.head_seq || c.head_hash
              || ' events ' || (SELECT count(*) FROM case_event e WHERE e.case_id = c.id)
              || ' records ' || (SELECT count(*) || coalesce(string_agg(r.outcome, ',' ORDER BY r.opened_at, r.id), '')
                                   FROM case_record r WHERE r.case_id = c.id)
              || ' work ' || coalesce((SELECT string_agg(w.step_key || w.version || coalesce(w.assignee, 0), ',' ORDER BY w.id)
                                   FROM work_item w WHERE w.case_id = c.id), '-')
              || ' engine ' || coalesce((SELECT string_agg(t.task_def_key_, ',' ORDER BY t.task_def_key_)
                                   FROM act_ru_task t WHERE t.proc_inst_id_ = c.process_id), '-')
              || ' clocks ' || (SELECT count(*) || string_agg(k.kind || k.state, ',' ORDER BY k.seq)
                                   FROM case_clock k WHERE k.case_id = c.id)
              || ' letters ' || (SELECT count(*) FROM official_document d WHERE d.case_no = c.case_no)
              || ' orders ' || (SELECT count(*) FROM outbox o WHERE o.order_key = c.case_no)
              FROM case_file c WHERE c.case_no = ?
            """;

    private final City city;
    private final Db db;

    CaseTraces(City city, Db db) {
        this.city = city;
        this.db = db;
    }

    String of(String caseNo) {
        return db.text(ALL, caseNo);
    }

    /** Does this, which must leave nothing in the case. */
    void unchanged(String caseNo, Runnable refused) {
        // What lawful actions before it have ordered is done first.
        city.settle();
        String before = of(caseNo);
        refused.run();
        assertEquals(before, of(caseNo), "a refused action changes nothing");
    }

    /** How many cases have come of this draft. */
    long casesOf(String draft) {
        return db.number("SELECT count(*) FROM case_file WHERE draft_id = ?", UUID.fromString(draft));
    }

    /** The body of the only event of this type. */
    String event(String caseNo, String type) {
        return db.text(
                "SELECT e.body FROM case_event e JOIN case_file c ON c.id = e.case_id WHERE c.case_no = ? AND e.type = ?",
                caseNo,
                type);
    }
}
