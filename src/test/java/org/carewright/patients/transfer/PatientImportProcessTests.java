package org.carewright.patients.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.carewright.identity.Role;
import org.carewright.identity.StaffPrincipal;
import org.carewright.patients.record.PatientRecords;
import org.carewright.patients.record.RecordDraft;
import org.carewright.patients.search.FoundPatient;
import org.carewright.patients.search.PatientQuery;
import org.carewright.patients.search.PatientSearch;
import org.carewright.shared.problem.ProblemException;
import org.carewright.shared.tenant.ClinicScope;
import org.carewright.test.CarewrightTest;
import org.carewright.test.TestClinics;
import org.carewright.test.TestClinics.TestClinic;
import org.carewright.test.TestJobs;
import org.carewright.test.TestScheduling;
import org.carewright.test.TestTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Every path of {@code PatientImportProcess} (ONB-6). */
@CarewrightTest
class PatientImportProcessTests {

    private static final String HEADINGS = "given name,family name,date of birth,email,phone\n";

    @RegisterExtension
    final TestTime time = new TestTime();

    @Autowired
    TestClinics clinics;

    @Autowired
    TestScheduling scheduling;

    @Autowired
    TestJobs jobs;

    @Autowired
    PatientImports imports;

    @Autowired
    PatientRecords records;

    @Autowired
    PatientSearch search;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService management;

    @Autowired
    ClinicScope scope;

    @Autowired
    JdbcTemplate database;

    @Autowired
    Clock clock;

    private TestClinic clinic;

    @BeforeEach
    void open() {
        clinic = clinics.open();
    }

    @Test
    void checksWithoutWritingThenWritesWhatIsRight() {
        var id = receive("Ann,Smith,1980-05-02,ann@patient.example,\nBo,,1980-05-02,,\nCy,Jones,,nobody,12\n");
        run(id);

        var checked = get(id);
        assertThat(checked.status()).isEqualTo(ImportStatus.CHECKED);
        assertThat(checked.rowsRight()).isEqualTo(1);
        assertThat(checked.rowsWrong()).isEqualTo(2);
        assertThat(names()).isEmpty();
        assertThat(in(() -> imports.errors(id, 10)))
                .containsExactly(
                        new RowError(3, "familyName", "required", null),
                        new RowError(4, "email", "email", null),
                        new RowError(4, "phone", "phone", null));

        decide(id, true);
        run(id);

        assertThat(get(id).status()).isEqualTo(ImportStatus.DONE);
        assertThat(get(id).rowsWritten()).isEqualTo(1);
        assertThat(names()).containsExactly("Ann Smith");
        assertEnded(id);
    }

    @Test
    void goesThroughALongFilePieceByPiece() {
        var rows = IntStream.range(0, 4 * ImportFile.PIECE + 7)
                .mapToObj(number -> "Ann,Smith%d,1980-05-02,,".formatted(number))
                .collect(Collectors.joining("\n"));
        var id = receive(rows);
        run(id);
        decide(id, true);
        run(id);

        assertThat(get(id).rowsWritten()).isEqualTo(4 * ImportFile.PIECE + 7);
        assertThat(scheduling.count(clinic, "patients.patient")).isEqualTo(4 * ImportFile.PIECE + 7);
    }

    @Test
    void leavesOutWhoHasARecordAndWhoIsThereTwice() {
        in(() -> records.create(RecordDraft.of("Ann", "Smith", LocalDate.of(1980, 5, 2), null, "+12125550123", "en")));
        var id =
                receive("ANN,smith,,,212 555 0123\nBo,Lund,1990-01-01,,\nBo,Lund,1990-01-01,,\nBo,Lund,1991-01-01,,\n");
        run(id);
        assertThat(get(id).rowsKnown()).isEqualTo(1);

        decide(id, true);
        run(id);

        assertThat(get(id).rowsWritten()).isEqualTo(2);
        assertThat(scheduling.count(clinic, "patients.patient")).isEqualTo(3);
    }

    @Test
    void keepsTheFileSealedAndOnlyUntilItIsOver() {
        var id = receive("Canarietta,Smith,1980-05-02,,\n");
        var kept = in(() -> database.queryForList("select rows_sealed from patients.import_piece", byte[].class));
        assertThat(kept).hasSize(1);
        assertThat(new String(kept.get(0), StandardCharsets.ISO_8859_1)).doesNotContain("Canarietta");

        run(id);
        decide(id, false);
        run(id);

        assertThat(get(id).status()).isEqualTo(ImportStatus.DISCARDED);
        assertThat(scheduling.count(clinic, "patients.import_piece")).isZero();
        assertThat(names()).isEmpty();
        assertEnded(id);
    }

