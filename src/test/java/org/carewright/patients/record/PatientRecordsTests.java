package org.carewright.patients.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.carewright.patients.PatientService;
import org.carewright.patients.PreferredChannel;
import org.carewright.shared.forms.FieldError;
import org.carewright.shared.forms.InvalidFormException;
import org.carewright.shared.problem.ProblemException;
import org.carewright.test.CarewrightTest;
import org.carewright.test.TestClinics;
import org.carewright.test.TestClinics.TestClinic;
import org.carewright.test.TestScheduling;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Records are kept whole, sealed where it matters, and never overwritten unseen (ONB-3, HIP-6). */
@CarewrightTest
class PatientRecordsTests {

    @Autowired
    TestClinics clinics;

    @Autowired
    TestScheduling scheduling;

    @Autowired
    PatientRecords records;

    @Autowired
    PatientService patients;

    @Autowired
    JdbcTemplate database;

    private TestClinic clinic;

    @BeforeEach
    void setUp() {
        clinic = clinics.open();
    }

    @Test
    void keepsEveryField() {
        var referrer = create(RecordDraft.of("Bo", "Smith", null, null, null, "en"));
        var draft = full("Ann", referrer);

        var kept = get(create(draft));

        assertThat(kept.content()).isEqualTo(draft);
        assertThat(kept.version()).isZero();
        assertThat(kept.status()).isEqualTo(PatientStatus.ACTIVE);
        assertThat(kept.barcode()).matches("[0-9]{16}");
    }

    @Test
    void keepsNothingOfHealthInsuranceOrContactsInClear() {
        var id = create(full("Ann", null));

        var row = scheduling.in(
                clinic, () -> database.queryForMap("select * from patients.patient where id = ?", id).values().stream()
                        .map(value -> value instanceof byte[] bytes
                                ? new String(bytes, StandardCharsets.ISO_8859_1)
                                : String.valueOf(value))
                        .toList()
                        .toString());
        assertThat(row)
                .contains("Ann")
                .doesNotContain(
                        "ann@patient.example",
                        "+12125550123",
                        "Station Road",
                        "Carla",
                        "Asthma",
                        "Latex",
                        "Ibuprofen",
                        "POL-7");
    }

    @Test
    void aChangeToAVersionThatIsOverIsRefusedAndTellsWhatIsThereNow() {
        var id = create(full("Ann", null));
        scheduling.in(clinic, () -> records.update(id, 0, full("Anna", null)));

        assertThatExceptionOfType(RecordChangedException.class)
                .isThrownBy(() -> scheduling.in(clinic, () -> records.update(id, 0, full("Annie", null))))
                .satisfies(e -> assertThat(e.current().content().givenName()).isEqualTo("Anna"));
        assertThat(get(id).content().givenName()).isEqualTo("Anna");
        assertThat(get(id).version()).isEqualTo(1);
    }

    @Test
    void aChangedRecordIsFoundByWhatItSaysNow() {
        var id = create(RecordDraft.of("Ann", "Smith", null, "old@patient.example", null, "en"));
        scheduling.in(
                clinic,
                () -> records.update(id, 0, RecordDraft.of("Ann", "Smith", null, "new@patient.example", null, "en")));

        assertThat(scheduling.in(clinic, () -> patients.find(id)).orElseThrow().email())
                .isEqualTo("new@patient.example");
    }

    @Test
    void namesAWrongFieldAndKeepsNothing() {
        assertThatExceptionOfType(InvalidFormException.class)
                .isThrownBy(() -> create(RecordDraft.of("Ann", "", null, null, null, null)))
                .satisfies(
                        e -> assertThat(e.errors()).extracting(FieldError::key).containsExactly("familyName"));
    }

    @Test
    void nobodyIsReferredByThemselvesOrByAnotherClinicsPatient() {
        var id = create(RecordDraft.of("Ann", "Smith", null, null, null, null));
        var other = clinics.open();
        var foreign = scheduling.in(other, () -> records.create(RecordDraft.of("Bo", "Smith", null, null, null, null)));

        for (var referrer : List.of(id, foreign)) {
            assertThatExceptionOfType(InvalidFormException.class)
                    .isThrownBy(() -> scheduling.in(clinic, () -> records.update(id, 0, full("Ann", referrer))))
                    .satisfies(e ->
                            assertThat(e.errors()).extracting(FieldError::key).containsExactly("referredBy"));
        }
    }

    @Test
    void anotherClinicsRecordIsNotThere() {
        var id = create(RecordDraft.of("Ann", "Smith", null, null, null, null));
        var other = clinics.open();

        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> scheduling.in(other, () -> records.get(id)))
                .satisfies(e -> assertThat(e.code()).isEqualTo("not_found"));
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> scheduling.in(other, () -> records.update(id, 0, full("Ann", null))))
                .satisfies(e -> assertThat(e.code()).isEqualTo("not_found"));
    }

    private UUID create(RecordDraft draft) {
        return scheduling.in(clinic, () -> records.create(draft));
    }

    private PatientRecord get(UUID id) {
        return scheduling.in(clinic, () -> records.get(id));
    }

    private static RecordDraft full(String givenName, UUID referrer) {
        return new RecordDraft(
                givenName,
                "Smith",
                LocalDate.of(1980, 5, 2),
                "ann@patient.example",
                "+12125550123",
                PreferredChannel.SMS,
                "ja",
                "2 Station Road",
                new EmergencyContact("Carla", "mother", "+12125550199"),
                "Asthma since childhood",
                List.of(new Allergy("Latex", "rash")),
                List.of(new Medication("Ibuprofen", "400 mg twice a day")),
                new Insurance("Acme Health", "POL-7", null, LocalDate.of(2031, 12, 31)),
                referrer);
    }
}
