package org.carewright.shared.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.carewright.test.CarewrightTest;
import org.carewright.test.TestClinics;
import org.carewright.test.TestClinics.TestClinic;
import org.carewright.test.TestScheduling;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.UnexpectedRollbackException;
import org.springframework.transaction.support.TransactionTemplate;

/** Two clinics, many threads, two connections: whatever goes wrong in between, no row crosses (PLT-2). */
@CarewrightTest
class ClinicIsolationTests {

    private static final int CONNECTIONS = 2;
    private static final int THREADS = 12;
    private static final int STEPS = 50;
    private static final Instant START = Instant.parse("2027-06-01T12:00:00Z");
    private static final String SEEN = "select distinct clinic_id from scheduling.appointment";

    @Autowired
    JdbcConnectionDetails database;

    @Autowired
    TestClinics clinics;

    private HikariDataSource pool;
    private ClinicScope scope;
    private JdbcTemplate jdbc;
    private TransactionTemplate transaction;
    private TransactionTemplate newTransaction;
    private TestScheduling scheduling;
    private Side here;
    private Side there;

    /** Two connections are enough for one thread that needs both, and for any number that need one. */
    private final Semaphore both = new Semaphore(1);

    /** One clinic and what has been committed in it. */
    private record Side(TestClinic clinic, UUID patient, UUID service, UUID practitioner, Set<UUID> appointments) {}

    @BeforeEach
    void openClinics() {
        pool = new HikariDataSource();
        pool.setJdbcUrl(database.getJdbcUrl());
        pool.setUsername(database.getUsername());
        pool.setPassword(database.getPassword());
        pool.setMaximumPoolSize(CONNECTIONS);
        pool.setConnectionTimeout(60_000);
        scope = new ClinicScope(pool);
        jdbc = new JdbcTemplate(pool);
        var transactions = new ClinicTransactionManager(pool);
        transaction = new TransactionTemplate(transactions);
        newTransaction = new TransactionTemplate(transactions);
        newTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        scheduling = new TestScheduling(scope, transactions, jdbc);
        here = open();
        there = open();
    }

    @AfterEach
    void closePool() {
        pool.close();
    }

