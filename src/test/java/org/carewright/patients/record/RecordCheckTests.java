package org.carewright.patients.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import org.carewright.patients.PreferredChannel;
import org.carewright.shared.forms.FieldError;
import org.junit.jupiter.api.Test;

/** What a record takes, and in which form (ONB-3). */
class RecordCheckTests {

    private static final LocalDate TODAY = LocalDate.of(2030, 6, 15);

    @Test
    void takesNamesOnly() {
        var checked = check(RecordDraft.of(" Ann ", "Smith", null, " ", null, null));

        assertThat(checked.errors()).isEmpty();
        assertThat(checked.content()).isEqualTo(RecordDraft.of("Ann", "Smith", null, null, null, null));
    }

    @Test
    void namesEachMissingAndWrongField() {
        var draft = RecordDraft.of("", "x".repeat(101), TODAY.plusDays(1), "nobody", "12", "xx");

        assertThat(check(draft).errors())
                .extracting(FieldError::key, FieldError::code)
                .containsExactly(
                        tuple("givenName", "required"),
                        tuple("familyName", "too_long"),
                        tuple("dateOfBirth", "date_of_birth"),
                        tuple("email", "email"),
                        tuple("phone", "phone"),
                        tuple("language", "not_an_option"));
    }

    @Test
    void takesTheOldestPersonThereEverWasAndNobodyOlder() {
        assertThat(check(born(TODAY.minusYears(130))).errors()).isEmpty();
        assertThat(check(born(TODAY.minusYears(130).minusDays(1))).errors()).hasSize(1);
    }

    @Test
    void readsANationalNumberByTheClinicsCountry() {
        var draft = RecordDraft.of("Ann", "Smith", null, null, "(212) 555-0123", null);

        assertThat(check(draft).content().phone()).isEqualTo("+12125550123");
    }

    @Test
    void anEmergencyContactCanBeCalled() {
        var checked = check(with(new EmergencyContact("Bo", "brother", " "), null, List.of()));

        assertThat(checked.errors()).extracting(FieldError::key).containsExactly("emergencyContact.phone");
    }

    @Test
    void anInsuranceHasPayerAndPolicy() {
        var checked = check(with(null, new Insurance("", "", "G-1", null), List.of()));

        assertThat(checked.errors())
                .extracting(FieldError::key)
                .containsExactly("insurance.payer", "insurance.policyNumber");
    }

    @Test
    void leavesOutWhatIsEmpty() {
        var checked = check(with(
                new EmergencyContact("", " ", null),
                new Insurance(" ", null, "", null),
                List.of(new Allergy(" ", ""), new Allergy("Latex", null))));

        assertThat(checked.errors()).isEmpty();
        assertThat(checked.content().emergencyContact()).isNull();
        assertThat(checked.content().insurance()).isNull();
        assertThat(checked.content().allergies()).containsExactly(new Allergy("Latex", null));
    }

    @Test
    void refusesAReactionWithoutASubstanceAndTooManyItems() {
        assertThat(check(with(null, null, List.of(new Allergy(" ", "Rash")))).errors())
                .extracting(FieldError::key)
                .containsExactly("allergies");
        assertThat(check(with(null, null, Collections.nCopies(101, new Allergy("Latex", null))))
                        .errors())
                .extracting(FieldError::code)
                .containsExactly("rows");
    }

    @Test
    void refusesCharactersThatCannotBeShown() {
        assertThat(check(RecordDraft.of("An\u0000n", "Smi\nth", null, null, null, null))
                        .errors())
                .extracting(FieldError::code)
                .containsExactly("characters", "characters");
    }

    private static RecordDraft born(LocalDate date) {
        return RecordDraft.of("Ann", "Smith", date, null, null, null);
    }

    private static RecordDraft with(EmergencyContact contact, Insurance insurance, List<Allergy> allergies) {
        return new RecordDraft(
                "Ann",
                "Smith",
                null,
                null,
                null,
                PreferredChannel.BOTH,
                null,
                null,
                contact,
                null,
                allergies,
                List.of(),
                insurance,
                null);
    }

    private static CheckedRecord check(RecordDraft draft) {
        return RecordCheck.check(draft, "US", TODAY);
    }
}
