package org.yiwang.forms.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.function.Supplier;
import org.yiwang.forms.platform.internal.SimulatedTransaction;

/**
 * 进行推演: runs the real use cases at a chosen time, in a transaction that always rolls back. A refused step is undone to a
 * savepoint, so the steps after it go on from where the case stood (ADR 0017).
 */
@ApplicationScoped
public class RunSimulation {

    /** Each holds a connection for seconds; the real work of the city must not wait for them. */
    private static final int AT_ONCE = 2;

    private final Semaphore places = new Semaphore(AT_ONCE);

    @Inject
    SimulatedTransaction transaction;

    /** 回溯点: a place in a simulation to come back to, once or more often. */
    public record Point(String savepoint, Simulation.Mark mark) {}

    /**
     * Runs {@code work} at {@code from}; nothing of it stays.
     *
     * @throws Refusal TOO_MANY / SIMULATIONS_BUSY when this node runs as many as it may
     * @throws IllegalStateException within a transaction or another simulation
     */
    public <T> T run(Instant from, Function<Simulation, T> work) {
        if (!places.tryAcquire()) {
            throw Refusal.of(Refusal.Kind.TOO_MANY, "SIMULATIONS_BUSY", "正在进行的推演较多，请稍后再试。");
        }
        try {
            return alone(from, work);
        } finally {
            places.release();
        }
    }

    private <T> T alone(Instant from, Function<Simulation, T> work) {
        Simulation simulation = Simulation.begin(from);
        try {
            transaction.begin();
            try {
                return work.apply(simulation);
            } finally {
                transaction.end();
            }
        } finally {
            Simulation.end();
        }
    }

    /** Does one step whole or, if it is refused, not at all; the refusal goes on to the caller. */
    public <T> T step(Supplier<T> step) {
        Point before = here();
        try {
            T done = step.get();
            transaction.flush();
            transaction.release(before.savepoint());
            return done;
        } catch (Refusal refused) {
            backTo(before);
            transaction.release(before.savepoint());
            throw refused;
        }
    }

    public Point here() {
        return new Point(transaction.savepoint(), simulation().mark());
    }

    /** Everything since that point never happened. */
    public void backTo(Point point) {
        transaction.backTo(point.savepoint());
        simulation().backTo(point.mark());
    }

    /** The point is not needed any more; what happened since stays until the simulation ends. */
    public void forget(Point point) {
        transaction.release(point.savepoint());
    }

    private static Simulation simulation() {
        return Simulation.current().orElseThrow(() -> new IllegalStateException("no simulation runs on this thread"));
    }
}
