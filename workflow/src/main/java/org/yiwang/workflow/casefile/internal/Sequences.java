package org.yiwang.workflow.casefile.internal;

import jakarta.persistence.EntityManager;

/** Ids and serials in blocks of fifty: one statement for fifty rows, each node with blocks of its own. */
enum Sequences {
    CASE_FILE("case_file_seq"),
    CASE_NO("case_no_seq"),
    WORK_ITEM("work_item_seq");

    private static final int BLOCK = 50;

    private final String sequence;
    private long next;
    private long end;

    Sequences(String sequence) {
        this.sequence = sequence;
    }

    synchronized long next(EntityManager em) {
        if (next == end) {
            next = ((Number) em.createNativeQuery("SELECT nextval('" + sequence + "')")
                            .getSingleResult())
                    .longValue();
            end = next + BLOCK;
        }
        return next++;
    }
}
