package org.carewright.shared.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvRowTests {

    @Test
    void endsLinesAsTheStandardSays() {
        assertThat(CsvRow.of("a", 1, null)).isEqualTo("a,1,\r\n");
    }

    @Test
    void quotesWhatWouldBreakTheLine() {
        assertThat(CsvRow.of("a,b", "say \"x\"", "two\nlines"))
                .isEqualTo("\"a,b\",\"say \"\"x\"\"\",\"two\nlines\"\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@x", "\tx", "\rx"})
    void givesNoSpreadsheetAFormula(String typed) {
        assertThat(CsvRow.of(typed)).contains("'" + typed);
    }
}
