package org.carewright.scheduling.availability;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;

/** Sorted starts, to count those of one day. */
record StartsOfVisits(long[] sorted) {

    static StartsOfVisits of(Collection<Instant> starts) {
        return new StartsOfVisits(
                starts.stream().mapToLong(Instant::getEpochSecond).sorted().toArray());
    }

    /** Whether as many starts as the limit allows lie between the moments; never without a limit. */
    boolean reach(Integer limit, long from, long to) {
        return limit != null && before(to) - before(from) >= limit;
    }

    private int before(long moment) {
        var found = Arrays.binarySearch(sorted, moment);
        if (found < 0) {
            return -found - 1;
        }
        while (found > 0 && sorted[found - 1] == moment) {
            found--;
        }
        return found;
    }
}
