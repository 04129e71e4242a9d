package org.carewright.shared.money;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "hi    | INR | 0           | ₹0.00",
                "hi    | INR | 99999       | ₹999.99",
                "hi    | INR | 100000      | ₹1,000.00",
                "en-IN | INR | 10000000    | ₹1,00,000.00",
                "en-IN | INR | -1234567890 | -₹1,23,45,678.90",
                "hi    | USD | 123456789   | $12,34,567.89",
                "en-IN | JPY | 1234567     | JP¥12,34,567"
            })
    void indiaCountsInLakhs(String locale, String currency, long minor, String written) {
        assertThat(Money.of(minor, currency).format(Locale.forLanguageTag(locale)))
                .isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"en-US | USD | 123456789 | $1,234,567.89", "ja | JPY | 1234567 | ￥1,234,567"})
    void elsewhereInThousands(String locale, String currency, long minor, String written) {
        assertThat(Money.of(minor, currency).format(Locale.forLanguageTag(locale)))
                .isEqualTo(written);
    }
}
