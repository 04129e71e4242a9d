package org.carewright.bench;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.carewright.test.AppProcess;
import org.carewright.test.TestStaff;
import org.carewright.test.Visitor;

/**
 * The first of the month: plans of thousands of patients are due at once, each is renewed, invoiced and mailed by the
 * job executor of a node as it is delivered, while people book and work at the desk of the same node.
 */
final class RenewalBench {

    private static final Duration LIMIT = Duration.ofMinutes(30);
    private static final int IDLE_SECONDS = 30;
    private static final int MOST_SECONDS = Integer.getInteger("bench.renewals.seconds", 300);
    private static final double BUDGET = 2;
    /** What a clerk asks for and when, however long the answers take: people don't wait for each other. */
    private static final Duration BETWEEN_REQUESTS = Duration.ofMillis(200);

    private static final String SLUG = "test-clinic-1";
    private static final String DUE =
            "update engine.act_ru_job set duedate_ = now() - interval '1 second' where handler_type_ like 'timer%'"
                    + " and process_def_key_ = 'SubscriptionProcess'";

    private final BulkRows rows;

    RenewalBench(BulkRows rows) {
        this.rows = rows;
    }

    void measure(BenchSizes sizes, BenchTable table) {
        var database = rows.in(rows.createDatabase("renewals"));
        try (var node = start(database.url(), sizes.renewals())) {
            await().atMost(LIMIT).pollInterval(Duration.ofSeconds(1)).until(() -> database.value(
                            "select count(*) from identity.account")
                    .equals("1"));
            database.settle();
            var clients = List.of(new Clerk(node), new Clerk(node));
            var service = database.value("select id from scheduling.service where name = 'Follow-up'");
            loop(clients, service, until(IDLE_SECONDS));
            var idle = loop(clients, service, until(IDLE_SECONDS));
            database.insert(DUE);
            var begin = System.nanoTime();
            var over = new AtomicBoolean();
            var watch = CompletableFuture.supplyAsync(() -> watch(database, sizes.renewals(), over));
            var busy = loop(clients, service, () -> !over.get());
            report(table, sizes, idle, busy, watch.join() / ((System.nanoTime() - begin) / 1e9));
        }
    }

    /** Until all are done or it has been long enough to tell. @return how many were done */
    private static long watch(BulkRows database, int renewals, AtomicBoolean over) {
        try {
            var end = until(MOST_SECONDS);
            await().atMost(LIMIT)
                    .pollInterval(Duration.ofSeconds(2))
                    .until(() -> !end.getAsBoolean() || mailed(database) >= renewals);
            return mailed(database);
        } finally {
            over.set(true);
        }
    }

    private static long mailed(BulkRows database) {
        return Long.parseLong(database.value("select count(*) from messaging.message"
                + " where template = 'invoice-issued' and status in ('sent', 'delivered')"));
    }

    private static void report(BenchTable table, BenchSizes sizes, Latencies idle, Latencies busy, double perSecond) {
        table.figure(
                "of %,d plans that are due at once, renewed, invoiced and mailed, people at work meanwhile"
                        .formatted(sizes.renewals()),
                BenchTable.number(perSecond) + "/s");
        table.figure("pages and searches of two people, five a second each, nothing else to do", idle.toString());
        table.figure("the same while plans are renewed", busy.toString());
        table.figure("p99 while plans are renewed in idle p99", busy.quantile(0.99) / idle.quantile(0.99), BUDGET, "×");
    }

    private static AppProcess start(String url, int renewals) {
        return AppProcess.start(
                "bench-renewals",
                List.of(
                        "spring.datasource.url=" + url,
                        "spring.datasource.username=carewright_app",
                        "spring.flyway.url=" + url,
                        "spring.flyway.user=carewright_owner",
                        "carewright.demo.enabled=false",
                        "carewright.sealing.platform-key-file=target/test-database/platform.key",
                        "carewright.limits.api-address.capacity=1000000",
                        "carewright.limits.booking.capacity=1000000",
                        "carewright.bench.renewals=" + renewals));
    }

    private static BooleanSupplier until(int seconds) {
        var end = System.nanoTime() + seconds * 1_000_000_000L;
        return () -> System.nanoTime() < end;
    }

    private static Latencies loop(List<Clerk> clients, String service, BooleanSupplier goOn) {
        var all = clients.stream()
                .map(client -> CompletableFuture.supplyAsync(() -> client.work(service, goOn)))
                .toList();
        return Latencies.of(all.stream().flatMap(each -> each.join().stream()).toList());
    }

    /** Somebody at the desk who also looks for free times. */
    private static final class Clerk {

        private final Visitor visitor;

        Clerk(AppProcess node) {
            visitor = new Visitor(node.port());
            visitor.signIn(RenewalSeed.EMAIL, TestStaff.PASSWORD);
        }

        /** @return nanoseconds from when each answer was wanted until it was there */
        List<Long> work(String service, BooleanSupplier goOn) {
            var from = LocalDate.now().plusDays(1);
            var pages = List.of(
                    "/c/" + SLUG + "/book",
                    "/api/v1/public/clinics/%s/availability?serviceId=%s&from=%s&to=%s"
                            .formatted(SLUG, service, from, from.plusDays(13)),
                    "/desk/invoices",
                    "/desk/patients?q=lind");
            var nanos = new ArrayList<Long>();
            var due = System.nanoTime();
            while (goOn.getAsBoolean()) {
                LockSupport.parkNanos(due - System.nanoTime());
                var page = pages.get(nanos.size() % pages.size());
                var status = visitor.get(page).statusCode();
                nanos.add(System.nanoTime() - due);
                due += BETWEEN_REQUESTS.toNanos();
                if (status != 200) {
                    throw new IllegalStateException(page + " answers " + status);
                }
            }
            return nanos;
        }
    }
}
