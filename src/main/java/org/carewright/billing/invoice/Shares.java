package org.carewright.billing.invoice;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Splits an amount so that the shares add up to it, to the minor unit. */
final class Shares {

    private Shares() {}

    /**
     * Each gets its part rounded down; what is left goes, one unit each, to the largest remainders, of equal ones to the
     * first.
     *
     * @param weights not below zero; when all are zero, so are all shares, and the amount must be zero
     */
    static long[] split(long amount, long[] weights) {
        var whole = Arrays.stream(weights).mapToObj(BigInteger::valueOf).reduce(BigInteger.ZERO, BigInteger::add);
        var shares = new long[weights.length];
        if (whole.signum() == 0) {
            if (amount != 0) {
                throw new IllegalArgumentException("Nothing to split " + amount + " by");
            }
            return shares;
        }
        var remainders = new BigInteger[weights.length];
        var left = amount;
        for (var i = 0; i < weights.length; i++) {
            var parts = BigInteger.valueOf(amount)
                    .multiply(BigInteger.valueOf(weights[i]))
                    .divideAndRemainder(whole);
            shares[i] = parts[0].longValueExact();
            remainders[i] = parts[1];
            left -= shares[i];
        }
        IntStream.range(0, weights.length)
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> remainders[i]).reversed())
                .limit(left)
                .forEach(i -> shares[i]++);
        return shares;
    }
}
