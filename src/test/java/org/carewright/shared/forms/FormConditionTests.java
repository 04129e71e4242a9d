package org.carewright.shared.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.carewright.shared.forms.TestForm.check;
import static org.carewright.shared.forms.TestForm.errors;
import static org.carewright.shared.forms.TestForm.field;
import static org.carewright.shared.forms.TestForm.of;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FormConditionTests {

    private static final String REQUIRED = "'validate':{'required':true}";

    private static String hide(String feel) {
        return "'conditional':{'hide':'=" + feel.replace("\"", "\\\"") + "'}";
    }

    @Test
    void doesNotAskForHiddenFields() {
        var form = of(field("checkbox", "other"), field("textfield", "a", REQUIRED, hide("other = false")));
        assertThat(errors(form)).isEmpty();
        assertThat(errors(form, "other", true)).containsExactly("a:required");
    }

    @Test
    void dropsValuesOfHiddenFields() {
        var form = of(field("checkbox", "other"), field("textfield", "a", hide("other = false")));
        assertThat(check(form, "a", "x").values()).containsOnlyKeys("other");
        assertThat(check(form, "a", "x").ok()).isTrue();
    }

    @Test
    void hidesWhatDependsOnAHiddenField() {
        var form = of(
                field("textfield", "c", hide("b = null")),
                field("textfield", "b", hide("a = null")),
                field("textfield", "a"));
        assertThat(check(form, "b", "x", "c", "y").values()).containsOnlyKeys("a");
        assertThat(check(form, "a", "w", "b", "x", "c", "y").values()).containsOnlyKeys("a", "b", "c");
    }

    @Test
    void settlesConditionsThatContradictEachOther() {
        var form = of(field("textfield", "a", hide("b != null")), field("textfield", "b", hide("a != null")));
        assertThat(check(form, "a", "x", "b", "y").ok()).isTrue();
    }

    @Test
    void showsAFieldWhoseConditionCanNotBeEvaluated() {
        var form = of(field("textfield", "a", REQUIRED, hide("no_such_function(1)")));
        assertThat(errors(form)).containsExactly("a:required");
    }

    @Test
    void mayDependOnData() {
        var form = of(field("textfield", "a", REQUIRED, hide("tier = \"free\"")));
        assertThat(form.check(Map.of(), Map.of("tier", "free")).ok()).isTrue();
        assertThat(form.check(Map.of(), Map.of("tier", "paid")).ok()).isFalse();
    }

    @Test
    void hidesWholeGroups() {
        var form = of("{'type':'group','id':'g','label':'G'," + hide("true") + ",'components':["
                + field("textfield", "a", REQUIRED) + "]}");
        assertThat(check(form, "a", "x").values()).isEmpty();
        assertThat(check(form, "a", "x").ok()).isTrue();
    }

    @Test
    void nestsValuesOfGroupsWithAPath() {
        var form = of("{'type':'group','id':'g','path':'address','components':["
                + field("textfield", "street", REQUIRED) + "]}");
        assertThat(errors(form)).containsExactly("address.street:required");
        assertThat(check(form, "address", Map.of("street", "x")).values())
                .isEqualTo(Map.of("address", Map.of("street", "x")));
        assertThat(errors(form, "address", Map.of("street", "x", "b", "y"))).containsExactly("address.b:unknown");
    }

    @Test
    void checksEachRowWithItsOwnValues() {
        var form = of("{'type':'dynamiclist','id':'l','path':'items','components':[" + field("checkbox", "other") + ","
                + field("textfield", "a", REQUIRED, hide("other = false")) + "]}");
        assertThat(errors(form, "items", List.of(Map.of("other", true), Map.of("other", false))))
                .containsExactly("items[0].a:required");
        assertThat(errors(form, "items", List.of(Map.of("x", 1)))).containsExactly("items[0].x:unknown");
        assertThat(errors(form, "items", "x")).containsExactly("items:rows");
    }

    @Test
    void computesExpressionsItself() {
        var form = of(field("number", "a"), field("number", "b"), field("expression", "sum", "'expression':'=a + b'"));
        assertThat(check(form, "a", 1, "b", 2, "sum", 99).values().get("sum").toString())
                .isEqualTo("3");
    }
}
