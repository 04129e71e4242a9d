package org.carewright.shared.process.pace;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * How many jobs of this node run at once, and when one begins: all that the job executor has threads for while nobody asks
 * for a page; a few while people are being served, and those in the gaps between requests. Jobs that wait for a provider
 * don't count ({@link OutsideAnswer}); for one that computes for long the others wait a few seconds at most, for a gap
 * that doesn't come a moment.
 */
@Component
class Pace {

    /** Of the job that the thread runs. */
    private static final ThreadLocal<Pace> RUNNING = new ThreadLocal<>();

    /** People's requests come one after another; a gap of that length isn't the end. */
    private static final Duration STILL_THERE = Duration.ofMillis(200);

    private final int beside;
    private final long longestNanos;
    private final long gapNanos;
    private int requests;
    private int jobs;
    private long lastServed = System.nanoTime() - STILL_THERE.toNanos();

    /**
     * @param beside jobs that may run while people are being served; 0 for half of the processors
     * @param longest the longest a job waits for people
     * @param gap the longest a job whose turn it is waits until no request is being answered
     */
    Pace(
            @Value("${carewright.jobs.beside-requests}") int beside,
            @Value("${carewright.jobs.longest-wait}") Duration longest,
            @Value("${carewright.jobs.longest-wait-for-gap}") Duration gap) {
        this.beside = beside > 0 ? beside : Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
        this.longestNanos = longest.toNanos();
        this.gapNanos = gap.toNanos();
    }

    synchronized void requestBegins() {
        requests++;
    }

    synchronized void requestEnds() {
        requests--;
        lastServed = System.nanoTime();
        if (requests == 0) {
            notifyAll();
        }
    }

    void run(Runnable job) {
        begin();
        RUNNING.set(this);
        try {
            job.run();
        } finally {
            RUNNING.remove();
            end();
        }
    }

    /** A job that waits takes nobody's processor: meanwhile the next may begin. */
    static <T> T await(Future<T> answer, Duration limit)
            throws InterruptedException, ExecutionException, TimeoutException {
        var pace = RUNNING.get();
        if (pace == null) {
            return answer.get(limit.toNanos(), TimeUnit.NANOSECONDS);
        }
        pace.end();
        try {
            return answer.get(limit.toNanos(), TimeUnit.NANOSECONDS);
        } finally {
            pace.goOn();
        }
    }

    /** At once: a job that has begun holds locks and connections. */
    private synchronized void goOn() {
        jobs++;
    }

    private synchronized void begin() {
        var since = System.nanoTime();
        var turn = since;
        try {
            while (serving()) {
                var now = System.nanoTime();
                var left = longestNanos - (now - since);
                if (jobs >= beside) {
                    turn = now;
                } else if (requests > 0) {
                    left = Math.min(left, gapNanos - (now - turn));
                } else {
                    break;
                }
                if (left <= 0) {
                    break;
                }
                wait(Math.max(1, Math.min(Duration.ofNanos(left).toMillis(), STILL_THERE.toMillis())));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        jobs++;
    }

    private synchronized void end() {
        jobs--;
        notify();
    }

    private boolean serving() {
        return requests > 0 || System.nanoTime() - lastServed < STILL_THERE.toNanos();
    }
}
