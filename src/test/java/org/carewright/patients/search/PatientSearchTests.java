package org.carewright.patients.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.carewright.patients.record.PatientRecords;
import org.carewright.patients.record.RecordDraft;
import org.carewright.test.CarewrightTest;
import org.carewright.test.StatementCounter;
import org.carewright.test.TestClinics;
import org.carewright.test.TestClinics.TestClinic;
import org.carewright.test.TestScheduling;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Patients are found as people ask for them, through indexes row level security lets the database use. */
@CarewrightTest
class PatientSearchTests {

    @Autowired
    TestClinics clinics;

    @Autowired
    TestScheduling scheduling;

    @Autowired
    PatientRecords records;

    @Autowired
    PatientSearch search;

    @Autowired
    StatementCounter statements;

    @Autowired
    JdbcTemplate database;

    private TestClinic clinic;

    @BeforeEach
    void setUp() {
        clinic = clinics.open();
        create("Ann", "Smith", LocalDate.of(1980, 5, 2));
        create("Anton", "Smithers", LocalDate.of(1990, 1, 1));
        create("Zoë", "Müller", LocalDate.of(1980, 5, 2));
        create("太郎", "山田", null);
        create("Smilla", "Jensen", null);
    }

    @Test
    void findsByTheBeginningOfEitherName() {
        assertThat(find("smi")).containsExactly("Smilla Jensen", "Ann Smith", "Anton Smithers");
        assertThat(find("山")).containsExactly("太郎 山田");
    }

    @Test
    void theOrderOfTheWordsDoesNotMatter() {
        assertThat(find("ann smith")).containsExactly("Ann Smith");
        assertThat(find("smith an")).containsExactly("Ann Smith", "Anton Smithers");
    }

    @Test
    void caseAndAccentsDoNotMatter() {
        assertThat(find("ZOE MULLER")).containsExactly("Zoë Müller");
        assertThat(find("mülle")).containsExactly("Zoë Müller");
    }

    @Test
    void findsByDateOfBirthAloneAndWithAName() {
        assertThat(find("1980-05-02")).containsExactly("Zoë Müller", "Ann Smith");
        assertThat(find("ann 1980-05-02")).containsExactly("Ann Smith");
        assertThat(find("anton 1980-05-02")).isEmpty();
    }

    @Test
    void findsByPhoneAsItIsSpokenByEmailAndByBarcode() {
        scheduling.in(
                clinic,
                () -> records.create(RecordDraft.of("Pia", "Lund", null, "pia@patient.example", "+12125550123", "en")));
        var barcode = scheduling
                .in(clinic, () -> search.find(PatientQuery.of("lund"), 5))
                .get(0)
                .barcode();

        assertThat(find("212 555 0123")).containsExactly("Pia Lund");
        assertThat(find("PIA@patient.example")).containsExactly("Pia Lund");
        assertThat(find(barcode)).containsExactly("Pia Lund");
        assertThat(find("212 555 0124")).isEmpty();
    }

    @Test
    void placeholdersAreLettersLikeAnyOther() {
        assertThat(find("%")).isEmpty();
        assertThat(find("s_ith")).isEmpty();
        assertThat(find("smith %")).isEmpty();
    }

    @Test
    void anotherClinicsPatientsAreNotFound() {
        clinic = clinics.open();

        assertThat(find("smi")).isEmpty();
        assertThat(find("1980-05-02")).isEmpty();
    }

    @Test
    void pagesGoOnWhereTheLastEnded() {
        var first = scheduling.in(clinic, () -> search.allAfter(null, 2));
        var second = scheduling.in(clinic, () -> search.allAfter(first.get(1).id(), 10));

        assertThat(first).extracting(FoundPatient::familyName).containsExactly("Jensen", "Müller");
        assertThat(second).extracting(FoundPatient::familyName).containsExactly("Smith", "Smithers", "山田");
    }

    @Test
    void costsOneStatement() {
        assertThat(statements.during(() -> find("smi"))).isEqualTo(1);
        assertThat(statements.during(() -> find("ann 1980-05-02"))).isEqualTo(1);
    }

    /** An operator that isn't leakproof would make it a filter behind the security policy. */
    @Test
    void goesThroughAnIndexUnderRowSecurity() {
        var plan = scheduling.in(clinic, () -> {
            database.execute("set local enable_seqscan = off");
            return String.join(
                    "\n",
                    database.queryForList(
                            "explain select id from patients.patient where clinic_id = shared.current_clinic()"
                                    + " and search_family >= patients.search_text('Smi')"
                                    + " and search_family < patients.search_text('Smi') || chr(1114111)"
                                    + " order by search_family, id limit 20",
                            String.class));
        });

        assertThat(plan)
                .containsPattern("Index Cond:.*search_family >= 'smi'.*search_family < ")
                .doesNotContain("Sort");
    }

    private List<String> find(String typed) {
        return scheduling.in(clinic, () -> search.find(PatientQuery.of(typed), 20)).stream()
                .map(FoundPatient::fullName)
                .toList();
    }

    private UUID create(String givenName, String familyName, LocalDate dateOfBirth) {
        return scheduling.in(
                clinic, () -> records.create(RecordDraft.of(givenName, familyName, dateOfBirth, null, null, "en")));
    }
}
