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
        var sorted =
                ranges.stream().sorted(Comparator.comparing(TimeRange::from)).toList();
        return ofSeconds(
                sorted.stream()
                        .mapToLong(range -> range.from().getEpochSecond())
                        .toArray(),
                sorted.stream()
                        .mapToLong(range -> Seconds.atOrAfter(range.to()))
                        .toArray());
    }

    /**
     * Taken from each {@code from} to the {@code to} at the same place, seconds since the epoch; ranges may overlap.
     *
     * @throws IllegalArgumentException when the beginnings aren't in order
     */
    public static BusyTimes ofSeconds(long[] from, long[] to) {
        if (from.length == 0) {
            return NONE;
        }
        var mergedFrom = new long[from.length];
        var mergedTo = new long[from.length];
        var last = -1;
        for (var i = 0; i < from.length; i++) {
            if (i > 0 && from[i] < from[i - 1]) {
                throw new IllegalArgumentException("Ranges must be in order of their beginnings");
            }
            if (last >= 0 && from[i] <= mergedTo[last]) {
                mergedTo[last] = Math.max(mergedTo[last], to[i]);
            } else {
                last++;
                mergedFrom[last] = from[i];
                mergedTo[last] = to[i];
            }
        }
        return new BusyTimes(Arrays.copyOf(mergedFrom, last + 1), Arrays.copyOf(mergedTo, last + 1));
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
