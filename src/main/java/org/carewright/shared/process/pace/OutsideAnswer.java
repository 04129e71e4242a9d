package org.carewright.shared.process.pace;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeoutException;

/** Waiting for somebody outside, say a provider: a job that does so leaves its turn to the next (decision record 0010). */
public final class OutsideAnswer {

    private OutsideAnswer() {}

    /**
     * Waits for an answer, in a job or anywhere else.
     *
     * @throws TimeoutException when it isn't there in time; the caller cancels it
     * @throws ExecutionException when there will be none
     */
    public static <T> T await(Future<T> answer, Duration limit)
            throws InterruptedException, ExecutionException, TimeoutException {
        return Pace.await(answer, limit);
    }
}
