package org.carewright.billing.figures;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.carewright.billing.figures.MoneyFiguresMapper.Asked;
import org.carewright.billing.figures.MoneyFiguresMapper.Sum;
import org.carewright.billing.ledger.Ledger;
import org.carewright.billing.ledger.LedgerAccount;
import org.carewright.billing.payment.Payments;
import org.carewright.billing.refund.Refunds;
import org.carewright.billing.subscription.RecurringRevenue;
import org.carewright.scheduling.catalogue.CatalogueService;
import org.carewright.shared.money.Money;
import org.springframework.stereotype.Service;

/** The clinic's money by period, from the ledger; a handful of statements however long it is (REP-2). */
@Service
public class MoneyFigures {

    private static final int NOW = 0;
    private static final int BEFORE = 1;
    /** What was booked by mistake and taken back was never received. */
    private static final Set<String> RECEIVED = Set.of(Payments.PAYMENT, Ledger.REVERSAL);

    private final MoneyFiguresMapper figures;
    private final DayTotals totals;
    private final CatalogueService catalogue;
    private final Ledger ledger;
    private final RecurringRevenue recurring;
    private final FiguresReads reads;

    MoneyFigures(
            MoneyFiguresMapper figures,
            DayTotals totals,
            CatalogueService catalogue,
            Ledger ledger,
            RecurringRevenue recurring,
            FiguresReads reads) {
        this.figures = figures;
        this.totals = totals;
        this.catalogue = catalogue;
        this.ledger = ledger;
        this.recurring = recurring;
        this.reads = reads;
    }

    /** Revenue of a part of the period and of the same part of the time before; minor units, without tax. */
    public record TrendPart(LocalDate from, long revenueMinor, long beforeMinor) {}

    /** @param serviceId null for what is no service @param name null for what is no service of the catalogue */
    public record ByService(UUID serviceId, String name, long revenueMinor) {}

    /** @param method as {@link org.carewright.billing.payment.PaymentMethod#code()} */
    public record ByMethod(String method, long receivedMinor, long refundedMinor) {}

    /** What is owed, by how long the due day is over: not yet or up to 30 days, 31 to 60, 61 to 90, more. */
    public record Ageing(int bucket, int invoices, long minor) {}

    /**
     * Everything, in minor units of {@code currency}.
     *
     * @param receivedMinor money that came in
     * @param refundedMinor money that went back
     * @param outstandingMinor owed now, whatever the period
     * @param recurringMinor what the plans that run now bring in every month, see {@link RecurringRevenue#monthly}
     */
    public record Figures(
            String currency,
            LocalDate from,
            LocalDate to,
            boolean byMonths,
            long revenueMinor,
            long revenueBeforeMinor,
            long taxMinor,
            long receivedMinor,
            long refundedMinor,
            long outstandingMinor,
            long recurringMinor,
            List<TrendPart> trend,
            List<ByService> byService,
            List<ByMethod> byMethod,
            List<Ageing> ageing) {}

    /**
     * The figures of a period.
     *
     * @param from first day, in the clinic's zone
     * @param to last day
     * @throws IllegalArgumentException when {@code to} is before {@code from}, or more than ten years after
     */
    public Figures of(LocalDate from, LocalDate to, String currency) {
        var period = new Period(from, to);
        totals.close();
        return reads.inOne(() -> {
            var sums = sums(currency, period);
            return figures(period, currency, of(sums, NOW), of(sums, BEFORE));
        });
    }

    /** Of the period and of the one before, both cut the same way. */
    private List<Sum> sums(String currency, Period period) {
        var closed = totals.closed();
        return figures.sums(
                currency,
                Stream.of(period, period.before())
                        .map(each -> new Asked(
                                each.from(),
                                period.byMonths(),
                                period.step(),
                                Sources.of(each, closed, period.byMonths()).parts()))
                        .toList());
    }

    private static List<Sum> of(List<Sum> sums, int period) {
        return sums.stream().filter(sum -> sum.period() == period).toList();
    }

