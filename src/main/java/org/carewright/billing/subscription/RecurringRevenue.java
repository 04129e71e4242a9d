package org.carewright.billing.subscription;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.carewright.billing.plan.IntervalUnit;
import org.carewright.billing.subscription.RecurringRevenueMapper.Sold;
import org.carewright.shared.money.Money;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the plans that run bring in every month (REP-2). */
@Service
public class RecurringRevenue {

    private static final long WEEKS_IN_A_YEAR = 52;
    private static final long MONTHS_IN_A_YEAR = 12;

    private final RecurringRevenueMapper revenue;

    RecurringRevenue(RecurringRevenueMapper revenue) {
        this.revenue = revenue;
    }

    /**
     * Monthly recurring revenue of the clinic in scope, now: the full price of a period of every plan that is active or
     * past due, by the version its running period is charged at, as a month's share (a year has 12 months or 52 weeks).
     * Trials, paused, suspended and ended plans bring in nothing; tax isn't told apart. Rounded half up once a currency.
     *
     * @return one amount a currency, by its code; empty when no plan runs
     */
    @Transactional(readOnly = true)
    public List<Money> monthly() {
        var sums = new TreeMap<String, Fraction>();
        revenue.sold().forEach(sold -> sums.merge(sold.currency(), Fraction.of(sold), Fraction::plus));
        return sums.entrySet().stream()
                .map(sum -> new Money(sum.getValue().rounded(), Currency.getInstance(sum.getKey())))
                .toList();
    }

    /** Sums of many periods stay exact. */
    private record Fraction(BigInteger above, BigInteger below) {

        static Fraction of(Sold sold) {
            var unit = IntervalUnit.valueOf(sold.intervalUnit().toUpperCase(Locale.ROOT));
            var yearly = BigInteger.valueOf(sold.priceMinor())
                    .multiply(BigInteger.valueOf(sold.count()))
                    .multiply(BigInteger.valueOf(inAYear(unit)));
            return new Fraction(yearly, BigInteger.valueOf(MONTHS_IN_A_YEAR * sold.intervalCount()));
        }

        private static long inAYear(IntervalUnit unit) {
            return switch (unit) {
                case WEEK -> WEEKS_IN_A_YEAR;
                case MONTH -> MONTHS_IN_A_YEAR;
                case YEAR -> 1;
            };
        }

        Fraction plus(Fraction other) {
            return new Fraction(
                    above.multiply(other.below).add(other.above.multiply(below)), below.multiply(other.below));
        }

        long rounded() {
            return new BigDecimal(above)
                    .divide(new BigDecimal(below), 0, RoundingMode.HALF_UP)
                    .longValueExact();
        }
    }
}
