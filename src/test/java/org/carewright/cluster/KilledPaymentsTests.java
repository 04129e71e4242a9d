package org.carewright.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.carewright.test.AppProcess;
import org.carewright.test.CarewrightTest;
import org.carewright.test.MoneySeed;
import org.carewright.test.TestNodes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;

/**
 * Money under kill -9 (issue: payments). One node plays the providers and is never killed; the other charges cards,
 * opens pages, hears webhooks and writes the ledger, and is killed at random moments, as often as
 * {@code -Dcarewright.test.kills} says. The provider is slow, so that kills hit payments at each of their steps.
 */
@CarewrightTest
class KilledPaymentsTests {

    private static final Logger log = LoggerFactory.getLogger(KilledPaymentsTests.class);

    private static final int KILLS = Integer.getInteger("carewright.test.kills", 3);
    /** More than the kills leave time for; whole tens, see {@link org.carewright.test.MoneySeed}. */
    private static final int CHARGES = 30 + 20 * KILLS;

    private static final int PAGES = 5 + 4 * KILLS;
    private static final int PAYERS = 3;
    private static final int MORE_CALLS_AT_MOST = 25;
    private static final int PROVIDER_TAKES_MILLIS = 120;
    private static final Duration LIMIT = Duration.ofMinutes(6);
    /** All that the kills left undone. */
    private static final Duration UNTIL_QUIET = LIMIT.plusSeconds(10 * KILLS);

    private static final String TAKEN = "select %s from integrations.sandbox_stripe_object o"
            + " where o.kind = 'payment_intent' and o.body ->> 'status' = 'succeeded'";
    private static final String NOT_BOOKED =
            " and not exists (select from billing.payment p where p.status = 'succeeded'"
                    + " and p.id::text = o.body -> 'metadata' ->> 'payment_id')";
    private static final String CALLS = "select count(*) from integrations.sandbox_stripe_key";
    private static final String DUE_JOBS = "select count(*) from engine.act_ru_job where retries_ > 0"
            + " and (duedate_ is null or duedate_ <= now())";

    @Autowired
    JdbcConnectionDetails server;

    private final Random random = new Random();
    private final ScheduledExecutorService killer = Executors.newSingleThreadScheduledExecutor();
    private final int port = AppProcess.freePort();
    private TestNodes nodes;
    private AppProcess provider;

    @BeforeEach
    void openTheProvider() throws SQLException {
        nodes = new TestNodes(server);
        provider = nodes.start(
                "provider",
                "camunda.bpm.job-execution.enabled=false",
                "carewright.sandbox.callback-url=http://localhost:" + port,
                "carewright.test.charges=" + CHARGES,
                "carewright.test.pages=" + PAGES);
        await().atMost(LIMIT).until(() -> nodes.count("select count(*) from patients.portal_access") == 1);
        nodes.execute("insert into integrations.sandbox_fault (provider, kind, value, remaining) values ('stripe',"
                + " 'stall', " + PROVIDER_TAKES_MILLIS + ", 1000000)");
    }

    @AfterEach
    void stopAll() {
        killer.shutdownNow();
        nodes.close();
    }

    @Test
    void everybodyIsChargedOnceHoweverOftenTheNodeIsKilled() throws Exception {
        var invoices = new ConcurrentLinkedQueue<>(
                nodes.texts("select id::text from billing.invoice where source = 'manual'"));
        assertThat(invoices).hasSize(PAGES);
        var taken = 0L;
        try (var payers = new Payers(invoices)) {
            for (var kill = 1; kill <= KILLS; kill++) {
                var worker = startWorker();
                payers.areSignedIn();
                killSomewhere(worker);
                var hit = nodes.count(TAKEN.formatted("count(*)") + NOT_BOOKED);
                taken += hit;
                log.info(
                        "Kill {}: {} charged, {} of them not booked, {} calls without an answer",
                        kill,
                        nodes.count(TAKEN.formatted("count(*)")),
                        hit,
                        nodes.count("select count(*) from integrations.effect where provider = 'stripe'"
                                + " and state = 'attempted'"));
            }
            startWorker();
            payers.end();
        }
        awaitQuiet();
        assertEverybodyIsChargedOnce();
        // Else no kill hit what it was meant for.
        assertThat(taken).isPositive();
    }

