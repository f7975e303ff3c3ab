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

/** How many times a second the pages that everybody sees can be shown. */
final class PublicPages implements Scenario {

    private static final List<String> PATHS = List.of("/", "/api/v1/items");
    private static final int CLIENTS = 8;
    private static final Duration WARM_UP = Duration.ofSeconds(5);
    private static final Duration MEASURED = Duration.ofSeconds(10);

    @Override
    public String name() {
        return "public";
    }

    @Override
    public void run(Ground ground, Options options) {
        for (String path : PATHS) {
            load(ground.url() + path, WARM_UP, new Latencies());
            Latencies latencies = new Latencies();
            Meter before = ground.read();
            long count = load(ground.url() + path, MEASURED.multipliedBy(options.size()), latencies);
            Meter used = ground.read().minus(before);
            System.out.printf(
                    Locale.ROOT,
                    "GET %s: %.0f requests/s, each %s%n",
                    path,
                    (double) count / MEASURED.multipliedBy(options.size()).toSeconds(),
                    used.per((int) Math.max(1, count)));
            System.out.println(latencies.table());
        }
    }

    /** As many as go in that time; an answer that is not 200 ends the measurement. */
    private static long load(String address, Duration time, Latencies latencies) {
        HttpClient client = HttpClient.newHttpClient();
        HttpRequest request = HttpRequest.newBuilder(URI.create(address)).build();
        long end = System.nanoTime() + time.toNanos();
        LongAdder count = new LongAdder();
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        List<Future<?>> all = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            all.add(clients.submit(() -> {
                while (System.nanoTime() < end) {
                    latencies.time(request.uri().getPath(), () -> get(client, request));
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

    private static int get(HttpClient client, HttpRequest request) {
        try {
            HttpResponse<byte[]> reply = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
            if (reply.statusCode() != 200) {
                throw new IllegalStateException(request.uri() + " answered " + reply.statusCode());
            }
            return reply.body().length;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
