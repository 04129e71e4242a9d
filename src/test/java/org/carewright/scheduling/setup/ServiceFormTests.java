package org.carewright.scheduling.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Currency;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.carewright.scheduling.catalogue.ServiceDraft;
import org.carewright.shared.forms.FieldError;
import org.carewright.shared.forms.InvalidFormException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** What is typed about a service (SCH-1). */
class ServiceFormTests {

    private static final Currency DOLLARS = Currency.getInstance("USD");
    private static final UUID SOMEBODY = UUID.randomUUID();
    private static final ServiceDraft FULL = new ServiceDraft(
            "Gait analysis",
            "On the treadmill.",
            "pt",
            "in_person",
            50,
            9050,
            2000,
            5,
            10,
            20,
            2880,
            60,
            4,
            3,
            true,
            Set.of(SOMEBODY),
            Set.of(UUID.randomUUID(), UUID.randomUUID()));

    @Test
    void readsWhatItWrote() {
        assertThat(ServiceForm.read(ServiceForm.of(FULL, DOLLARS), DOLLARS)).isEqualTo(FULL);
    }

    @Test
    void amountsAreMajorUnitsOfTheClinicsCurrency() {
        var typed = least();
        typed.set("price", "12,500");
        typed.set("deposit", "2500.50");

        assertThat(ServiceForm.read(typed, Currency.getInstance("INR")).depositMinor())
                .isEqualTo(250_050);
        typed.set("deposit", "500");
        assertThat(ServiceForm.read(typed, Currency.getInstance("JPY")).priceMinor())
                .isEqualTo(12_500);
    }

    @ParameterizedTest
    @CsvSource({"90.01, true", "90, false", "90.00, false", "'', false"})
    void refusesADepositAboveThePrice(String deposit, boolean refused) {
        var typed = least();
        typed.set("deposit", deposit);

        assertThat(errors(typed))
                .isEqualTo(refused ? Map.of("deposit", "deposit_above_price") : Map.<String, String>of());
    }

    @Test
    void whatAFormDoesNotAskIsAsMostClinicsHaveIt() {
        var draft = ServiceForm.read(least(), DOLLARS);

        assertThat(draft.depositMinor()).isZero();
        assertThat(draft.noticeMinutes()).isEqualTo(60);
        assertThat(draft.horizonDays()).isEqualTo(90);
        assertThat(draft.stepMinutes()).isEqualTo(15);
        assertThat(draft.seats()).isOne();
        assertThat(draft.perDayLimit()).isNull();
        assertThat(draft.afterMinutes()).isZero();
        var roomy = least();
        roomy.set("rooms", UUID.randomUUID().toString());
        assertThat(ServiceForm.read(roomy, DOLLARS).afterMinutes()).isEqualTo(5);
    }

    @ParameterizedTest
    @CsvSource({
        "serviceName, '', required",
        "minutes, 4, too_small",
        "minutes, 721, too_large",
        "minutes, many, number",
        "price, '', required",
        "price, much, amount",
        "price, -1, amount",
        "price, 9.999, amount",
        "price, 10000001, too_large",
        "deposit, some, amount",
        "speciality, magic, not_an_option",
        "mode, telepathy, not_an_option",
        "before, 241, too_large",
        "step, 4, too_small",
        "horizon, 0, too_small",
        "seats, 0, too_small",
        "perDay, 0, too_small",
        "practitioners, nobody, not_an_option"
    })
    void namesTheFieldThatIsWrong(String field, String value, String code) {
        var typed = least();
        typed.set(field, value);

        assertThat(errors(typed)).containsEntry(field, code);
    }

    @Test
    void noticeIsReadInItsUnitAndAtMostAWeekLong() {
        var typed = least();
        typed.set("notice", "2");
        typed.set("noticeUnit", "days");
        assertThat(ServiceForm.read(typed, DOLLARS).noticeMinutes()).isEqualTo(2880);

        typed.set("notice", "8");
        assertThat(errors(typed)).containsEntry("notice", "too_large");
        typed.set("noticeUnit", "moons");
        assertThat(errors(typed)).containsEntry("noticeUnit", "not_an_option");
    }

    @Test
    void aDifferenceIsNamedAsItsField() {
        var typed = ServiceForm.of(FULL, DOLLARS);
        typed.set("price", "95");
        typed.set("deposit", "");
        typed.remove("approval");

        assertThat(ServiceForm.read(typed, DOLLARS).differencesFrom(FULL))
                .containsExactly("price", "deposit", "approval");
        assertThat(FULL.differencesFrom(FULL)).isEmpty();
    }

    private static Map<String, String> errors(MultiValueMap<String, String> typed) {
        var refused = catchThrowableOfType(InvalidFormException.class, () -> ServiceForm.read(typed, DOLLARS));
        return refused == null
                ? Map.of()
                : refused.errors().stream()
                        .collect(java.util.stream.Collectors.toMap(FieldError::key, FieldError::code, (a, b) -> a));
    }

    private static MultiValueMap<String, String> least() {
        var typed = new LinkedMultiValueMap<String, String>();
        typed.set("serviceName", "Visit");
        typed.set("speciality", "pt");
        typed.set("mode", "in_person");
        typed.set("minutes", "45");
        typed.set("price", "90");
        typed.set("practitioners", SOMEBODY.toString());
        return typed;
    }
}
