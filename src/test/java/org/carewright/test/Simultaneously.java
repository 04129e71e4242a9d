package org.carewright.test;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/** Runs the same work on many threads that all begin at once. */
public final class Simultaneously {

    private Simultaneously() {}

    /** The results in no order, null where the work ended in one of the expected failures. */
    public static <T> List<T> run(int threads, Class<? extends Exception> expected, Supplier<T> work) throws Exception {
        var pool = Executors.newFixedThreadPool(threads);
        try {
            var start = new CyclicBarrier(threads);
            Callable<T> task = () -> {
                start.await();
                try {
                    return work.get();
                } catch (Exception e) {
                    if (expected.isInstance(e)) {
                        return null;
                    }
                    throw e;
                }
            };
            var running = new ArrayList<Future<T>>();
            for (var i = 0; i < threads; i++) {
                running.add(pool.submit(task));
            }
            var results = new ArrayList<T>();
            for (var future : running) {
                results.add(future.get());
            }
            return results;
        } finally {
            pool.shutdownNow();
        }
    }
}
