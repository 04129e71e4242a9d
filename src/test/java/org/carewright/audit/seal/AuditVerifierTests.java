package org.carewright.audit.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.awaitility.Awaitility;
import org.carewright.audit.AuditFilter;
import org.carewright.audit.AuditLog;
import org.carewright.audit.AuditTrail;
import org.carewright.audit.seal.Finding.Kind;
import org.carewright.shared.tenant.ClinicScope;
import org.carewright.test.CarewrightTest;
import org.carewright.test.TestClinics;
import org.carewright.test.TestClinics.TestClinic;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Nothing in a sealed log can be changed unseen, not even by the database's superuser (HIP-2). */
@CarewrightTest
class AuditVerifierTests {

    @Autowired
    AuditLog log;

    @Autowired
    AuditTrail trail;

    @Autowired
    AuditSealer sealer;

    @Autowired
    AuditVerifier verifier;

    @Autowired
    AuditVerifyCommand command;

    @Autowired
    ClinicScope scope;

    @Autowired
    TestClinics clinics;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    JdbcConnectionDetails database;

    @Autowired
    JdbcTemplate application;

    private TestClinic clinic;

    @BeforeEach
    void open() {
        clinic = clinics.open();
    }

    @Test
    void aSealedLogIsIntact() {
        record(5);
        sealer.seal(clinic.id());
        record(2);
        sealer.seal(clinic.id());

        var result = verify();

        assertThat(result.findings()).isEmpty();
        assertThat(result.checkpoints()).isEqualTo(2);
        assertThat(result.rows()).isEqualTo(7);
        assertThat(result.unsealed()).isZero();
    }

    @Test
    void whatIsNotSealedYetIsTold() {
        record(3);

        assertThat(verify().unsealed()).isEqualTo(3);
        assertThat(verify().oldestUnsealed()).isNotNull();
    }

    @Test
    void anEmptyStretchMakesNoCheckpoint() {
        assertThat(sealer.seal(clinic.id())).isZero();
        record(1);
        assertThat(sealer.seal(clinic.id())).isEqualTo(1);
        assertThat(sealer.seal(clinic.id())).isZero();
    }

