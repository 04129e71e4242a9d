package org.carewright.integrations.bank;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamedReferenceTests {

    @ParameterizedTest
    @CsvSource({
        "INV-2026-7, UPI-ASHA-INV 2026-7, true",
        "INV-2026-7, upi inv20267 asha, true",
        "INV-2026-7, UPI INV-2026-71, false",
        "INV-2026-7, UPI XINV-2026-7, false",
        "632511223344, UPI/632511223344/ASHA, true",
        "632511223344, UPI/6325112233445/ASHA, false",
        "632511223344, UPI/1632511223344/ASHA, false",
        "INV-2026-7, '', false",
    })
    void findsAReferenceWholeHoweverItIsWritten(String reference, String text, boolean named) {
        assertThat(NamedReference.isIn(text, reference)).isEqualTo(named);
    }

    @ParameterizedTest
    @CsvSource({"0000632511223344, 632511223344, true", "ab-12, AB12, true", "AB12, AB13, false", "'', '', false"})
    void comparesWithoutTheBanksZeros(String one, String other, boolean same) {
        assertThat(NamedReference.isSame(one, other)).isEqualTo(same);
    }
}
