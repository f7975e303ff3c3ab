package org.yiwang.workflow.casefile.internal;

import jakarta.persistence.EntityManager;
import org.yiwang.forms.platform.Simulation;

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

    long next(EntityManager em) {
        return Simulation.current()
                .map(simulation -> this == CASE_NO ? simulation.nextSerial() : simulation.nextId())
                .orElseGet(() -> real(em));
    }

    private synchronized long real(EntityManager em) {
        if (next == end) {
            next = ((Number) em.createNativeQuery("SELECT nextval('" + sequence + "')")
                            .getSingleResult())
                    .longValue();
            end = next + BLOCK;
        }
        return next++;
    }
}