    @Test
    void anUndecidedFileIsRemovedAfterAWeek() {
        var id = receive("Ann,Smith,1980-05-02,,\n");
        run(id);
        time.moveTo(clock.instant().plus(Duration.ofDays(7)).plusSeconds(1));
        run(id);

        assertThat(get(id).status()).isEqualTo(ImportStatus.DISCARDED);
        assertThat(scheduling.count(clinic, "patients.import_piece")).isZero();
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> decide(id, true))
                .satisfies(e -> assertThat(e.code()).isEqualTo("import_decided"));
    }

    @Test
    void aFileThatBreaksOffIsRemovedAfterADay() {
        var rows =
                (HEADINGS + "Ann,Smith,1980-05-02,,\n".repeat(20 * ImportFile.PIECE)).getBytes(StandardCharsets.UTF_8);
        var breaking = new SequenceInputStream(new ByteArrayInputStream(rows), new InputStream() {
            @Override
            public int read() throws IOException {
                throw new EOFException();
            }
        });
        assertThatExceptionOfType(Exception.class).isThrownBy(() -> receive(breaking));
        var id = in(() -> imports.newest(1)).get(0).id();
        assertThat(get(id).status()).isEqualTo(ImportStatus.RECEIVING);

        time.moveTo(clock.instant().plus(Duration.ofDays(1)).plusSeconds(1));
        run(id);

        assertThat(get(id).status()).isEqualTo(ImportStatus.DISCARDED);
        assertThat(scheduling.count(clinic, "patients.import_piece")).isZero();
    }

    @Test
    void aJobThatFailsIsTriedAgainAndWritesNothingTwice() {
        var id = receive("Ann,Smith,1980-05-02,,\nBo,Lund,1990-01-01,,\n");
        run(id);
        decide(id, true);
        in(() -> database.update("update patients.import_piece set rows_sealed = 'x'"));
        var job = jobs.due(get(id).processInstanceId()).get(0);
        assertThatExceptionOfType(RuntimeException.class).isThrownBy(() -> management.executeJob(job.getId()));

        assertThat(names()).isEmpty();
        assertThat(get(id).rowsWritten()).isZero();
        time.moveTo(clock.instant().plus(Duration.ofMinutes(1)));
        jobs.giveUpDue(get(id).processInstanceId());
        assertThat(runtime.createIncidentQuery()
                        .processInstanceId(get(id).processInstanceId())
                        .count())
                .isEqualTo(1);
    }

    @Test
    void workDoneTwiceWritesOnce() {
        var id = receive("Ann,Smith,1980-05-02,,\nBo,Lund,1990-01-01,,\n");
        run(id);
        in(() -> imports.writeNext(id));
        in(() -> imports.writeNext(id));

        assertThat(names()).containsExactly("Bo Lund", "Ann Smith");
    }

    @Test
    void anotherClinicsImportIsNotThere() {
        var id = receive("Ann,Smith,1980-05-02,,\n");
        var other = clinics.open();

        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> scheduling.in(other, () -> imports.get(id)))
                .satisfies(e -> assertThat(e.code()).isEqualTo("not_found"));
    }

    @Test
    void whoIsInTheFileStandsNowhereInTheEngine() {
        var id = receive("Canarietta,Smith,1980-05-02,,\nCanarietta,,,,\n");
        run(id);

        var variables = database.queryForList(
                "select coalesce(text_, '') from engine.act_ru_variable where proc_inst_id_ = ?",
                String.class,
                get(id).processInstanceId());
        assertThat(String.join(" ", variables)).doesNotContain("Canarietta");
    }

    private UUID receive(String rows) {
        return receive(new ByteArrayInputStream((HEADINGS + rows).getBytes(StandardCharsets.UTF_8)));
    }

    private UUID receive(InputStream file) {
        var person = new StaffPrincipal(new UUID(0, 7), clinic.id(), "Max", Set.of(Role.MANAGER), 0);
        return scope.call(clinic.id(), () -> {
            try {
                return imports.receive(person, file, Optional.empty(), DateFormat.ISO);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private void decide(UUID id, boolean wanted) {
        in(() -> {
            imports.decide(id, wanted);
            return null;
        });
    }

    private void run(UUID id) {
        jobs.runDue(get(id).processInstanceId());
    }

    private void assertEnded(UUID id) {
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceId(get(id).processInstanceId())
                        .count())
                .isZero();
    }

    private PatientImport get(UUID id) {
        return in(() -> imports.get(id));
    }

    private List<String> names() {
        return in(() -> search.find(PatientQuery.of(""), 20)).stream()
                .map(FoundPatient::fullName)
                .toList();
    }

    private <T> T in(Supplier<T> work) {
        return scheduling.in(clinic, work);
    }
}
