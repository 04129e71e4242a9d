package org.carewright.identity.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.carewright.shared.forms.FieldError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTests {

    private static final String EMAIL = "n.quist@patient.example";
    private static final String NAME = "Nora Quist";

    private final PasswordRules rules = new PasswordRules();

    @ParameterizedTest
    @ValueSource(
            strings = {"violet otter nine lanterns", "correct horse battery staple", "Kx9$vTq2#mLp", "静かな港に七つの灯がともる夜"})
    void takesWhatIsLongAndHardToGuess(String password) {
        assertThat(rules.problem(password, EMAIL, NAME)).isEmpty();
    }

    @Test
    void refusesFewerThanTwelveCharacters() {
        assertThat(code("Kx9$vTq2#mL")).isEqualTo("too_short");
        assertThat(code("")).isEqualTo("required");
    }

    @Test
    void refusesMoreThanAHashShouldCost() {
        assertThat(code("k".repeat(257))).isEqualTo("too_long");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "passwordpassword",
                "Password1234",
                "123456789012",
                "qwertyuiop12",
                "aaaaaaaaaaaaa",
                "unbelievable1"
            })
    void refusesWhatManyUse(String password) {
        assertThat(code(password)).isEqualTo("password_common");
    }

    @ParameterizedTest
    @ValueSource(strings = {"quist lives by the sea", "Many NORA lanterns"})
    void refusesTheOwnersNameAndAddress(String password) {
        assertThat(code(password)).isEqualTo("password_own");
    }

    private String code(String password) {
        return rules.problem(password, EMAIL, NAME).map(FieldError::code).orElse("none");
    }
}
