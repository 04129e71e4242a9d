package org.carewright.shared.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.carewright.shared.forms.TestForm.check;
import static org.carewright.shared.forms.TestForm.errors;
import static org.carewright.shared.forms.TestForm.field;
import static org.carewright.shared.forms.TestForm.of;
import static org.carewright.shared.forms.TestForm.value;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FormCheckTests {

    private static final String REQUIRED = "'validate':{'required':true}";
    private static final String COLOURS = "'values':[{'label':'Red','value':'red'},{'label':'Blue','value':'blue'}]";

    @Test
    void asksForRequiredText() {
        var form = of(field("textfield", "a", REQUIRED));
        assertThat(errors(form)).containsExactly("a:required");
        assertThat(errors(form, "a", "  ")).containsExactly("a:required");
        assertThat(errors(form, "a", null)).containsExactly("a:required");
        assertThat(errors(form, "a", "x")).isEmpty();
    }

    @Test
    void asksForARequiredTick() {
        assertThat(errors(of(field("checkbox", "a", REQUIRED)), "a", "false")).containsExactly("a:required");
    }

    @Test
    void asksForAtLeastOneOfARequiredList() {
        assertThat(errors(of(field("checklist", "a", REQUIRED, COLOURS)), "a", List.of("")))
                .containsExactly("a:required");
    }

    @Test
    void leavesEmptyOptionalFieldsNull() {
        assertThat(check(of(field("textfield", "a"))).values()).isEqualTo(Collections.singletonMap("a", null));
    }

    @Test
    void refusesKeysTheFormDoesNotHave() {
        assertThat(errors(of(field("textfield", "a")), "b", "x")).containsExactly("b:unknown");
    }

    @Test
    void doesNotRepeatAnUnknownKeyThatCouldBeText() {
        assertThat(errors(of(field("textfield", "a")), "Jane Doe, born 1970", "x"))
                .containsExactly("?:unknown");
    }

    @Test
    void refusesAnythingButTextForText() {
        var form = of(field("textfield", "a"));
        assertThat(value(form, 5)).isEqualTo("type");
        assertThat(value(form, Map.of("x", "y"))).isEqualTo("type");
    }

    @Test
    void stripsText() {
        assertThat(value(of(field("textfield", "a")), " x ")).isEqualTo("x");
    }

    @Test
    void refusesControlCharacters() {
        assertThat(value(of(field("textfield", "a")), "a\u0000b")).isEqualTo("characters");
        assertThat(value(of(field("textfield", "a")), "a\nb")).isEqualTo("characters");
        assertThat(value(of(field("textarea", "a")), "a\r\nb")).isEqualTo("a\nb");
    }

    @Test
    void holdsLengthLimits() {
        var form = of(field("textfield", "a", "'validate':{'minLength':2,'maxLength':3}"));
        assertThat(value(form, "1")).isEqualTo("too_short");
        assertThat(value(form, "12")).isEqualTo("12");
        assertThat(value(form, "1234")).isEqualTo("too_long");
    }

    @Test
    void limitsTextToWhatAVariableHoldsWhenTheFormNamesNoLimit() {
        var form = of(field("textarea", "a"));
        assertThat(value(form, "x".repeat(4000))).isEqualTo("x".repeat(4000));
        assertThat(value(form, "x".repeat(4001))).isEqualTo("too_long");
    }

    @Test
    void holdsThePattern() {
        var form = of(field("textfield", "a", "'validate':{'pattern':'^[A-Z]{2}$'}"));
        assertThat(value(form, "AB")).isEqualTo("AB");
        assertThat(value(form, "AB1")).isEqualTo("pattern");
    }

    @Test
    void givesUpOnAPatternThatTakesForever() {
        var form = of(field("textfield", "a", "'validate':{'pattern':'^(a+)+$'}"));
        assertThat(value(form, "a".repeat(60) + "!")).isEqualTo("pattern");
    }

    @Test
    void checksMailAddresses() {
        var form = of(field("textfield", "a", "'validate':{'validationType':'email'}"));
        assertThat(value(form, "a.b+c@example.co.in")).isEqualTo("a.b+c@example.co.in");
        assertThat(value(form, "a@b")).isEqualTo("email");
        assertThat(value(form, "a b@example.com")).isEqualTo("email");
    }

    @Test
    void checksPhoneNumbers() {
        var form = of(field("textfield", "a", "'validate':{'validationType':'phone'}"));
        assertThat(value(form, "+1 (212) 555-0100")).isEqualTo("+1 (212) 555-0100");
        assertThat(value(form, "98765 43210")).isEqualTo("98765 43210");
        assertThat(value(form, "12345")).isEqualTo("phone");
        assertThat(value(form, "call me")).isEqualTo("phone");
    }

    @Test
    void readsNumbersFromText() {
        var form = of(field("number", "a"));
        assertThat(value(form, "5")).isEqualTo(5);
        assertThat(value(form, 3000000000L)).isEqualTo(3000000000L);
        assertThat(value(form, "1.5")).isEqualTo(1.5);
        assertThat(value(form, "five")).isEqualTo("number");
        assertThat(value(form, Double.NaN)).isEqualTo("number");
        assertThat(value(form, true)).isEqualTo("type");
    }

    @Test
    void handsNumbersOnAsTextWhenTheFormSaysSo() {
        assertThat(value(of(field("number", "a", "'serializeToString':true")), 5))
                .isEqualTo("5");
    }

    @Test
    void holdsRangesIncludingTheirEnds() {
        var form = of(field("number", "a", "'validate':{'min':1,'max':10}"));
        assertThat(value(form, 1)).isEqualTo(1);
        assertThat(value(form, 10)).isEqualTo(10);
        assertThat(value(form, 0)).isEqualTo("too_small");
        assertThat(value(form, 10.5)).isEqualTo("too_large");
    }

    @Test
    void holdsDecimalPlaces() {
        var form = of(field("number", "a", "'decimalDigits':1"));
        assertThat(value(form, "1.50")).isEqualTo(1.5);
        assertThat(value(form, "1.55")).isEqualTo("decimals");
    }

    @Test
    void readsTicks() {
        var form = of(field("checkbox", "a"));
        assertThat(value(form, "on")).isEqualTo(true);
        assertThat(value(form, "true")).isEqualTo(true);
        assertThat(value(form, List.of("", "true"))).isEqualTo(true);
        assertThat(value(form, false)).isEqualTo(false);
        assertThat(value(form, "maybe")).isEqualTo("type");
        assertThat(check(form).values()).containsEntry("a", false);
    }

    @Test
    void acceptsOnlyOptions() {
        for (var type : List.of("radio", "select")) {
            var form = of(field(type, "a", COLOURS));
            assertThat(value(form, "red")).isEqualTo("red");
            assertThat(value(form, "Red")).isEqualTo("not_an_option");
        }
    }

    @Test
    void acceptsOnlyOptionsInLists() {
        for (var type : List.of("checklist", "taglist")) {
            var form = of(field(type, "a", COLOURS));
            assertThat(value(form, List.of("red", "blue", "red"))).isEqualTo(List.of("red", "blue"));
            assertThat(value(form, "blue")).isEqualTo(List.of("blue"));
            assertThat(value(form, List.of("red", "green"))).isEqualTo("not_an_option");
        }
    }

    @Test
    void takesOptionsFromData() {
        var form = of(field("select", "a", "'valuesKey':'rooms'"));
        var data = Map.<String, Object>of("rooms", List.of(Map.of("label", "Room 1", "value", "r1")));
        assertThat(form.check(Map.of("a", "r1"), data).ok()).isTrue();
        assertThat(form.check(Map.of("a", "r2"), data).ok()).isFalse();
        assertThat(form.check(Map.of("a", "r1")).ok()).isFalse();
    }

    @Test
    void takesOptionsFromAnExpression() {
        var form = of(field("select", "a", "'valuesExpression':'=[\\\"x\\\",\\\"y\\\"]'"));
        assertThat(value(form, "x")).isEqualTo("x");
        assertThat(value(form, "z")).isEqualTo("not_an_option");
    }

    @Test
    void acceptsOnlyDatesThatExist() {
        var form = of(field("datetime", "a", "'subtype':'date'"));
        assertThat(value(form, "2028-02-29")).isEqualTo("2028-02-29");
        assertThat(value(form, "2027-02-29")).isEqualTo("date");
        assertThat(value(form, "29.02.2028")).isEqualTo("date");
    }

    @Test
    void acceptsTimesWithAndWithoutOffset() {
        var form = of(field("datetime", "a", "'subtype':'time'"));
        assertThat(value(form, "09:30")).isEqualTo("09:30");
        assertThat(value(form, "09:30+05:30")).isEqualTo("09:30+05:30");
        assertThat(value(form, "24:30")).isEqualTo("time");
    }

    @Test
    void acceptsDatesWithTimes() {
        var form = of(field("datetime", "a", "'subtype':'datetime'"));
        assertThat(value(form, "2026-11-21T09:30")).isEqualTo("2026-11-21T09:30");
        assertThat(value(form, "2026-11-21T09:30Z")).isEqualTo("2026-11-21T09:30Z");
        assertThat(value(form, "2026-11-21")).isEqualTo("datetime");
    }

    @Test
    void takesTheDefaultOnlyWhenTheKeyIsMissing() {
        var form = of(field("textfield", "a", "'defaultValue':'x'"));
        assertThat(check(form).values()).containsEntry("a", "x");
        assertThat(check(form, "a", "").values()).containsEntry("a", null);
    }

    @Test
    void ignoresWhatIsSubmittedForLockedFields() {
        var form = of(field("textfield", "a", "'disabled':true"), field("textfield", "b", "'readonly':true", REQUIRED));
        var check = check(form, "a", "x", "b", "y");
        assertThat(check.ok()).isTrue();
        assertThat(check.values()).isEmpty();
    }

    @Test
    void neverQuotesWhatWasTyped() {
        var form = of(field("number", "a"), field("textfield", "b", "'validate':{'pattern':'^x$'}"));
        var check = check(form, "a", "secret-1", "b", "secret-2", "secret 3", "x");
        assertThat(check.errors()).hasSize(3);
        assertThat(check.errors().toString() + new InvalidFormException(check.errors()).getMessage())
                .doesNotContain("secret");
    }

    @Test
    void throwsWithAllErrors() {
        var check = check(of(field("textfield", "a", REQUIRED), field("textfield", "b", REQUIRED)));
        assertThatThrownBy(check::valuesOrThrow)
                .isInstanceOfSatisfying(
                        InvalidFormException.class, e -> assertThat(e.errors()).hasSize(2));
    }
}
