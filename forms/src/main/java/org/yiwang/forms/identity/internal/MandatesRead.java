package org.yiwang.forms.identity.internal;

import jakarta.transaction.TransactionScoped;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** 已查授权: what this transaction has read of mandates; whoever may do several things is looked up once. */
@TransactionScoped
class MandatesRead implements Serializable {

    private static final long serialVersionUID = 1L;

    private final transient Map<Long, List<Mandate>> byAgent = new HashMap<>();

    List<Mandate> of(long agentId, Supplier<List<Mandate>> ask) {
        return byAgent.computeIfAbsent(agentId, agent -> ask.get());
    }

    /** A mandate was given or ended. */
    void forget() {
        byAgent.clear();
    }
}
