package org.carewright.billing.paper;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Currency;
import java.util.Locale;
import org.carewright.clinics.Clinic;
import org.carewright.shared.language.Languages;
import org.carewright.shared.money.Money;
import org.springframework.context.MessageSource;

/** Words, amounts and days of one paper, as its reader writes them. */
final class PaperWords {

    private static final int RATE_DECIMALS = 4;
    private static final int QUANTITY_DECIMALS = 3;
    private static final int PPM_SCALE = 6;

    private final MessageSource messages;
    private final Clinic clinic;
    private final Locale language;
    private final Locale numbers;

    /** @param wanted tag of the reader's language */
    PaperWords(MessageSource messages, Clinic clinic, String wanted) {
        this.messages = messages;
        this.clinic = clinic;
        this.language = Languages.serving(Locale.forLanguageTag(wanted)).orElse(Languages.ENGLISH);
        // English doesn't tell how a country groups its digits; the clinic does: ₹1,00,000.00 in India.
        this.numbers = clinic.locale().getLanguage().equals(language.getLanguage()) ? clinic.locale() : language;
    }

    Locale language() {
        return language;
    }

    /** The text of {@code paper.<key>}. */
    String text(String key, Object... arguments) {
        return messages.getMessage("paper." + key, arguments.length == 0 ? null : arguments, language);
    }

    String amount(long minor, Currency currency) {
        return new Money(minor, currency).format(numbers);
    }

    String amount(Money money) {
        return money.format(numbers);
    }

    String day(LocalDate day) {
        return day == null
                ? ""
                : DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                        .withLocale(numbers)
                        .format(day);
    }

    /** In a table's narrow column. */
    String shortDay(LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(numbers)
                .format(day);
    }

    /** Its day in the clinic's zone. */
    String day(Instant instant) {
        return day(LocalDate.ofInstant(instant, clinic.timeZone()));
    }

    String rate(long ppm) {
        var format = NumberFormat.getPercentInstance(numbers);
        format.setMaximumFractionDigits(RATE_DECIMALS);
        return format.format(BigDecimal.valueOf(ppm, PPM_SCALE));
    }

    String quantity(BigDecimal quantity) {
        var format = NumberFormat.getNumberInstance(numbers);
        format.setMaximumFractionDigits(QUANTITY_DECIMALS);
        return format.format(quantity);
    }
}
