package org.yiwang.workflow.casefile.internal;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The columns of our tables, asked once. */
final class Columns {

    private static final Map<String, String> ASSIGNMENTS = new ConcurrentHashMap<>();

    private Columns() {}

    /** {@code a = EXCLUDED.a, b = EXCLUDED.b} for every column but the key. */
    static String assignments(EntityManager em, String table) {
        return ASSIGNMENTS.computeIfAbsent(table, t -> ask(em, t));
    }

    @SuppressWarnings("unchecked")
    private static String ask(EntityManager em, String table) {
        List<String> names = em.createNativeQuery(
                        """
                        SELECT CAST(attname AS text) FROM pg_attribute
                         WHERE attrelid = CAST(?1 AS regclass) AND attnum > 0 AND NOT attisdropped AND attname <> 'id'
                         ORDER BY attnum
                        """)
                .setParameter(1, table)
                .getResultList();
        return String.join(", ", names.stream().map(n -> n + " = EXCLUDED." + n).toList());
    }
}
