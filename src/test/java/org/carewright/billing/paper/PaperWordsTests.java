package org.carewright.billing.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;
import java.util.UUID;
import org.carewright.clinics.Clinic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.support.StaticMessageSource;

class PaperWordsTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en-US | en    | USD | 123456789 | $1,234,567.89",
                "en-IN | en    | INR | 123456789 | ₹12,34,567.89",
                "en-IN | hi    | INR | 123456789 | ₹12,34,567.89",
                "en-US | ja    | JPY | 123456789 | ￥123,456,789",
                "zh-TW | zh-TW | TWD | 120000    | $1,200.00",
                "en-US | zh-CN | CNY | 120000    | ¥1,200.00",
                "en-US | en    | USD | -500      | -$5.00"
            })
    void amountsAreWrittenAsTheReaderWritesThem(
            String clinic, String reader, String currency, long minor, String written) {
        assertThat(words(clinic, reader).amount(minor, Currency.getInstance(currency)))
                .isEqualTo(written);
    }

    @Test
    void ratesAndQuantitiesKeepTheirDecimals() {
        var words = words("en-US", "en");

        assertThat(words.rate(88_750)).isEqualTo("8.875%");
        assertThat(words.rate(90_000)).isEqualTo("9%");
        assertThat(words.quantity(new BigDecimal("1.250"))).isEqualTo("1.25");
        assertThat(words.quantity(BigDecimal.ONE)).isEqualTo("1");
    }

    @Test
    void aMomentIsADayInTheClinicsZone() {
        assertThat(words("en-US", "en").day(Instant.parse("2026-11-22T03:00:00Z")))
                .isEqualTo("November 21, 2026");
        assertThat(words("en-US", "ja").day(LocalDate.of(2026, 11, 21))).isEqualTo("2026年11月21日");
    }

    private static PaperWords words(String clinicLocale, String reader) {
        var clinic = new Clinic(
                UUID.randomUUID(),
                "test",
                "Test",
                "physiotherapy",
                ZoneId.of("America/New_York"),
                Currency.getInstance("USD"),
                Locale.forLanguageTag(clinicLocale),
                "US",
                "#0f6e84",
                "a@clinic.example",
                null,
                "1 Main Street",
                null,
                10,
                24);
        return new PaperWords(new StaticMessageSource(), clinic, reader);
    }
}
