package org.carewright.patients.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.carewright.patients.ContactTokens;
import org.carewright.patients.record.PatientRecords;
import org.carewright.patients.record.RecordDraft;
import org.carewright.test.CarewrightTest;
import org.carewright.test.TestClinics;
import org.carewright.test.TestClinics.TestClinic;
import org.carewright.test.TestScheduling;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Of whom an import asks: those who share more than a name, however many share that. */
@CarewrightTest
class KnownPatientsTests {

    @Autowired
    TestClinics clinics;

    @Autowired
    TestScheduling scheduling;

    @Autowired
    PatientRecords records;

    @Autowired
    ImportMapper imports;

    @Autowired
    ContactTokens tokens;

    private TestClinic clinic;

    @BeforeEach
    void manyOfAName() {
        clinic = clinics.open();
        scheduling.in(clinic, () -> {
            for (var day = 1; day <= 9; day++) {
                var email = "ann" + day + "@patient.example";
                records.create(RecordDraft.of("Ann", "Smith", LocalDate.of(1980, 5, day), email, null, "en"));
            }
            return null;
        });
    }

    @Test
    void aNameAloneFindsNobody() {
        assertThat(known("Ann", "other@patient.example", null, "1999-01-01")).isZero();
        assertThat(known("Ann", null, null, null)).isZero();
    }

    @Test
    void aNameWithAnAddressAPhoneOrADateOfBirthFindsThoseWhoShareIt() {
        assertThat(known("Ann", "ann3@patient.example", null, null)).isEqualTo(1);
        assertThat(known("Ann", null, null, "1980-05-04")).isEqualTo(1);
        assertThat(known("Ann", "ann3@patient.example", null, "1980-05-04")).isEqualTo(2);
        assertThat(known("Bo", "ann3@patient.example", null, "1980-05-04")).isZero();
    }

    private int known(String given, String email, String phone, String born) {
        return scheduling.in(clinic, () -> imports.known(
                        new String[] {tokens.name(given, "Smith")},
                        new String[] {tokens.email(email)},
                        new String[] {tokens.phone(phone)},
                        new String[] {born})
                .size());
    }
}
