package org.carewright.bench;

import java.util.Arrays;
import java.util.List;

/**
 * How much is measured; system properties make a trial run small.
 *
 * @param rounds of bookings, each over HTTP and by the bare engine
 * @param bookings in one round, on each side
 * @param invoices in one round, on each side
 * @param renewals of plans that are due at once
 * @param searches timed at each number of appointments
 * @param appointments how many the clinic has, ascending
 * @param imported rows of the long file of patients; a million takes minutes
 */
record BenchSizes(
        int rounds, int bookings, int invoices, int renewals, int searches, List<Integer> appointments, int imported) {

    static BenchSizes fromSystemProperties() {
        return new BenchSizes(
                Integer.getInteger("bench.rounds", 7),
                Integer.getInteger("bench.bookings", 400),
                Integer.getInteger("bench.invoices", 100),
                Integer.getInteger("bench.renewals", 10_000),
                Integer.getInteger("bench.searches", 1000),
                Arrays.stream(System.getProperty("bench.appointments", "10000,100000,1000000")
                                .split(","))
                        .map(Integer::valueOf)
                        .toList(),
                Integer.getInteger("bench.imported", 100_000));
    }
}
