package org.carewright.bench;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * The processor time that work costs on the server's side: the threads that do it and PostgreSQL's processes. Wall time
 * of clients that share the cores with the server would count the clients as well, and whatever else the machine does.
 */
final class ServerWork {

    private static final Path PROCESSES = Path.of("/proc");
    private static final double NANOS = 1e9;

    /** Linux counts a process's time in hundredths of a second. */
    private static final double TICKS = 100;

    private static final int PARENT = 1;
    private static final int USER_TIME = 11;
    private static final int SYSTEM_TIME = 12;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final String threadNames;
    private final long postmaster;

    /**
     * @param threadNames beginning of the names of the threads that work; they must outlive the measurement
     * @param postmaster process id of the database's first process
     */
    ServerWork(String threadNames, long postmaster) {
        this.threadNames = threadNames;
        this.postmaster = postmaster;
    }

    /** Whether this system tells what its processes use. */
    static boolean canBeMeasured() {
        return Files.exists(PROCESSES.resolve("self/stat"));
    }

    /** Seconds of processor time. */
    record Seconds(double threads, double database) {

        double both() {
            return threads + database;
        }
    }

    /** What was used meanwhile. */
    Seconds during(Runnable work) {
        var threadsBefore = threadTimes();
        var databaseBefore = databaseSeconds();
        work.run();
        var nanos = threadTimes().entrySet().stream()
                .mapToLong(entry -> entry.getValue() - threadsBefore.getOrDefault(entry.getKey(), 0L))
                .sum();
        return new Seconds(nanos / NANOS, databaseSeconds() - databaseBefore);
    }

    private Map<Long, Long> threadTimes() {
        var times = new HashMap<Long, Long>();
        Arrays.stream(threads.getThreadInfo(threads.getAllThreadIds()))
                .filter(Objects::nonNull)
                .filter(thread -> thread.getThreadName().startsWith(threadNames))
                .map(ThreadInfo::getThreadId)
                .forEach(id -> times.put(id, threads.getThreadCpuTime(id)));
        return times;
    }

    private double databaseSeconds() {
        try (var processes = Files.newDirectoryStream(PROCESSES, "[0-9]*")) {
            var ticks = 0L;
            for (var process : processes) {
                ticks += ticksOfDatabase(process);
            }
            return ticks / TICKS;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private long ticksOfDatabase(Path process) throws IOException {
        try {
            var stat = Files.readString(process.resolve("stat"));
            // The name stands in brackets and may hold anything.
            var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            return Long.parseLong(fields[PARENT]) == postmaster
                    ? Long.parseLong(fields[USER_TIME]) + Long.parseLong(fields[SYSTEM_TIME])
                    : 0;
        } catch (NoSuchFileException e) {
            return 0;
        } catch (IOException e) {
            // It ended while it was read.
            if (Files.exists(process)) {
                throw e;
            }
            return 0;
        }
    }
}