    @Test
    void namesTheChangedRow() {
        record(4);
        sealer.seal(clinic.id());
        var row = rows().get(2);
        asSuperuser("update audit.event set actor_role = 'manager' where id = '" + row + "'");

        assertThat(verify().findings())
                .extracting(Finding::kind, Finding::rowId)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(Kind.ROW_CHANGED, row));
    }

    @Test
    void everyColumnOfARowIsProved() {
        var columns = Map.of(
                "recorded_at", "recorded_at + interval '1 microsecond'",
                "actor_id", "gen_random_uuid()",
                "action", "'other'",
                "resource_type", "'other'",
                "resource_id", "gen_random_uuid()",
                "patient_id", "gen_random_uuid()",
                "outcome", "'refused'",
                "reason", "'other'",
                "address", "'192.0.2.9'",
                "grant_id", "gen_random_uuid()");
        record(columns.size());
        sealer.seal(clinic.id());
        var rows = rows();
        var number = 0;
        for (var column : columns.entrySet()) {
            asSuperuser("update audit.event set " + column.getKey() + " = " + column.getValue() + " where id = '"
                    + rows.get(number++) + "'");
        }

        assertThat(verify().findings()).hasSize(columns.size()).allMatch(finding -> finding.kind() == Kind.ROW_CHANGED);
    }

    @Test
    void namesTheRemovedRow() {
        record(4);
        sealer.seal(clinic.id());
        var row = rows().get(1);
        asSuperuser("delete from audit.event where id = '" + row + "'");

        assertThat(verify().findings())
                .extracting(Finding::kind, Finding::rowId)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(Kind.ROW_REMOVED, row));
    }

    @Test
    void namesTheInsertedRow() {
        record(4);
        sealer.seal(clinic.id());
        var forged = UUID.randomUUID();
        asSuperuser("insert into audit.event (clinic_id, id, recorded_at, actor_role, action, resource_type, outcome,"
                + " position, transaction) select clinic_id, '" + forged + "', recorded_at, actor_role, action,"
                + " resource_type, outcome, nextval('audit.event_position'), transaction from audit.event where id = '"
                + rows().get(0) + "'");

        assertThat(verify().findings())
                .extracting(Finding::kind, Finding::rowId)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(Kind.ROW_INSERTED, forged));
    }

    @Test
    void namesRowsThatSwappedPlaces() {
        record(4);
        sealer.seal(clinic.id());
        var rows = rows();
        asSuperuser("update audit.event e set position = o.position from audit.event o where e.id in ('" + rows.get(0)
                + "', '" + rows.get(3) + "') and o.id in ('" + rows.get(0) + "', '" + rows.get(3)
                + "') and o.id <> e.id");

        assertThat(verify().findings())
                .extracting(Finding::kind, Finding::rowId)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(Kind.ROW_CHANGED, rows.get(0)),
                        org.assertj.core.groups.Tuple.tuple(Kind.ROW_CHANGED, rows.get(3)));
    }

    @Test
    void namesARowMovedOutOfItsCheckpoint() {
        record(3);
        sealer.seal(clinic.id());
        var row = rows().get(1);
        asSuperuser("update audit.event set transaction = 9000000000000 where id = '" + row + "'");

        assertThat(verify().findings())
                .extracting(Finding::kind, Finding::rowId)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(Kind.ROW_REMOVED, row));
    }

    @Test
    void namesTheRowsOfACutTail() {
        record(4);
        sealer.seal(clinic.id());
        var rows = rows();
        asSuperuser("delete from audit.event where id in ('" + rows.get(2) + "', '" + rows.get(3) + "')");

        assertThat(verify().findings()).extracting(Finding::rowId).containsExactly(rows.get(2), rows.get(3));
    }

    @Test
    void aTailCutWithItsCheckpointsIsFoundByAnExport() {
        record(2);
        sealer.seal(clinic.id());
        record(2);
        sealer.seal(clinic.id());
        var export = scope.call(clinic.id(), () -> verifier.export());
        var rows = rows();
        asSuperuser("delete from audit.event where id in ('" + rows.get(2) + "', '" + rows.get(3) + "')");
        asSuperuser("delete from audit.checkpoint where clinic_id = '" + clinic.id() + "' and number = 2");

        assertThat(verify().findings()).isEmpty();
        assertThat(scope.call(clinic.id(), () -> verifier.verify(export)).findings())
                .containsExactly(Finding.ofCheckpoint(Kind.CHECKPOINT_REMOVED, 2));
    }

    @Test
    void aLogMadeAnewDiffersFromItsExport() {
        record(2);
        sealer.seal(clinic.id());
        var export = scope.call(clinic.id(), () -> verifier.export());
        asSuperuser("delete from audit.event where clinic_id = '" + clinic.id() + "'");
        asSuperuser("delete from audit.checkpoint where clinic_id = '" + clinic.id() + "'");
        record(2);
        sealer.seal(clinic.id());

        assertThat(scope.call(clinic.id(), () -> verifier.verify(export)).findings())
                .containsExactly(Finding.ofCheckpoint(Kind.DIFFERS_FROM_EXPORT, 1));
    }

    @Test
    void namesARemovedCheckpoint() {
        for (var round = 0; round < 3; round++) {
            record(2);
            sealer.seal(clinic.id());
        }
        asSuperuser("delete from audit.checkpoint where clinic_id = '" + clinic.id() + "' and number = 2");

        assertThat(verify().findings()).containsExactly(Finding.ofCheckpoint(Kind.CHECKPOINT_REMOVED, 2));
    }

    @Test
    void namesAForgedCheckpoint() {
        record(2);
        sealer.seal(clinic.id());
        asSuperuser("update audit.checkpoint set sealed_at = sealed_at - interval '1 day' where clinic_id = '"
                + clinic.id() + "'");

        assertThat(verify().findings()).containsExactly(Finding.ofCheckpoint(Kind.CHECKPOINT_FORGED, 1));
    }

    @Test
    void aKeyOfOnesOwnIsNotBelieved() throws Exception {
        record(2);
        sealer.seal(clinic.id());
        var checkpoint =
                scope.call(clinic.id(), () -> verifier.export()).checkpoints().get(0);
        var own = java.security.KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        var keyId = UUID.randomUUID();
        var hex = java.util.HexFormat.of();
        asSuperuser("insert into audit.signing_key values ('" + keyId + "', '\\x"
                + hex.formatHex(own.getPublic().getEncoded()) + "', '\\x00', now() - interval '1 year')");
        asSuperuser("update audit.checkpoint set key_id = '" + keyId + "' where clinic_id = '" + clinic.id() + "'");

        assertThat(checkpoint.keyId()).isNotEqualTo(keyId);
        assertThat(verify().findings()).containsExactly(Finding.ofCheckpoint(Kind.CHECKPOINT_FORGED, 1));
    }

    @Test
    void evidenceThatIsNotTheSignedOneIsFound() {
        record(2);
        sealer.seal(clinic.id());
        asSuperuser("update audit.checkpoint set evidence = substring(evidence for 56) where clinic_id = '"
                + clinic.id() + "'");

        assertThat(verify().findings()).containsExactly(Finding.ofCheckpoint(Kind.EVIDENCE_DAMAGED, 1));
    }

    @Test
    void aLateCommitterIsNotMissed() throws Exception {
        var written = new CountDownLatch(1);
        var sealed = new CountDownLatch(1);
        var late = Executors.newSingleThreadExecutor();
        try {
            var commit = late.submit(() -> inClinic(() -> {
                log.record("test.late", "test", null, null);
                written.countDown();
                await(sealed);
            }));
            await(written);
            write(2);
            sealer.seal(clinic.id());
            sealed.countDown();
            commit.get();
        } finally {
            late.shutdown();
        }
        waitForOlderTransactions();
        sealer.seal(clinic.id());

        var result = verify();
        assertThat(result.findings()).isEmpty();
        assertThat(result.rows()).isEqualTo(3);
        assertThat(result.unsealed()).isZero();
    }

    @Test
    void theApplicationCanChangeNeitherRowsNorCheckpoints() {
        record(1);
        sealer.seal(clinic.id());

        for (var forbidden : List.of(
                "update audit.event set reason = 'x'",
                "delete from audit.event",
                "update audit.checkpoint set entries = 0",
                "delete from audit.checkpoint",
                "update audit.signing_key set created_at = now()",
                "delete from audit.signing_key")) {
            assertThatThrownBy(() -> inClinic(() -> application.execute(forbidden)))
                    .as(forbidden)
                    .hasStackTraceContaining("permission denied");
        }
    }

    @Test
    void theCommandTellsWhichLogIsDamaged() {
        record(2);
        sealer.seal(clinic.id());
        var row = rows().get(0);
        asSuperuser("update audit.event set action = 'other' where id = '" + row + "'");
        var printed = new ByteArrayOutputStream();

        var intact = command.verifyAll(Map.of(), new PrintStream(printed, true, StandardCharsets.UTF_8));

        assertThat(intact).isFalse();
        assertThat(printed.toString(StandardCharsets.UTF_8))
                .contains(clinic.id() + ": DAMAGED", "ROW_CHANGED: checkpoint 1, row " + row);
    }

    @Test
    void anotherClinicsRowsAreNeitherReadNorProved() {
        record(2);
        sealer.seal(clinic.id());
        var other = clinics.open();

        assertThat(scope.call(other.id(), () -> verifier.verify(null)).rows()).isZero();
        assertThat(scope.call(other.id(), () -> trail.page(everything(), null, 10)))
                .isEmpty();
    }

    private Verification verify() {
        return scope.call(clinic.id(), () -> verifier.verify(null));
    }

    /** Rows that can be sealed: those written while an older transaction runs, of whatever test, have to wait. */
    private void record(int count) {
        write(count);
        waitForOlderTransactions();
    }

    private void waitForOlderTransactions() {
        var next = transactions("xmax");
        Awaitility.await().until(() -> transactions("xmin") >= next);
    }

    private void write(int count) {
        for (var number = 0; number < count; number++) {
            inClinic(() -> log.record("test.done", "test", UUID.randomUUID(), null));
        }
    }

    private long transactions(String edge) {
        return application.queryForObject(
                "select pg_snapshot_" + edge + "(pg_current_snapshot())::text::bigint", Long.class);
    }

    private List<UUID> rows() {
        var rows = new ArrayList<UUID>();
        scope.call(clinic.id(), () -> trail.page(everything(), null, 100)).forEach(event -> rows.add(0, event.id()));
        return rows;
    }

    private static AuditFilter everything() {
        return new AuditFilter(null, null, null, null, null, null, false);
    }

    private void inClinic(Runnable work) {
        scope.run(clinic.id(), () -> new TransactionTemplate(transactions).executeWithoutResult(status -> work.run()));
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, java.util.concurrent.TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** As whoever owns the machine could: triggers off, rights ignored. */
    private void asSuperuser(String sql) {
        try (Connection connection = DriverManager.getConnection(database.getJdbcUrl(), "postgres", "");
                var statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica");
            statement.execute(sql);
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
