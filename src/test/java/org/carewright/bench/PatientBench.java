package org.carewright.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.carewright.identity.Role;
import org.carewright.identity.StaffPrincipal;
import org.carewright.patients.record.PatientRecords;
import org.carewright.patients.record.RecordDraft;
import org.carewright.patients.search.PatientQuery;
import org.carewright.patients.search.PatientSearch;
import org.carewright.patients.transfer.DateFormat;
import org.carewright.patients.transfer.PatientImports;
import org.carewright.shared.tenant.ClinicScope;
import org.carewright.test.TestClinics;
import org.carewright.test.TestClinics.TestClinic;
import org.carewright.test.TestStaff;
import org.carewright.test.Visitor;
import org.springframework.transaction.support.TransactionTemplate;

/** Finding and opening one patient among 100,000 of a clinic that isn't alone (ONB-6, issue "People" §2). */
final class PatientBench {

    private static final int PATIENTS = 100_000;
    private static final double FOUND_WITHIN_MILLIS = 20;
    private static final int PAGE = 25;
    private static final int SIGN_INS = 40;
    private static final int PAGES = 200;
    private static final int IMPORTED = 20_000;

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
    private final PatientImports imports;
    private final TestStaff staff;
    private final int port;
    private final ClinicScope scope;
    private final TransactionTemplate transaction;
    private UUID clinic;

    PatientBench(
            TestClinics clinics,
            BulkRows rows,
            PatientRecords records,
            PatientSearch search,
            PatientImports imports,
            TestStaff staff,
            ClinicScope scope,
            TransactionTemplate transaction,
            int port) {
        this.clinics = clinics;
        this.rows = rows;
        this.records = records;
        this.search = search;
        this.imports = imports;
        this.staff = staff;
        this.port = port;
        this.scope = scope;
        this.transaction = transaction;
    }

    void measure(BenchSizes sizes, BenchTable table) {
        fill(clinics.open().id());
        var opened = clinics.open();
        clinic = opened.id();
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
        var read = Latencies.of(sizes.searches(), () -> in(() -> records.get(patient)));
        table.figure("a patient's record read, among 100,000", read.toString());
        overHttp(opened, patient, table);
        imported(table);
    }

    private void overHttp(TestClinic opened, UUID patient, BenchTable table) {
        var people = Stream.generate(() -> staff.of(opened, Role.RECEPTIONIST))
                .limit(SIGN_INS)
                .iterator();
        table.figure(
                "sign-in at the desk, password to first page",
                Latencies.of(SIGN_INS, () -> new Visitor(port).signedIn(people.next()))
                        .toString());
        var visitor = new Visitor(port).signedIn(staff.of(opened, Role.RECEPTIONIST));
        Runnable page = () -> {
            if (visitor.get("/desk/patients/" + patient).statusCode() != 200) {
                throw new IllegalStateException("No record");
            }
        };
        Latencies.of(PAGES, page);
        table.figure(
                "a patient's record page over HTTP", Latencies.of(PAGES, page).toString());
    }

    /** What the process's tasks do, one after another, as one job executor thread would. */
    private void imported(BenchTable table) {
        var file = new StringBuilder("given name,family name,date of birth,email,phone,allergies\n");
        for (var row = 0; row < IMPORTED; row++) {
            file.append("Ann,Import%d,1980-05-02,ann%d@patient.example,+1212555%04d,Latex\n"
                    .formatted(row, row, row % 10_000));
        }
        var person = new StaffPrincipal(UUID.randomUUID(), clinic, "Bench", Set.of(Role.MANAGER), 0);
        var begin = System.nanoTime();
        var id = scope.call(clinic, () -> {
            try {
                var bytes = file.toString().getBytes(StandardCharsets.UTF_8);
                return imports.receive(person, new ByteArrayInputStream(bytes), Optional.empty(), DateFormat.ISO);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        table.figure("import: rows received", perSecond(begin));
        begin = System.nanoTime();
        while (!in(() -> imports.checkNext(id))) {
            // The next pieces.
        }
        table.figure("import: rows checked", perSecond(begin));
        begin = System.nanoTime();
        while (!in(() -> imports.writeNext(id))) {
            // The next pieces.
        }
        table.figure("import: rows written", perSecond(begin));
        if (in(() -> imports.get(id)).rowsWritten() != IMPORTED) {
            throw new IllegalStateException("Not all were imported");
        }
    }

    private static String perSecond(long begin) {
        return BenchTable.number(Math.rint(IMPORTED / ((System.nanoTime() - begin) / 1e9))) + "/s";
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
