package org.carewright.patients.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.carewright.patients.PreferredChannel;
import org.carewright.patients.record.Allergy;
import org.carewright.patients.record.EmergencyContact;
import org.carewright.patients.record.Insurance;
import org.carewright.patients.record.Medication;
import org.carewright.patients.record.PatientRecords;
import org.carewright.patients.record.RecordDraft;
import org.carewright.shared.tenant.ClinicScope;
import org.carewright.test.CarewrightTest;
import org.carewright.test.StatementCounter;
import org.carewright.test.TestClinics;
import org.carewright.test.TestClinics.TestClinic;
import org.carewright.test.TestScheduling;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** What leaves as a file can come back as one (ONB-6). */
@CarewrightTest
class PatientExportTests {

    @Autowired
    TestClinics clinics;

    @Autowired
    TestScheduling scheduling;

    @Autowired
    PatientExport export;

    @Autowired
    PatientRecords records;

    @Autowired
    StatementCounter statements;

    @Autowired
    ClinicScope scope;

    @Autowired
    JdbcTemplate database;

    private TestClinic clinic;

    @BeforeEach
    void open() {
        clinic = clinics.open();
    }

    @Test
    void anImportReadsWhatAnExportWrote() throws IOException {
        var ann = new RecordDraft(
                "Ann",
                "O'Neill, \"Jr\"",
                LocalDate.of(1980, 5, 2),
                "ann@patient.example",
                "+12125550123",
                PreferredChannel.SMS,
                "ja",
                "2 Station Road\nTown",
                new EmergencyContact("Carla", "mother", "+12125550199"),
                "=not a formula",
                List.of(new Allergy("Latex", "rash"), new Allergy("Nuts", null)),
                List.of(new Medication("Ibuprofen", "400 mg")),
                new Insurance("Acme Health", "POL-7", "G", LocalDate.of(2031, 12, 31)),
                null);
        scheduling.in(clinic, () -> records.create(ann));

        var file =
                ImportFile.open(new ByteArrayInputStream(written().getBytes(StandardCharsets.UTF_8)), Optional.empty());
        var row = new ImportRow(file.columns(), file.next().get(0), DateFormat.ISO);

        assertThat(scheduling.in(clinic, () -> records.check(row.draft())).content())
                .isEqualTo(ann);
        assertThat(row.errors()).isEmpty();
    }

    @Test
    void noCellIsAFormula() {
        scheduling.in(
                clinic, () -> records.create(RecordDraft.of("=HYPERLINK(\"x\")", "@cmd", null, null, null, "en")));

        assertThat(written()).contains("\"'=HYPERLINK(\"\"x\"\")\",'@cmd");
    }

    @Test
    void costsTwoStatementsAPageOfFiveHundred() {
        scheduling.in(clinic, () -> {
            records.createAll(IntStream.range(0, 501)
                    .mapToObj(number -> RecordDraft.of("Ann", "Smith" + number, null, null, null, "en"))
                    .toList());
            return null;
        });
        var many = statements.during(this::written);

        assertThat(written().lines()).hasSize(502);
        // One for the audit trail, two for each page.
        assertThat(many).isEqualTo(5);
    }

    @Test
    void thatItWasTakenIsInTheAuditTrail() {
        written();

        assertThat(scheduling.in(
                        clinic,
                        () -> database.queryForObject(
                                "select count(*) from audit.event where action = 'patients.exported'", Integer.class)))
                .isEqualTo(1);
    }

    private String written() {
        var out = new StringWriter();
        scope.run(clinic.id(), () -> {
            try {
                export.write(out);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return out.toString();
    }
}
