package org.carewright.billing.invoice;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.carewright.billing.tax.Tax;
import org.carewright.billing.tax.TaxPart;

/**
 * What an invoice comes to, in minor currency units (BIL-2). Rounding: a line's amount is rounded half up; a discount of
 * the invoice is rounded half up once and split over the lines; each tax is calculated once, on the sum of the lines that
 * bear it, each of its parts rounded half up, and split over those lines. Splits are by largest remainder, so that the
 * lines always add up to the invoice.
 *
 * @param subtotalMinor all lines before discounts; contains inclusive taxes
 * @param taxMinor all taxes, inclusive ones too
 * @param totalMinor to pay
 */
public record InvoiceSums(
        List<BilledLine> lines,
        List<TaxSum> taxes,
        long subtotalMinor,
        long discountMinor,
        long taxMinor,
        long totalMinor) {

    private static final long WHOLE_PPM = 1_000_000;

    /**
     * Calculates the invoice.
     *
     * @throws IllegalArgumentException when a discount is more than its line costs
     * @throws ArithmeticException when an amount is too large to be one
     */
    public static InvoiceSums of(List<LineToBill> lines, Discount discount) {
        var gross = lines.stream().mapToLong(InvoiceSums::gross).toArray();
        var afterOwn = new long[gross.length];
        for (var i = 0; i < gross.length; i++) {
            afterOwn[i] = gross[i] - lines.get(i).discountMinor();
            if (afterOwn[i] < 0 || lines.get(i).discountMinor() < 0) {
                throw new IllegalArgumentException("The discount of line " + i + " is more than it costs");
            }
        }
        var shares = Shares.split(amountOf(discount, Arrays.stream(afterOwn).sum()), afterOwn);
        var toPay = new long[gross.length];
        for (var i = 0; i < gross.length; i++) {
            toPay[i] = afterOwn[i] - shares[i];
        }
        return taxed(lines, gross, toPay);
    }

    private static long gross(LineToBill line) {
        return line.quantity()
                .multiply(BigDecimal.valueOf(line.unitMinor()))
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
    }

    private static long amountOf(Discount discount, long of) {
        if (discount instanceof Discount.Percent percent) {
            return part(of, percent.ppm(), WHOLE_PPM);
        }
        return Math.min(((Discount.Amount) discount).minor(), of);
    }

    private static InvoiceSums taxed(List<LineToBill> lines, long[] gross, long[] toPay) {
        var taxOf = new long[lines.size()];
        var sums = new ArrayList<TaxSum>();
        for (var group : byTax(lines).values()) {
            var tax = lines.get(group[0]).tax();
            var amounts = Arrays.stream(group).mapToLong(i -> toPay[i]).toArray();
            var taxes = taxes(tax, Arrays.stream(amounts).sum());
            sums.addAll(taxes);
            var split =
                    Shares.split(taxes.stream().mapToLong(TaxSum::amountMinor).sum(), amounts);
            for (var i = 0; i < group.length; i++) {
                taxOf[group[i]] = split[i];
            }
        }
        var billed = new ArrayList<BilledLine>();
        for (var i = 0; i < lines.size(); i++) {
            billed.add(billed(lines.get(i), gross[i], toPay[i], taxOf[i]));
        }
        return new InvoiceSums(
                List.copyOf(billed),
                List.copyOf(sums),
                Arrays.stream(gross).reduce(0, Math::addExact),
                billed.stream().mapToLong(BilledLine::discountMinor).sum(),
                Arrays.stream(taxOf).sum(),
                billed.stream().mapToLong(BilledLine::totalMinor).reduce(0, Math::addExact));
    }

    private static BilledLine billed(LineToBill line, long gross, long toPay, long tax) {
        var net = line.tax() != null && line.tax().inclusive() ? toPay - tax : toPay;
        return new BilledLine(
                line.serviceId(),
                line.description(),
                line.quantity(),
                line.unitMinor(),
                line.tax() == null ? null : line.tax().id(),
                gross,
                gross - toPay,
                line.discountMinor(),
                net,
                tax);
    }

    /** Positions of the lines that bear a tax, by tax in order of appearance. */
    private static LinkedHashMap<UUID, int[]> byTax(List<LineToBill> lines) {
        var found = new LinkedHashMap<UUID, List<Integer>>();
        for (var i = 0; i < lines.size(); i++) {
            if (lines.get(i).tax() != null) {
                found.computeIfAbsent(lines.get(i).tax().id(), id -> new ArrayList<>())
                        .add(i);
            }
        }
        var groups = new LinkedHashMap<UUID, int[]>();
        found.forEach((id, positions) ->
                groups.put(id, positions.stream().mapToInt(Integer::intValue).toArray()));
        return groups;
    }

    private static List<TaxSum> taxes(Tax tax, long amount) {
        var rates = tax.parts().stream().mapToLong(TaxPart::ratePpm).toArray();
        if (tax.inclusive()) {
            var net = part(amount, WHOLE_PPM, WHOLE_PPM + tax.ratePpm());
            return sums(tax, net, Shares.split(amount - net, rates));
        }
        return sums(
                tax,
                amount,
                Arrays.stream(rates).map(rate -> part(amount, rate, WHOLE_PPM)).toArray());
    }

    private static List<TaxSum> sums(Tax tax, long base, long[] amounts) {
        var sums = new ArrayList<TaxSum>();
        for (var i = 0; i < amounts.length; i++) {
            var part = tax.parts().get(i);
            sums.add(new TaxSum(part.name(), part.ratePpm(), base, amounts[i]));
        }
        return sums;
    }

    /** {@code amount * numerator / denominator}, rounded half up. */
    private static long part(long amount, long numerator, long denominator) {
        return new BigDecimal(BigInteger.valueOf(amount).multiply(BigInteger.valueOf(numerator)))
                .divide(BigDecimal.valueOf(denominator), 0, RoundingMode.HALF_UP)
                .longValueExact();
    }
}
