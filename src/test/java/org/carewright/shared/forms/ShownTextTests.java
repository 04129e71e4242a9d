package org.carewright.shared.forms;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What a form's texts show is what was typed (design §8). */
class ShownTextTests {

    @Test
    void namesWhatTextsShowAndNobodyFillsIn() {
        var form = FormDefinition.parse(
                """
                {"id": "ask-something", "type": "default", "schemaVersion": 16, "components": [
                  {"id": "Text_1", "type": "text", "text": "**{{patientName}}** {{if(late) then visitSummary else note}}"},
                  {"id": "Field_Note", "type": "textfield", "key": "note", "label": "Note for {{other}}"}]}""");

        assertThat(ShownText.namesIn(form))
                .contains("patientName", "visitSummary", "late")
                .doesNotContain("note", "other");
    }

    @Test
    void leavesNoMarkdownAddressOrTag() {
        assertThat(ShownText.literal("Ann <b> [x](https://evil.example) **y**"))
                .isEqualTo("Ann &#60;b&#62; &#91;x&#93;&#40;https&#58;&#47;&#47;evil&#46;example&#41;"
                        + " &#42;&#42;y&#42;&#42;");
    }

    @Test
    void leavesOtherScriptsAndLinesAsTheyAre() {
        assertThat(ShownText.literal("王小明\nमीरा शर्मा")).isEqualTo("王小明\nमीरा शर्मा");
    }
}