    @Test
    void noRowCrossesWhateverGoesWrongOnTwoConnections() throws Exception {
        var threads = Executors.newFixedThreadPool(THREADS);
        try {
            var begin = new CyclicBarrier(THREADS);
            var running = new ArrayList<Future<?>>();
            for (var number = 0; number < THREADS; number++) {
                var random = new Random(number);
                running.add(threads.submit(() -> {
                    begin.await();
                    for (var step = 0; step < STEPS; step++) {
                        step(random);
                    }
                    return null;
                }));
            }
            for (var thread : running) {
                thread.get();
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(idsOf(here)).isEqualTo(here.appointments()).isNotEmpty();
        assertThat(idsOf(there)).isEqualTo(there.appointments()).isNotEmpty();
    }

    @Test
    void showsNoRowWithoutScope() {
        book(here);

        assertThat(jdbc.queryForList(SEEN)).isEmpty();
        assertThat(transaction.<Integer>execute(
                        status -> jdbc.queryForList(SEEN).size()))
                .isZero();
    }

    @Test
    void showsNoRowInAScopeWithoutTransaction() {
        book(here);

        scope.run(here.clinic().id(), () -> assertThat(jdbc.queryForList(SEEN)).isEmpty());
    }

    @Test
    void writesNoRowOfAnotherClinic() {
        assertThatThrownBy(() -> scheduling.in(here.clinic(), () -> insertInto(there)))
                .isInstanceOf(DataAccessException.class)
                .rootCause()
                .hasMessageContaining("row-level security");
    }

    @Test
    void givesConnectionsBackWithoutClinic() {
        for (var i = 0; i < 2 * CONNECTIONS; i++) {
            book(here);
            failInTheMiddle(here, there);
            abort(here, there);
        }
        for (var i = 0; i < 2 * CONNECTIONS; i++) {
            assertThat(clinicOfConnection()).isNullOrEmpty();
        }
    }

    private void step(Random random) {
        var ours = random.nextBoolean() ? here : there;
        var theirs = ours == here ? there : here;
        switch (random.nextInt(8)) {
            case 0 -> book(ours);
            case 1 -> cancel(ours, theirs);
            case 2 -> failInTheMiddle(ours, theirs);
            case 3 -> abort(ours, theirs);
            case 4 -> bookThereWhileWorkingHere(ours, theirs);
            case 5 -> leaveEarly(ours, theirs);
            case 6 -> rollBackQuietly(ours);
            default -> seesOnly(ours);
        }
        assertThat(CurrentClinic.get()).isNull();
        assertThat(jdbc.queryForList(SEEN)).isEmpty();
        assertThat(clinicOfConnection()).isNullOrEmpty();
    }

    private void book(Side side) {
        side.appointments().add(scheduling.in(side.clinic(), () -> insertInto(side)));
    }

    /** Cancels what is one's own, and finds nothing where the id is another clinic's. */
    private void cancel(Side ours, Side theirs) {
        var sql = "update scheduling.appointment set status = 'cancelled' where id = ?";
        scheduling.in(ours.clinic(), () -> {
            ours.appointments().stream().findAny().ifPresent(id -> assertThat(jdbc.update(sql, id))
                    .isEqualTo(1));
            theirs.appointments().stream().findAny().ifPresent(id -> assertThat(jdbc.update(sql, id))
                    .isZero());
            return null;
        });
    }

    private void failInTheMiddle(Side ours, Side theirs) {
        assertThatThrownBy(() -> scheduling.in(ours.clinic(), () -> {
                    insertInto(ours);
                    return scope.<UUID>call(theirs.clinic().id(), () -> {
                        insertInto(theirs);
                        throw new IllegalStateException("on purpose");
                    });
                }))
                .isInstanceOf(IllegalStateException.class);
    }

    /** A statement fails inside another clinic's scope: PostgreSQL then takes no further one, not even for leaving. */
    private void abort(Side ours, Side theirs) {
        assertThatThrownBy(() -> scheduling.in(ours.clinic(), () -> {
                    insertInto(ours);
                    assertThatThrownBy(() ->
                                    scope.run(theirs.clinic().id(), () -> jdbc.queryForObject("select 1/0", int.class)))
                            .isInstanceOf(DataAccessException.class);
                    return jdbc.queryForList(SEEN);
                }))
                .isInstanceOf(DataAccessException.class);
    }

    private void bookThereWhileWorkingHere(Side ours, Side theirs) {
        both.acquireUninterruptibly();
        try {
            scheduling.in(ours.clinic(), () -> {
                var inOther = scope.call(
                        theirs.clinic().id(),
                        () -> newTransaction.execute(status -> {
                            assertThat(seen()).doesNotContain(ours.clinic().id());
                            return insertInto(theirs);
                        }));
                theirs.appointments().add(inOther);
                assertThat(seen()).doesNotContain(theirs.clinic().id());
                return null;
            });
        } finally {
            both.release();
        }
    }

    /** One transaction that visits both clinics and goes on after leaving them. */
    private void leaveEarly(Side ours, Side theirs) {
        List<UUID> booked = new ArrayList<>();
        transaction.executeWithoutResult(status -> {
            scope.run(ours.clinic().id(), () -> {
                booked.add(insertInto(ours));
                scope.run(theirs.clinic().id(), () -> {
                    booked.add(insertInto(theirs));
                    assertThat(seen()).containsExactly(theirs.clinic().id());
                });
                assertThat(seen()).containsExactly(ours.clinic().id());
            });
            assertThat(seen()).isEmpty();
        });
        ours.appointments().add(booked.get(0));
        theirs.appointments().add(booked.get(1));
    }

    private void rollBackQuietly(Side ours) {
        Consumer<TransactionTemplate> work = template -> template.executeWithoutResult(inner -> {
            insertInto(ours);
            inner.setRollbackOnly();
        });
        assertThatThrownBy(() -> scheduling.in(ours.clinic(), () -> {
                    work.accept(transaction);
                    return null;
                }))
                .isInstanceOf(UnexpectedRollbackException.class);
    }

    private void seesOnly(Side ours) {
        assertThat(scheduling.in(ours.clinic(), this::seen))
                .isSubsetOf(ours.clinic().id());
    }

    private List<UUID> seen() {
        return jdbc.queryForList(SEEN, UUID.class);
    }

    /** The clinic a connection has on its own when it comes out of the pool. */
    private String clinicOfConnection() {
        return jdbc.queryForObject("select current_setting('app.clinic_id', true)", String.class);
    }

    private Set<UUID> idsOf(Side side) {
        return scheduling.in(
                side.clinic(),
                () -> new HashSet<>(jdbc.queryForList("select id from scheduling.appointment", UUID.class)));
    }

    /** In whichever scope the thread is: row level security has to find out. */
    private UUID insertInto(Side side) {
        var id = UUID.randomUUID();
        jdbc.update(
                "insert into scheduling.appointment (clinic_id, id, reservation_id, patient_id, service_id,"
                        + " practitioner_id, location_id, starts_at, ends_at, status, price_minor, currency,"
                        + " time_zone_shown, answers, requested_at) values (?, ?, ?, ?, ?, ?, ?, ?::timestamptz,"
                        + " ?::timestamptz, 'confirmed', 8000, 'USD', 'UTC', '', ?::timestamptz)",
                side.clinic().id(),
                id,
                id.toString(),
                side.patient(),
                side.service(),
                side.practitioner(),
                side.clinic().locationId(),
                START.toString(),
                START.plusSeconds(3600).toString(),
                START.minusSeconds(3600).toString());
        return id;
    }

    private Side open() {
        var clinic = clinics.open();
        var practitioner = scheduling.practitioner(clinic);
        return new Side(
                clinic,
                scheduling.patient(clinic),
                scheduling.service(clinic, java.util.Map.of(), practitioner),
                practitioner,
                ConcurrentHashMap.newKeySet());
    }
}
