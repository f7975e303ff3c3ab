package org.yiwang.workflow.casefile;

import java.util.function.Consumer;

/**
 * 事件链核对: holds each event against the one before it and each case against the last. Fed row by row in the order of
 * case and sequence, so that it needs no memory however many there are.
 */
public final class ChainAudit {

    private final Consumer<String> complaint;
    private long caseId = -1;
    private int seq;
    private String hash = CaseEvent.GENESIS;
    private long events;
    private long cases;
    private long complaints;

    public ChainAudit(Consumer<String> complaint) {
        this.complaint = complaint;
    }

    /** The next event, ordered by case and sequence. */
    public void event(CaseEvent event) {
        if (event.caseId() != caseId) {
            caseId = event.caseId();
            seq = 0;
            hash = CaseEvent.GENESIS;
            cases++;
        }
        if (event.seq() != seq + 1) {
            complain("case " + caseId + ": event " + (seq + 1) + " is missing");
        }
        if (!event.follows(hash)) {
            complain("case " + caseId + ": event " + event.seq() + " was altered or does not follow the one before");
        }
        seq = event.seq();
        hash = event.hash();
        events++;
    }

    /** What the case's own row says its last event is. */
    public void head(long ofCase, int lastSeq, String lastHash, int foundSeq, String foundHash) {
        if (lastSeq != foundSeq || !lastHash.equals(foundHash)) {
            complain("case " + ofCase + ": its row names event " + lastSeq + " as the last, the chain ends at "
                    + foundSeq);
        }
    }

    private void complain(String what) {
        complaints++;
        complaint.accept(what);
    }

    public long events() {
        return events;
    }

    public long cases() {
        return cases;
    }

    public boolean sound() {
        return complaints == 0;
    }
}
