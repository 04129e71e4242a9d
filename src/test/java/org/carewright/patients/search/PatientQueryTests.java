package org.carewright.patients.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** What someone typed into the one search field is understood. */
class PatientQueryTests {

    @Test
    void sixteenDigitsAreABarcode() {
        assertThat(PatientQuery.of(" 0123 4567 8901 2345 ").barcode()).contains("0123456789012345");
    }

    @Test
    void anAtSignMakesAnEmailAddress() {
        assertThat(PatientQuery.of("ann@patient.example").email()).contains("ann@patient.example");
    }

    @Test
    void digitsAreAPhoneNumberAndADateIsNone() {
        assertThat(PatientQuery.of("(212) 555-0123").phone()).contains("(212) 555-0123");
        assertThat(PatientQuery.of("1980-05-02").dateOfBirth()).isEqualTo(LocalDate.of(1980, 5, 2));
    }

    @Test
    void wordsAreNamesAndADateAmongThemIsTheDateOfBirth() {
        var query = PatientQuery.of("smith, ann 1980-5-2");

        assertThat(query.words()).containsExactly("smith", "ann");
        assertThat(query.dateOfBirth()).isEqualTo(LocalDate.of(1980, 5, 2));
    }

    @Test
    void aDateThatDoesNotExistIsAWord() {
        assertThat(PatientQuery.of("ann 1980-02-30").words()).containsExactly("ann", "1980-02-30");
    }

    @Test
    void nothingTypedAsksForNothing() {
        assertThat(PatientQuery.of(null).blank()).isTrue();
        assertThat(PatientQuery.of("  ").blank()).isTrue();
        assertThat(PatientQuery.of("a").blank()).isFalse();
    }
}
