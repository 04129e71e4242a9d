package org.carewright.bench;

import static org.awaitility.Awaitility.await;

import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javax.management.MBeanServerConnection;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;
import org.carewright.test.AppProcess;

/** How long the product takes to start in a directory of its own, and what its heap holds when nobody asks anything. */
final class ProcessBench {

    private static final String READY = "Carewright is ready.";
    private static final double BUDGET_SECONDS = 20;
    private static final double BUDGET_MEGABYTES = 300;
    private static final Duration SETTLING_LIMIT = Duration.ofSeconds(30);

    private final Path directory;

    /** @param directory empty */
    ProcessBench(Path directory) {
        this.directory = directory;
    }

    void measure(BenchTable table) throws Exception {
        table.figure("first start with schema creation, no demo", seconds("bare", false), BUDGET_SECONDS, " s");
        table.figure("first start with schema creation and demo clinics", seconds("demo", true), BUDGET_SECONDS, " s");
        var begin = System.nanoTime();
        try (var node = start("demo", true)) {
            table.figure("second start", BenchTable.number(since(begin)) + " s");
            var used = usedHeap(node.pid());
            table.figure("used heap after collection, idle", used, BUDGET_MEGABYTES, " MB");
            residentMegabytes(node.pid())
                    .ifPresent(resident -> table.figure("the process's resident memory then", resident + " MB"));
        }
    }

    private double seconds(String name, boolean demo) {
        var begin = System.nanoTime();
        try (var node = start(name, demo)) {
            return since(begin);
        }
    }

    /** Ready means: the page answers, and the demo, where wanted, is there with its bookings. */
    private AppProcess start(String name, boolean demo) {
        var node = AppProcess.start(
                "bench-" + name,
                List.of(
                        "carewright.embedded-database.directory=" + directory.resolve(name),
                        "carewright.sealing.platform-key-file=" + directory.resolve(name + ".key"),
                        "carewright.demo.enabled=" + demo));
        if (demo) {
            await().atMost(Duration.ofMinutes(2))
                    .pollInterval(Duration.ofMillis(100))
                    .until(() -> Files.readString(node.output()).contains(READY));
        }
        return node;
    }

    private static double since(long begin) {
        return (System.nanoTime() - begin) / 1e9;
    }

    /** Mails and texts of the demo's bookings may still be under way: the least of what collections leave counts. */
    private static double usedHeap(long pid) throws IOException, AttachNotSupportedException {
        var machine = VirtualMachine.attach(Long.toString(pid));
        try (var connector = JMXConnectorFactory.connect(new JMXServiceURL(machine.startLocalManagementAgent()))) {
            var memory = memory(connector.getMBeanServerConnection());
            var last = new long[] {Long.MAX_VALUE};
            await().atMost(SETTLING_LIMIT).pollInterval(Duration.ofSeconds(2)).until(() -> {
                memory.gc();
                var used = memory.getHeapMemoryUsage().getUsed();
                var settled = Math.abs(last[0] - used) < used / 100;
                last[0] = used;
                return settled;
            });
            return last[0] / (1024.0 * 1024);
        } finally {
            machine.detach();
        }
    }

    private static MemoryMXBean memory(MBeanServerConnection connection) throws IOException {
        return ManagementFactory.newPlatformMXBeanProxy(
                connection, ManagementFactory.MEMORY_MXBEAN_NAME, MemoryMXBean.class);
    }

    /** Where the system tells it. */
    private static java.util.Optional<Long> residentMegabytes(long pid) throws IOException {
        var status = Path.of("/proc", Long.toString(pid), "status");
        if (!Files.exists(status)) {
            return java.util.Optional.empty();
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .map(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst();
    }
}
