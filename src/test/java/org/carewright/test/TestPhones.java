package org.carewright.test;

import java.util.concurrent.atomic.AtomicInteger;

/** Mobile numbers, each of them given to one test only: what came to it is nobody else's. */
public final class TestPhones {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private TestPhones() {}

    /** A number in New York that no other test has, E.164. */
    public static String next() {
        return "+1646555%04d".formatted(NUMBER.incrementAndGet());
    }
}
