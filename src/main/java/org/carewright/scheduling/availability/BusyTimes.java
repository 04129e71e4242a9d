package org.carewright.scheduling.availability;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;

/** When somebody or something is taken; answers quickly whether a range meets any of it. Ranges that touch don't meet. */
public final class BusyTimes {

    /** Always free. */
    public static final BusyTimes NONE = new BusyTimes(new long[0], new long[0]);

    private final long[] from;
    private final long[] to;

    private BusyTimes(long[] from, long[] to) {
        this.from = from;
        this.to = to;
    }

    /** Taken during all of these ranges, which may overlap. */
    public static BusyTimes of(Collection<TimeRange> ranges) {
        if (ranges.isEmpty()) {
            return NONE;
        }
        var sorted =
                ranges.stream().sorted(Comparator.comparing(TimeRange::from)).toList();
        var from = new long[sorted.size()];
        var to = new long[sorted.size()];
        var last = -1;
        for (var range : sorted) {
            var start = range.from().getEpochSecond();
            var end = Seconds.atOrAfter(range.to());
            if (last >= 0 && start <= to[last]) {
                to[last] = Math.max(to[last], end);
            } else {
                last++;
                from[last] = start;
                to[last] = end;
            }
        }
        return new BusyTimes(Arrays.copyOf(from, last + 1), Arrays.copyOf(to, last + 1));
    }

    /** Whether anything is taken between the two moments. */
    public boolean meets(Instant start, Instant end) {
        return meets(start.getEpochSecond(), Seconds.atOrAfter(end));
    }

    boolean meets(long start, long end) {
        var found = Arrays.binarySearch(to, start);
        // The first range that ends after the start: all before it are over by then.
        var candidate = found >= 0 ? found + 1 : -found - 1;
        return candidate < from.length && from[candidate] < end;
    }
}
