package org.carewright.bench;

import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Work done by some threads, each beginning the next piece when its last is done. */
final class Throughput {

    static final int THREADS = 8;
    static final String THREAD_NAMES = "bench-worker-";

    private static final AtomicInteger NUMBERS = new AtomicInteger();

    /** They stay, so that what they used can be read when they are done. */
    private static final ExecutorService WORKERS = Executors.newFixedThreadPool(THREADS, work -> {
        var thread = new Thread(work, THREAD_NAMES + NUMBERS.incrementAndGet());
        thread.setDaemon(true);
        return thread;
    });

    private Throughput() {}

    /** @return pieces per second */
    static double of(int pieces, Runnable work) {
        var begun = new AtomicInteger();
        Callable<Void> worker = () -> {
            while (begun.incrementAndGet() <= pieces) {
                work.run();
            }
            return null;
        };
        try {
            var begin = System.nanoTime();
            for (var done : WORKERS.invokeAll(Collections.nCopies(THREADS, worker))) {
                done.get();
            }
            return pieces * 1e9 / (System.nanoTime() - begin);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }
}
