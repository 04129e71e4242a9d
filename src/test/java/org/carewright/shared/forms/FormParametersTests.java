package org.carewright.shared.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FormParametersTests {

    private static Map<String, Object> read(String name, String... values) {
        return FormParameters.read(Map.of(name, values));
    }

    @Test
    void takesOnlyTheFormsOwnParameters() {
        assertThat(read("_csrf", "x")).isEmpty();
        assertThat(read("form.a", "x")).isEqualTo(Map.of("a", "x"));
    }

    @Test
    void keepsSeveralValuesAsAList() {
        assertThat(read("form.a", "", "x")).isEqualTo(Map.of("a", List.of("", "x")));
    }

    @Test
    void nestsPaths() {
        assertThat(read("form.p.a", "x")).isEqualTo(Map.of("p", Map.of("a", "x")));
    }

    @Test
    void leavesOutRowsInWhichNothingWasFilledIn() {
        assertThat(FormParameters.read(Map.of("form.r[0].a", new String[] {""}, "form.r[2].a", new String[] {"x"})))
                .isEqualTo(Map.of("r", List.of(Map.of("a", "x"))));
    }

    @Test
    void keepsNamesNoFieldCanHaveAsUnknown() {
        assertThat(read("form.a[999999999]", "x")).containsOnlyKeys("?");
    }
}
