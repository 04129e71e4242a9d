package org.carewright.shared.web;

import java.time.Duration;
import java.util.Map;
import org.carewright.shared.problem.ProblemException;
import org.springframework.http.HttpStatus;

/**
 * What a limit leaves to one client after an attempt.
 *
 * @param limit the limit's name in the settings
 * @param capacity how many at once
 * @param refill how long until the whole capacity is there again
 * @param remaining how many are left now
 * @param fullIn how long until all are back
 * @param retryAfter zero when the attempt was within the limit, else how long to wait with the next
 */
public record Allowance(
        String limit, long capacity, Duration refill, long remaining, Duration fullIn, Duration retryAfter) {

    public boolean isExhausted() {
        return !retryAfter.isZero();
    }

    /** @throws ProblemException 429 {@code too_many_requests} when there were too many attempts */
    void orThrow() {
        if (isExhausted()) {
            throw problem();
        }
    }

    /** The refusal, with {@value RateLimits#RETRY_AFTER_SECONDS}. */
    public ProblemException problem() {
        return new ProblemException(
                HttpStatus.TOO_MANY_REQUESTS,
                "too_many_requests",
                Map.of(RateLimits.RETRY_AFTER_SECONDS, retryAfter.toSeconds()));
    }
}
