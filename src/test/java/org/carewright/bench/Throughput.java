package org.carewright.bench;

import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Work done by some threads, each beginning the next piece when its last is done. */
final class Throughput {

    static final int THREADS = 8;

    private Throughput() {}

    /** @return pieces per second */
    static double of(int pieces, Runnable work) {
        var begun = new AtomicInteger();
        var threads = Executors.newFixedThreadPool(THREADS);
        Callable<Void> worker = () -> {
            while (begun.incrementAndGet() <= pieces) {
                work.run();
            }
            return null;
        };
        try {
            var begin = System.nanoTime();
            for (var done : threads.invokeAll(java.util.Collections.nCopies(THREADS, worker))) {
                done.get();
            }
            return pieces * 1e9 / (System.nanoTime() - begin);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (java.util.concurrent.ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            threads.shutdown();
        }
    }
}
