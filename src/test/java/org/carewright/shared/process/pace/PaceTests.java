package org.carewright.shared.process.pace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Jobs step back while people are being served, and never for good (decision record 0010). */
class PaceTests {

    private static final Duration LONG = Duration.ofMinutes(1);
    private static final Duration NONE = Duration.ZERO;

    private final ExecutorService threads = Executors.newFixedThreadPool(4);
    private final AtomicInteger running = new AtomicInteger();
    private final CountDownLatch over = new CountDownLatch(1);

    @AfterEach
    void end() {
        over.countDown();
        threads.shutdownNow();
    }

    @Test
    void allJobsRunWhileNobodyAsks() {
        begin(new Pace(1, LONG, NONE));

        await().until(() -> running.get() == 4);
    }

    @Test
    void oneJobRunsBesideARequestAndTheOthersWhenItIsOver() {
        var pace = new Pace(1, LONG, NONE);
        pace.requestBegins();
        begin(pace);

        await().until(() -> running.get() == 1);
        await().during(Duration.ofMillis(300)).until(() -> running.get() == 1);
        pace.requestEnds();
        await().until(() -> running.get() == 4);
    }

    @Test
    void theNextJobBeginsWhenOneIsDone() {
        var pace = new Pace(1, LONG, NONE);
        pace.requestBegins();
        var done = new AtomicInteger();
        var most = new AtomicInteger();
        for (var job = 0; job < 20; job++) {
            threads.execute(() -> pace.run(() -> {
                most.accumulateAndGet(running.incrementAndGet(), Math::max);
                running.decrementAndGet();
                done.incrementAndGet();
            }));
        }

        await().until(() -> done.get() == 20);
        assertThat(most).hasValue(1);
    }

    @Test
    void aJobBeginsInTheGapBetweenRequests() {
        var pace = new Pace(1, LONG, LONG);
        pace.requestBegins();
        begin(pace);

        await().during(Duration.ofMillis(300)).until(() -> running.get() == 0);
        pace.requestEnds();
        await().until(() -> running.get() > 0);
    }

    @Test
    void aJobDoesNotWaitForAGapForGood() {
        var pace = new Pace(1, LONG, Duration.ofMillis(50));
        pace.requestBegins();
        begin(pace);

        await().until(() -> running.get() == 1);
    }

    @Test
    void aJobDoesNotWaitForPeopleForGood() {
        var pace = new Pace(1, Duration.ofMillis(50), NONE);
        pace.requestBegins();
        begin(pace);

        await().until(() -> running.get() == 4);
    }

    @Test
    void aJobThatFailsMakesRoomForTheNext() {
        var pace = new Pace(1, LONG, NONE);
        pace.requestBegins();
        var done = new AtomicInteger();
        for (var job : List.<Runnable>of(
                () -> {
                    throw new IllegalStateException("This job fails");
                },
                done::incrementAndGet)) {
            threads.submit(() -> pace.run(job));
        }

        await().until(() -> done.get() == 1);
    }

    @Test
    void aJobThatWaitsForSomebodyOutsideLeavesItsTurnToTheNext() {
        var pace = new Pace(1, LONG, NONE);
        pace.requestBegins();
        var answer = new CompletableFuture<String>();
        threads.execute(() -> pace.run(() -> waitFor(answer)));
        threads.execute(() -> pace.run(running::incrementAndGet));

        await().until(() -> running.get() == 1);
    }

    @Test
    void aJobThatHasItsAnswerCountsAgain() {
        var pace = new Pace(1, LONG, NONE);
        pace.requestBegins();
        threads.execute(() -> pace.run(() -> {
            waitFor(CompletableFuture.completedFuture("yes"));
            running.incrementAndGet();
            hold();
        }));
        await().until(() -> running.get() == 1);
        threads.execute(() -> pace.run(running::incrementAndGet));

        await().during(Duration.ofMillis(300)).until(() -> running.get() == 1);
    }

    private static void waitFor(CompletableFuture<String> answer) {
        try {
            OutsideAnswer.await(answer, LONG);
        } catch (InterruptedException e) {
            // The test is over.
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }

    private void hold() {
        try {
            over.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Four jobs that run until the test ends. */
    private void begin(Pace pace) {
        for (var job = 0; job < 4; job++) {
            threads.execute(() -> pace.run(() -> {
                running.incrementAndGet();
                hold();
            }));
        }
    }
}
