package org.carewright.bench;

import java.util.Arrays;
import java.util.List;

/** How long one piece of work took, many times over. */
final class Latencies {

    private final long[] nanos;

    private Latencies(long[] nanos) {
        this.nanos = nanos;
    }

    static Latencies of(int times, Runnable work) {
        var nanos = new long[times];
        for (var i = 0; i < times; i++) {
            var begin = System.nanoTime();
            work.run();
            nanos[i] = System.nanoTime() - begin;
        }
        Arrays.sort(nanos);
        return new Latencies(nanos);
    }

    static Latencies of(List<Long> nanos) {
        return new Latencies(nanos.stream().mapToLong(Long::longValue).sorted().toArray());
    }

    /** @return milliseconds within which that part of all was done, e.g. 0.99 */
    double quantile(double part) {
        return nanos[(int) Math.ceil(part * nanos.length) - 1] / 1e6;
    }

    @Override
    public String toString() {
        return "p50 %s ms, p99 %s ms".formatted(BenchTable.number(quantile(0.5)), BenchTable.number(quantile(0.99)));
    }
}
