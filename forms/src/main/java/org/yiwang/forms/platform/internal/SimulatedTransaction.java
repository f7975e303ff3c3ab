package org.yiwang.forms.platform.internal;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.NotSupportedException;
import jakarta.transaction.Status;
import jakarta.transaction.SystemException;
import jakarta.transaction.UserTransaction;

/** 推演事务: begins, marks and always rolls back; there is no way to commit it. */
@ApplicationScoped
public class SimulatedTransaction {

    /** Longer than any simulation is let run. */
    private static final int SECONDS = 180;

    /** A simulation touches only rows of its own; where it has to wait after all, it gives way. */
    private static final String GIVE_WAY = "SET LOCAL lock_timeout = '3s'";

    /** Not the transaction manager itself: connections join only what is begun by the front door. */
    @Resource(lookup = "java:comp/UserTransaction")
    UserTransaction transactions;

    @PersistenceContext(unitName = "yiwang")
    EntityManager em;

    @Inject
    Sql sql;

    private long savepoints;

    public void begin() {
        try {
            if (transactions.getStatus() != Status.STATUS_NO_TRANSACTION) {
                throw new IllegalStateException("a simulation begins outside any transaction");
            }
            transactions.setTransactionTimeout(SECONDS);
            transactions.begin();
            sql.update(GIVE_WAY);
        } catch (NotSupportedException | SystemException failure) {
            throw new IllegalStateException(failure);
        }
    }

    public void end() {
        try {
            transactions.rollback();
            transactions.setTransactionTimeout(0);
        } catch (SystemException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Writes what JPA still holds back, as the commit of the step would have, and forgets it. */
    public void flush() {
        em.flush();
        em.clear();
    }

    public synchronized String savepoint() {
        String name = "simulation_" + ++savepoints;
        sql.update("SAVEPOINT " + name);
        return name;
    }

    public void backTo(String savepoint) {
        em.clear();
        sql.update("ROLLBACK TO SAVEPOINT " + savepoint);
    }

    public void release(String savepoint) {
        sql.update("RELEASE SAVEPOINT " + savepoint);
    }
}
