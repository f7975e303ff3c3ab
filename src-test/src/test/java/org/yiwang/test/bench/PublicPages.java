package org.yiwang.test.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.LongAdder;

/**
 * How many times a second the pages that everybody sees can be shown: made anew, and to somebody who has kept them; beside
 * a file as large as a guide on the same server with nothing else in it.
 */
final class PublicPages implements Scenario {

    private static final String GUIDE = "/items/residence-permit";
    private static final List<String> PATHS = List.of("/", "/items", GUIDE, "/api/v1/items", "/api/v1" + GUIDE);
    private static final int CLIENTS = 8;
    private static final Duration WARM_UP = Duration.ofSeconds(5);
    private static final Duration MEASURED = Duration.ofSeconds(10);

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Override
    public String name() {
        return "public";
    }

    @Override
    public void run(Ground ground, Options options) {
        for (String path : PATHS) {
            HttpRequest made =
                    HttpRequest.newBuilder(URI.create(ground.url() + path)).build();
            HttpResponse<byte[]> page = get(made);
            measured(ground, options, "GET " + path, made, 200);
            page.headers().firstValue("ETag").ifPresent(tag -> {
                HttpRequest kept = HttpRequest.newBuilder(made.uri())
                        .header("If-None-Match", tag)
                        .build();
                measured(ground, options, "GET " + path + " (kept)", kept, 304);
            });
        }
        HttpRequest guide =
                HttpRequest.newBuilder(URI.create(ground.url() + GUIDE)).build();
        try (BareServer bare = new BareServer(get(guide).body())) {
            HttpRequest file =
                    HttpRequest.newBuilder(URI.create(bare.address())).build();
            load(file, 200, WARM_UP, new Latencies());
            Latencies latencies = new Latencies();
            long count = load(file, 200, time(options), latencies);
            System.out.printf(
                    Locale.ROOT,
                    "a file of the bare server: %.0f requests/s%n",
                    (double) count / time(options).toSeconds());
            System.out.println(latencies.table());
        }
    }

    private static Duration time(Options options) {
        return MEASURED.multipliedBy(options.size());
    }

    private void measured(Ground ground, Options options, String what, HttpRequest request, int status) {
        load(request, status, WARM_UP, new Latencies());
        Latencies latencies = new Latencies();
        Meter before = ground.read();
        long count = load(request, status, time(options), latencies);
        Meter used = ground.read().minus(before);
        System.out.printf(
                Locale.ROOT,
                "%s → %d: %.0f requests/s, each %s%n",
                what,
                status,
                (double) count / time(options).toSeconds(),
                used.per((int) Math.max(1, count)));
        System.out.println(latencies.table());
    }

    /** As many as go in that time; another answer ends the measurement. */
    private long load(HttpRequest request, int status, Duration time, Latencies latencies) {
        long end = System.nanoTime() + time.toNanos();
        LongAdder count = new LongAdder();
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        List<Future<?>> all = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            all.add(clients.submit(() -> {
                while (System.nanoTime() < end) {
                    int answer = latencies
                            .time(request.uri().getPath(), () -> get(request))
                            .statusCode();
                    if (answer != status) {
                        throw new IllegalStateException(request.uri() + " answered " + answer);
                    }
                    count.increment();
                }
            }));
        }
        clients.shutdown();
        try {
            for (Future<?> one : all) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return count.sum();
    }

    private HttpResponse<byte[]> get(HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