    /** After some more calls of the provider, and between two of them. */
    private void killSomewhere(AppProcess worker) throws Exception {
        var calls = nodes.count(CALLS) + random.nextInt(MORE_CALLS_AT_MOST);
        await().atMost(LIMIT).pollInterval(Duration.ofMillis(20)).until(() -> nodes.count(CALLS) >= calls);
        killer.schedule(() -> nodes.kill(worker), random.nextInt(PROVIDER_TAKES_MILLIS), TimeUnit.MILLISECONDS)
                .get();
    }

    private void awaitQuiet() {
        await().atMost(UNTIL_QUIET)
                .until(() -> nodes.count(DUE_JOBS) == 0
                        && nodes.count("select count(*) from billing.invoice where status <> 'paid'") == 0
                        && nodes.count("select count(*) from billing.invoice") == PAGES + CHARGES);
    }

    private void assertEverybodyIsChargedOnce() throws SQLException {
        var charged = (long) (PAGES + CHARGES);
        assertThat(nodes.count(TAKEN.formatted("count(*)"))).isEqualTo(charged);
        assertThat(nodes.count(TAKEN.formatted("count(distinct o.body -> 'metadata' ->> 'payment_id')")))
                .isEqualTo(charged);
        assertThat(nodes.count(TAKEN.formatted("sum((o.body ->> 'amount')::bigint)")))
                .isEqualTo(charged * MoneySeed.CENTS)
                .isEqualTo(nodes.count("select sum(amount_minor) from billing.entry where account = 'money'"));
        assertThat(nodes.count(TAKEN.formatted("count(*)") + NOT_BOOKED)).isZero();
        assertThat(nodes.count("select count(distinct invoice_id) from billing.payment where status = 'succeeded'"))
                .isEqualTo(charged);
        assertThat(nodes.count("select count(*) from billing.refund")).isZero();
        assertThat(nodes.count("select sum(amount_minor) from billing.entry")).isZero();
        assertThat(nodes.count("select sum(amount_minor) from billing.entry where account = 'receivable'"))
                .isZero();
        assertThat(nodes.count("select count(distinct number) from billing.invoice"))
                .isEqualTo(charged);
        assertThat(nodes.count("select count(*) from engine.act_ru_incident")).isZero();
        assertThat(nodes.count("select coalesce(max(sent), 0) from (select count(*) as sent"
                        + " from integrations.sandbox_message group by effect_id) as by_effect"))
                .isLessThanOrEqualTo(1);
    }

    private AppProcess startWorker() {
        return nodes.start(
                "killed",
                port,
                "camunda.bpm.job-execution.lock-time-in-millis=8000",
                "camunda.bpm.job-execution.core-pool-size=8",
                "camunda.bpm.job-execution.max-pool-size=8",
                "carewright.integrations.stripe.base-url=" + provider.url("/sandbox/stripe"),
                "carewright.integrations.sendgrid.base-url=" + provider.url("/sandbox/sendgrid"),
                "carewright.integrations.twilio.base-url=" + provider.url("/sandbox/twilio"),
                "carewright.public-url=http://localhost:" + port);
    }

    /** People who pay, side by side, through all kills. */
    private final class Payers implements AutoCloseable {

        private final java.util.concurrent.ExecutorService threads = Executors.newFixedThreadPool(PAYERS);
        private final List<Future<?>> work = new ArrayList<>();
        private final ConcurrentLinkedQueue<String> invoices;

        Payers(ConcurrentLinkedQueue<String> invoices) {
            this.invoices = invoices;
        }

        /** Once: sessions outlive the node. */
        void areSignedIn() throws IOException, InterruptedException {
            while (work.size() < PAYERS) {
                var payer = new Payer("http://localhost:" + port, provider);
                payer.signIn();
                work.add(threads.submit(() -> {
                    for (var next = invoices.poll(); next != null; next = invoices.poll()) {
                        payer.payUntilPaid(next);
                    }
                }));
            }
        }

        void end() throws Exception {
            for (var payer : work) {
                payer.get();
            }
        }

        @Override
        public void close() {
            threads.shutdownNow();
        }
    }
}
