package org.carewright.bench;

import java.time.Duration;
import java.util.UUID;
import org.carewright.audit.AuditLog;
import org.carewright.audit.seal.AuditSealer;
import org.carewright.audit.seal.AuditVerifier;
import org.carewright.shared.tenant.ClinicScope;
import org.carewright.test.TestClinics;
import org.springframework.transaction.support.TransactionTemplate;

/** What writing the audit trail costs, and how long a million rows take to seal and to verify (HIP-1, HIP-2). */
final class AuditBench {

    private static final int WRITES = 4000;
    private static final int ROWS = 1_000_000;
    private static final int ROWS_IN_A_TRANSACTION = 40_000;
    private static final double VERIFIED_WITHIN_SECONDS = 10;

    private static final String BULK =
            """
            insert into audit.event (clinic_id, id, recorded_at, actor_id, actor_role, action, resource_type,
                resource_id, patient_id, outcome, address, correlation)
            select '${clinic}', gen_random_uuid(), now(), gen_random_uuid(), 'practitioner', 'patient.read', 'timeline',
                gen_random_uuid(), gen_random_uuid(), 'success', '192.0.2.7', gen_random_uuid()::text
            from generate_series(1, ${count})
            """;

    private final TestClinics clinics;
    private final BulkRows rows;
    private final AuditLog log;
    private final AuditSealer sealer;
    private final AuditVerifier verifier;
    private final ClinicScope scope;
    private final TransactionTemplate transaction;

    AuditBench(
            TestClinics clinics,
            BulkRows rows,
            AuditLog log,
            AuditSealer sealer,
            AuditVerifier verifier,
            ClinicScope scope,
            TransactionTemplate transaction) {
        this.clinics = clinics;
        this.rows = rows;
        this.log = log;
        this.sealer = sealer;
        this.verifier = verifier;
        this.scope = scope;
        this.transaction = transaction;
    }

    void measure(BenchTable table) {
        if (ServerWork.canBeMeasured()) {
            writing(table);
        }
        var clinic = clinics.open().id();
        for (var done = 0; done < ROWS; done += ROWS_IN_A_TRANSACTION) {
            rows.insert(BULK.replace("${clinic}", clinic.toString()).replace("${count}", "" + ROWS_IN_A_TRANSACTION));
        }
        rows.settle();
        var begin = System.nanoTime();
        sealer.seal(clinic);
        table.figure("a million audit rows sealed", BenchTable.number(seconds(begin)) + " s");
        begin = System.nanoTime();
        var result = scope.call(clinic, () -> verifier.verify(null));
        table.figure("a million audit rows verified", seconds(begin), VERIFIED_WITHIN_SECONDS, " s");
        if (!result.intact() || result.rows() != ROWS) {
            throw new IllegalStateException("Verified " + result.rows() + " rows, " + result.findings());
        }
    }

    /** Ten rows in a transaction, so that what is measured is rows and not transactions, as in a booking. */
    private void writing(BenchTable table) {
        var clinic = clinics.open().id();
        var work = new ServerWork(Throughput.THREAD_NAMES, rows.postmaster());
        Runnable ten = () -> scope.run(
                clinic,
                () -> transaction.executeWithoutResult(status -> {
                    for (var row = 0; row < 10; row++) {
                        log.record("appointment.booked", "appointment", UUID.randomUUID(), UUID.randomUUID());
                    }
                }));
        Runnable empty = () -> scope.run(clinic, () -> transaction.executeWithoutResult(status -> verifier.export()));
        Throughput.of(WRITES / 10, ten);
        Throughput.of(WRITES / 10, empty);
        var without = work.during(() -> Throughput.of(WRITES / 10, empty)).both();
        var with = work.during(() -> Throughput.of(WRITES / 10, ten)).both();
        table.figure("processor time of an audit row", BenchTable.number(1000 * (with - without) / WRITES) + " ms");
    }

    private static double seconds(long begin) {
        return Duration.ofNanos(System.nanoTime() - begin).toMillis() / 1000.0;
    }
}