    private Figures figures(Period period, String currency, List<Sum> now, List<Sum> before) {
        var ageing = ageing(currency);
        var byMethod = byMethod(now);
        return new Figures(
                currency,
                period.from(),
                period.to(),
                period.byMonths(),
                total(now, MoneyFigures::isRevenue, MoneyFigures::earned),
                total(before, MoneyFigures::isRevenue, MoneyFigures::earned),
                total(now, sum -> is(sum, LedgerAccount.TAX), MoneyFigures::earned),
                byMethod.stream().mapToLong(ByMethod::receivedMinor).sum(),
                byMethod.stream().mapToLong(ByMethod::refundedMinor).sum(),
                ageing.stream().mapToLong(Ageing::minor).sum(),
                recurring(currency),
                trend(period, now, before),
                byService(now),
                byMethod,
                ageing);
    }

    private long recurring(String currency) {
        return recurring.monthly().stream()
                .filter(sum -> sum.currency().getCurrencyCode().equals(currency))
                .mapToLong(Money::minor)
                .sum();
    }

    private List<Ageing> ageing(String currency) {
        var found = new LinkedHashMap<Integer, Ageing>();
        for (var bucket = 0; bucket < 4; bucket++) {
            found.put(bucket, new Ageing(bucket, 0, 0));
        }
        figures.ages(currency, ledger.today())
                .forEach(age -> found.put(age.bucket(), new Ageing(age.bucket(), age.invoices(), age.minor())));
        return List.copyOf(found.values());
    }

    private static List<TrendPart> trend(Period period, List<Sum> now, List<Sum> before) {
        var last = period.parts().size() - 1;
        // The time before may touch one month more; its last part takes that.
        Function<Sum, Integer> place = sum -> Math.min(sum.place(), last);
        var earned = byKey(now, MoneyFigures::isRevenue, place, MoneyFigures::earned);
        var earlier = byKey(before, MoneyFigures::isRevenue, place, MoneyFigures::earned);
        var parts = new ArrayList<TrendPart>();
        for (var start : period.parts()) {
            var number = parts.size();
            parts.add(new TrendPart(start, earned.getOrDefault(number, 0L), earlier.getOrDefault(number, 0L)));
        }
        return parts;
    }

    private List<ByService> byService(List<Sum> now) {
        var names = catalogue.names();
        return byKey(now, MoneyFigures::isRevenue, Sum::serviceId, MoneyFigures::earned).entrySet().stream()
                .filter(entry -> entry.getValue() != 0)
                .map(entry -> new ByService(entry.getKey(), names.get(entry.getKey()), entry.getValue()))
                .sorted(Comparator.comparingLong(ByService::revenueMinor).reversed())
                .toList();
    }

    private static List<ByMethod> byMethod(List<Sum> now) {
        Predicate<Sum> money = sum -> is(sum, LedgerAccount.MONEY);
        var received = byKey(
                now,
                money.and(sum -> RECEIVED.contains(sum.kind())),
                Sum::method,
                sum -> sum.debitMinor() + sum.creditMinor());
        var refunded = byKey(
                now,
                money.and(sum -> sum.kind().equals(Refunds.REFUND)),
                Sum::method,
                sum -> -sum.debitMinor() - sum.creditMinor());
        var methods = new java.util.TreeSet<>(received.keySet());
        methods.addAll(refunded.keySet());
        return methods.stream()
                .map(method ->
                        new ByMethod(method, received.getOrDefault(method, 0L), refunded.getOrDefault(method, 0L)))
                .sorted(Comparator.comparingLong(ByMethod::receivedMinor).reversed())
                .toList();
    }

    private static <K> Map<K, Long> byKey(
            List<Sum> sums, Predicate<Sum> which, Function<Sum, K> key, ToLongFunction<Sum> amount) {
        var found = new java.util.HashMap<K, Long>();
        sums.stream().filter(which).forEach(sum -> found.merge(key.apply(sum), amount.applyAsLong(sum), Long::sum));
        return found;
    }

    private static long total(List<Sum> sums, Predicate<Sum> which, ToLongFunction<Sum> amount) {
        return sums.stream().filter(which).mapToLong(amount).sum();
    }

    private static boolean isRevenue(Sum sum) {
        return is(sum, LedgerAccount.REVENUE);
    }

    private static boolean is(Sum sum, LedgerAccount account) {
        return sum.account().equals(account.code());
    }

    /** Credits earn, debits take back. */
    private static long earned(Sum sum) {
        return -sum.debitMinor() - sum.creditMinor();
    }
}
