package org.carewright.bench;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import org.carewright.patients.record.PatientRecords;
import org.carewright.patients.record.RecordDraft;
import org.carewright.patients.search.PatientQuery;
import org.carewright.patients.search.PatientSearch;
import org.carewright.shared.tenant.ClinicScope;
import org.carewright.test.TestClinics;
import org.springframework.transaction.support.TransactionTemplate;

/** Finding and opening one patient among 100,000 of a clinic that isn't alone (ONB-6, issue "People" §2). */
final class PatientBench {

    private static final int PATIENTS = 100_000;
    private static final double FOUND_WITHIN_MILLIS = 20;
    private static final int PAGE = 25;

    private static final String ROWS =
            """
            with names as (select '{Ann,Bo,Carla,Dev,Emil,Fatima,Grace,Hiro,Ines,Jon,Kiran,Lea,Mei,Noah,Ola,Priya}'::text[]
                                      as given,
                                  '{Smith,Smithers,Jones,Garcia,Kumar,Tanaka,Chen,Okafor,Meyer,Novak,Silva,Dubois}'::text[]
                                      as family)
            insert into patients.patient (clinic_id, id, given_name, family_name, date_of_birth, name_token, created_at)
            select '${clinic}', gen_random_uuid(), given[1 + n % 16], family[1 + n / 16 % 12] || ' ' || md5((n / 192)::text),
                   date '1930-01-01' + n * 7919 % 33000, 'bench-' || n, now()
            from names, generate_series(1, ${count}) n
            """;

    private final TestClinics clinics;
    private final BulkRows rows;
    private final PatientRecords records;
    private final PatientSearch search;
    private final ClinicScope scope;
    private final TransactionTemplate transaction;
    private UUID clinic;

    PatientBench(
            TestClinics clinics,
            BulkRows rows,
            PatientRecords records,
            PatientSearch search,
            ClinicScope scope,
            TransactionTemplate transaction) {
        this.clinics = clinics;
        this.rows = rows;
        this.records = records;
        this.search = search;
        this.scope = scope;
        this.transaction = transaction;
    }

    void measure(BenchSizes sizes, BenchTable table) {
        fill(clinics.open().id());
        clinic = clinics.open().id();
        fill(clinic);
        var patient = in(() -> records.create(RecordDraft.of(
                "Quentin", "Zimmer", LocalDate.of(1980, 5, 2), "q@patient.example", "+12125550123", "en")));
        rows.settle();
        var typed = List.of("s", "smi", "ann smith", "smith an", "1980-05-02", "quentin 1980-05-02", "zimmer quentin");
        var random = new Random(7);
        Runnable find = () -> find(typed.get(random.nextInt(typed.size())));
        Latencies.of(sizes.searches(), find);
        report(table, "by name or date of birth", Latencies.of(sizes.searches(), find));
        report(table, "by phone", Latencies.of(sizes.searches(), () -> find("212 555 0123")));
        var barcode = in(() -> records.get(patient)).barcode();
        report(table, "by barcode", Latencies.of(sizes.searches(), () -> find(barcode)));
        var first = Latencies.of(sizes.searches(), () -> in(() -> search.allAfter(null, PAGE)));
        report(table, "first page of all", first);
        var opened = Latencies.of(sizes.searches(), () -> in(() -> records.get(patient)));
        table.figure("a patient's record opened, among 100,000", opened.toString());
    }

    private void fill(UUID filled) {
        rows.insert(ROWS.replace("${clinic}", filled.toString()).replace("${count}", "" + PATIENTS));
    }

    private void find(String text) {
        if (in(() -> search.find(PatientQuery.of(text), PAGE)).isEmpty()) {
            throw new IllegalStateException("Nobody found");
        }
    }

    private <T> T in(Supplier<T> work) {
        return scope.call(clinic, () -> transaction.execute(status -> work.get()));
    }

    private static void report(BenchTable table, String how, Latencies measured) {
        var what = "patient among 100,000, " + how + ": ";
        table.figure(what + "p50", BenchTable.number(measured.quantile(0.5)) + " ms");
        table.figure(what + "p99", measured.quantile(0.99), FOUND_WITHIN_MILLIS, " ms");
    }
}
