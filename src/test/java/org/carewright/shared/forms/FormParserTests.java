package org.carewright.shared.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.carewright.shared.forms.TestForm.field;
import static org.carewright.shared.forms.TestForm.of;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormParserTests {

    @Test
    void keepsIdAndOriginalText() {
        var form = of(field("textfield", "a"));
        assertThat(form.id()).isEqualTo("test");
        assertThat(form.schema()).contains("\"schemaVersion\":16");
    }

    @Test
    void namesTheKeysOfASubmission() {
        var form = of(
                field("textfield", "a"),
                "{'type':'group','id':'g','components':[" + field("number", "b") + "]}",
                "{'type':'group','id':'h','path':'p','components':[" + field("number", "c") + "]}",
                "{'type':'dynamiclist','id':'l','path':'q','components':[]}",
                "{'type':'text','id':'t','text':'Hello'}");
        assertThat(form.keys()).containsExactly("a", "b", "p", "q");
    }

    @ParameterizedTest
    @ValueSource(strings = {"filepicker", "iframe", "documentPreview", "script", ""})
    void refusesComponentsThatTasklistDoesNotHaveOrWeDoNotCheck(String type) {
        assertThatIllegalArgumentException().isThrownBy(() -> of(field(type, "a")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"html", "table", "button", "image", "text", "spacer", "separator"})
    void acceptsComponentsWithoutValues(String type) {
        assertThat(of("{'type':'" + type + "','id':'x','key':'x'}").keys()).isEmpty();
    }

    @Test
    void refusesTwoFieldsWithOneKey() {
        assertThatIllegalArgumentException().isThrownBy(() -> of(field("textfield", "a"), field("number", "a")));
    }

    @Test
    void refusesRulesItCouldNotCheck() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> of(field("number", "a", "'validate':{'min':'=b'}")))
                .withMessageContaining("min");
        assertThatIllegalArgumentException().isThrownBy(() -> of(field("datetime", "a", "'disallowPassedDates':true")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "[]",
                "{}",
                "{\"type\":\"default\"}",
                "{\"type\":\"default\",\"id\":\"x\",\"schemaVersion\":99}"
            })
    void refusesWhatIsNotAForm(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> FormDefinition.parse(text));
    }
}
