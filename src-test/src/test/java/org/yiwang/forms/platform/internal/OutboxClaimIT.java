package org.yiwang.forms.platform.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yiwang.forms.platform.OutboxMessage;
import org.yiwang.test.Db;
import org.yiwang.test.OnServer;
import org.yiwang.web.boot.Migrations;

/** What the outbox promises when several nodes work at once, in a database of its own where no server looks. */
@OnServer
class OutboxClaimIT {

    private static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");
    private static DataSource source;

    private OutboxTable outbox;

    @BeforeEach
    void emptyDatabase(Db db) {
        if (source == null) {
            source = freshDatabase(db);
        }
        outbox = at(NOW);
        outbox.sql.update("TRUNCATE outbox, outbox_retry");
    }

    private static DataSource freshDatabase(Db db) {
        db.change("DROP DATABASE IF EXISTS outbox_claim");
        db.change("CREATE DATABASE outbox_claim");
        DataSource fresh = db.source("outbox_claim");
        Migrations.flyway(fresh).migrate();
        return fresh;
    }

    private static OutboxTable at(Instant now) {
        OutboxTable table = new OutboxTable();
        table.clock = Clock.fixed(now, ZoneOffset.UTC);
        table.sql = new Sql(source);
        table.lease = new OutboxLease();
        return table;
    }

    private void order(String key, String orderKey) {
        outbox.insert(new Object[] {"PROBE", key, orderKey, "{}", NOW, "TRACE", NOW, NOW});
    }

    private static List<String> keys(List<OutboxMessage> messages) {
        return messages.stream().map(OutboxMessage::key).toList();
    }

    @Test
    void dropsASecondOrderWithTheSameKey() {
        order("1", "A");
        order("1", "A");

        assertEquals(List.of("1"), keys(outbox.claim("lease", 10)));
    }

    @Test
    void oneOfAnOrderKeyAtATimeTheOldestFirst() {
        order("1", "A");
        order("2", "A");
        order("3", "B");

        List<OutboxMessage> first = outbox.claim("one", 10);
        assertEquals(List.of("1", "3"), keys(first));
        assertEquals(List.of(), keys(outbox.claim("two", 10)));
        outbox.done(first.get(0).id(), "one");
        assertEquals(List.of("2"), keys(outbox.claim("two", 10)));
    }

    @Test
    void aMessageThatFailsOrWaitsHoldsBackTheNextOfItsKeyUntilItIsGivenUp() {
        order("1", "A");
        order("2", "A");
        long id = outbox.claim("one", 1).get(0).id();

        outbox.waiting(id, "one", "no seal", Duration.ofMinutes(1));
        assertEquals(List.of(), keys(outbox.claim("two", 10)));
        assertEquals(
                List.of("1"), keys(at(NOW.plusSeconds(61)).claim("two", 10)), "due again after the time it asked for");
        outbox.failed(id, "two", "boom", Optional.empty());
        assertEquals(List.of("2"), keys(outbox.claim("three", 10)));
    }

    @Test
    void aLeaseThatRanOutIsTakenOverAndTheLateOneChangesNothing() {
        order("1", "A");
        long id = outbox.claim("dead node", 1).get(0).id();
        OutboxTable later = at(NOW.plus(new OutboxLease().span()).plusSeconds(1));

        assertEquals(List.of("1"), keys(later.claim("other", 1)));
        assertFalse(outbox.hold(id, "dead node"));
        outbox.done(id, "dead node");
        assertTrue(later.busy(), "still the other's");
        later.done(id, "other");
        assertFalse(later.busy());
    }

    @Test
    void countsFailuresButNotWaiting() {
        order("1", "A");
        long id = outbox.claim("a", 1).get(0).id();
        outbox.waiting(id, "a", "not yet", Duration.ZERO);
        outbox.claim("b", 1);
        outbox.failed(id, "b", "boom", Optional.of(Duration.ZERO));

        var trouble = outbox.after(0, 10).get(0);
        assertEquals("FAILED", trouble.state());
        assertEquals(1, trouble.attempts());
        assertEquals("boom", trouble.reason());
    }

    @Test
    void retriesOnlyWhatIsInTroubleAndRecordsWhoWantedIt() {
        order("1", "A");
        long id = outbox.claim("a", 1).get(0).id();
        assertFalse(outbox.retry(id, "officer:1", NOW), "being delivered");
        outbox.failed(id, "a", "boom", Optional.empty());

        assertTrue(outbox.retry(id, "officer:1", NOW));
        assertFalse(outbox.retry(id, "officer:2", NOW), "already due");
        assertEquals(0, outbox.claim("b", 1).get(0).attempts());
        assertEquals(
                List.of("officer:1 boom"),
                new Sql(source)
                        .list(
                                "SELECT actor || ' ' || reason FROM outbox_retry WHERE outbox_id = ?",
                                row -> row.getString(1),
                                id));
    }

    @Test
    void manyWorkersDeliverEachMessageOnceAndInOrder() throws Exception {
        for (int i = 0; i < 200; i++) {
            order(Integer.toString(i), "K" + i % 20);
        }
        Map<String, ConcurrentLinkedQueue<Long>> delivered = new ConcurrentHashMap<>();
        together(4, () -> {
            String lease = Thread.currentThread().getName();
            while (open() > 0) {
                for (OutboxMessage message : outbox.claim(lease, 5)) {
                    delivered
                            .computeIfAbsent(message.orderKey(), key -> new ConcurrentLinkedQueue<>())
                            .add(message.id());
                    outbox.done(message.id(), lease);
                }
            }
            return null;
        });

        assertEquals(
                200,
                delivered.values().stream()
                        .mapToInt(ConcurrentLinkedQueue::size)
                        .sum());
        delivered.values().forEach(ids -> assertEquals(ids.stream().sorted().toList(), List.copyOf(ids)));
    }

    private static long open() {
        return new Sql(source)
                .first("SELECT count(*) FROM outbox WHERE state <> 'DONE'", row -> row.getLong(1))
                .orElseThrow();
    }

    private static void together(int workers, Callable<Void> work) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(workers);
        try {
            List<Future<Void>> running = new ArrayList<>();
            for (int i = 0; i < workers; i++) {
                running.add(pool.submit(work));
            }
            for (Future<Void> one : running) {
                one.get();
            }
        } finally {
            pool.shutdownNow();
        }
    }
}
