package org.yiwang.test.bench;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.LongStream;

/** How long each kind of call took; keeps every value, so that p99 is one and no estimate. */
final class Latencies {

    private final Map<String, LongStream.Builder> byName = new LinkedHashMap<>();

    /** Runs the call and writes its time down under this name; from any thread. */
    <T> T time(String name, Supplier<T> call) {
        long begun = System.nanoTime();
        T result = call.get();
        add(name, System.nanoTime() - begun);
        return result;
    }

    String table() {
        StringBuilder table = new StringBuilder(
                String.format(Locale.ROOT, "%-32s %8s %9s %9s %9s%n", "call", "count", "p50 ms", "p99 ms", "max ms"));
        byName.forEach((name, values) -> table.append(line(name, values.build().toArray())));
        return table.toString();
    }

    /** A time that was taken otherwise. */
    synchronized void add(String name, long nanos) {
        byName.computeIfAbsent(name, key -> LongStream.builder()).add(nanos);
    }

    private static String line(String name, long[] nanos) {
        Arrays.sort(nanos);
        return String.format(
                Locale.ROOT,
                "%-32s %8d %9.1f %9.1f %9.1f%n",
                name,
                nanos.length,
                at(nanos, 0.50),
                at(nanos, 0.99),
                at(nanos, 1.0));
    }

    private static double at(long[] sorted, double share) {
        int index = (int) Math.ceil(share * sorted.length) - 1;
        return sorted[Math.max(0, index)] / 1e6;
    }
}
