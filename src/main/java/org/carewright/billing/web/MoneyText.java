package org.carewright.billing.web;

import java.math.BigDecimal;
import java.util.Currency;
import org.carewright.shared.money.Money;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Amounts and rates as the reader of a page writes them; templates call it by name. */
@Component("moneyText")
class MoneyText {

    private static final int PERCENT_DIGITS = 4;

    /** @param minor minor units */
    public String of(long minor, Currency currency) {
        return new Money(minor, currency).format(LocaleContextHolder.getLocale());
    }

    /** Millionths as per cent: {@code 8.875 %}. */
    public String rate(int ppm) {
        return BigDecimal.valueOf(ppm, PERCENT_DIGITS).stripTrailingZeros().toPlainString() + " %";
    }
}
