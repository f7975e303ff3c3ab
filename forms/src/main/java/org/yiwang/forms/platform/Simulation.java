package org.yiwang.forms.platform;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/**
 * 推演: one try of what would happen, on one thread and in one transaction that is never committed ({@link RunSimulation}).
 * What a rollback would not take back asks here whether it is one: the clock, numbers, the outbox, files, payments.
 */
public final class Simulation {

    private static final ThreadLocal<Simulation> RUNNING = new ThreadLocal<>();

    /**
     * 拟发消息: what the outbox would have been given.
     *
     * @param body JSON for its handler
     */
    public record Order(String kind, String key, String body) {}

    /** 时点: where a simulation stood, to go back to. */
    record Mark(Instant now, List<Order> orders) {}

    private final Map<String, Object> kept = new HashMap<>();
    private List<Order> orders = new ArrayList<>();
    private Instant now;
    private long lastId;
    private long lastSerial;

    private Simulation(Instant from) {
        now = from;
        // Below every id that a sequence gives, and for two simulations at once hardly ever the same.
        lastId = -ThreadLocalRandom.current().nextLong(1L << 40, 1L << 52);
        lastSerial = ThreadLocalRandom.current().nextLong(1_000_000);
    }

    /** The one that runs on this thread. */
    public static Optional<Simulation> current() {
        return Optional.ofNullable(RUNNING.get());
    }

    public static boolean running() {
        return RUNNING.get() != null;
    }

    static Simulation begin(Instant from) {
        if (running()) {
            throw new IllegalStateException("a simulation runs on this thread already");
        }
        Simulation begun = new Simulation(from);
        RUNNING.set(begun);
        return begun;
    }

    static void end() {
        RUNNING.remove();
    }

    /** Platform time in this simulation. */
    public Instant now() {
        return now;
    }

    /**
     * Puts this simulation's time forward; a time that is past changes nothing.
     */
    public void advanceTo(Instant target) {
        if (target.isAfter(now)) {
            now = target;
        }
    }

    /** An internal id that no sequence gives. */
    public long nextId() {
        return --lastId;
    }

    /** A serial of this simulation only. */
    public long nextSerial() {
        return ++lastSerial;
    }

    /** Takes what the outbox would have been given. */
    public void order(Order order) {
        orders.add(order);
    }

    /** What was ordered since it was asked last. */
    public List<Order> takeOrders() {
        List<Order> taken = List.copyOf(orders);
        orders.clear();
        return taken;
    }

    /** Keeps something of a component's own for as long as the simulation runs. */
    public void keep(String key, Object value) {
        kept.put(key, value);
    }

    /** What was kept, if it is of this type. */
    public <T> Optional<T> kept(String key, Class<T> type) {
        return Optional.ofNullable(kept.get(key)).filter(type::isInstance).map(type::cast);
    }

    Mark mark() {
        return new Mark(now, List.copyOf(orders));
    }

    void backTo(Mark mark) {
        now = mark.now();
        orders = new ArrayList<>(mark.orders());
    }
}
