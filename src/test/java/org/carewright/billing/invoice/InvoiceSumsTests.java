package org.carewright.billing.invoice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.LongStream;
import org.carewright.billing.tax.Tax;
import org.carewright.billing.tax.TaxPart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an invoice comes to, to the cent (BIL-2). */
class InvoiceSumsTests {

    private static final Tax GST = new Tax(
            UUID.randomUUID(), "GST 18 %", false, List.of(new TaxPart("CGST", 90_000), new TaxPart("SGST", 90_000)));
    private static final Tax VAT = new Tax(UUID.randomUUID(), "VAT", true, List.of(new TaxPart("VAT", 200_000)));
    private static final Tax NEW_YORK =
            new Tax(UUID.randomUUID(), "Sales tax", false, List.of(new TaxPart("Sales tax", 88_750)));

    @Test
    void calculatesATaxOnceOnTheSumOfItsLines() {
        // Each line alone would bear 0.0293 and be rounded to 3 cents: 9 instead of 8.
        var sums = InvoiceSums.of(List.of(line(33, NEW_YORK), line(33, NEW_YORK), line(33, NEW_YORK)), Discount.NONE);

        assertThat(sums.taxMinor()).isEqualTo(9);
        assertThat(InvoiceSums.of(List.of(line(32, NEW_YORK), line(32, NEW_YORK), line(32, NEW_YORK)), Discount.NONE)
                        .taxMinor())
                .isEqualTo(9);
        assertThat(InvoiceSums.of(List.of(line(31, NEW_YORK), line(31, NEW_YORK), line(31, NEW_YORK)), Discount.NONE)
                        .taxMinor())
                .isEqualTo(8);
    }

    @Test
    void showsThePartsOfASplitTax() {
        var sums = InvoiceSums.of(List.of(line(99_950, GST)), Discount.NONE);

        assertThat(sums.taxes())
                .containsExactly(new TaxSum("CGST", 90_000, 99_950, 8_996), new TaxSum("SGST", 90_000, 99_950, 8_996));
        assertThat(sums.totalMinor()).isEqualTo(99_950 + 2 * 8_996);
    }

    @Test
    void takesAnInclusiveTaxOutOfThePrice() {
        var sums = InvoiceSums.of(List.of(line(10_000, VAT)), Discount.NONE);

        assertThat(sums.totalMinor()).isEqualTo(10_000);
        assertThat(sums.taxMinor()).isEqualTo(1_667);
        assertThat(sums.lines().get(0).netMinor()).isEqualTo(8_333);
    }

    @Test
    void takesAPercentageOffBeforeTheTax() {
        var sums = InvoiceSums.of(List.of(line(10_000, NEW_YORK)), new Discount.Percent(100_000));

        assertThat(sums.discountMinor()).isEqualTo(1_000);
        assertThat(sums.taxMinor()).isEqualTo(799);
        assertThat(sums.totalMinor()).isEqualTo(9_799);
    }

    @Test
    void takesNoMoreOffThanThereIsToPay() {
        var sums = InvoiceSums.of(List.of(line(500, NEW_YORK)), new Discount.Amount(900));

        assertThat(sums.totalMinor()).isZero();
        assertThat(sums.discountMinor()).isEqualTo(500);
    }

    @Test
    void roundsALineHalfUp() {
        var half = new LineToBill(null, "Half an hour", new BigDecimal("0.5"), 8_501, 0, null);

        assertThat(InvoiceSums.of(List.of(half), Discount.NONE).totalMinor()).isEqualTo(4_251);
    }

    @Test
    void refusesADiscountAboveItsLine() {
        var line = new LineToBill(null, "Visit", BigDecimal.ONE, 100, 101, null);

        assertThatIllegalArgumentException().isThrownBy(() -> InvoiceSums.of(List.of(line), Discount.NONE));
    }

    /** 4000 random invoices a seed: the lines add up to the invoice, and no part of one is below zero. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void linesAlwaysAddUpToTheInvoice(long seed) {
        var random = new Random(seed);
        for (var i = 0; i < 4_000; i++) {
            var lines = randomLines(random);
            var discount = random.nextBoolean()
                    ? new Discount.Percent(random.nextInt(1_000_001))
                    : new Discount.Amount(random.nextLong(50_000));

            var sums = InvoiceSums.of(lines, discount);

            assertThat(sums.totalMinor())
                    .as("seed %d, invoice %d", seed, i)
                    .isEqualTo(sum(sums.lines().stream().mapToLong(BilledLine::totalMinor)));
            assertThat(sums.taxMinor())
                    .isEqualTo(sum(sums.taxes().stream().mapToLong(TaxSum::amountMinor)))
                    .isEqualTo(sum(sums.lines().stream().mapToLong(BilledLine::taxMinor)));
            assertThat(sums.discountMinor())
                    .isEqualTo(sum(sums.lines().stream().mapToLong(BilledLine::discountMinor)))
                    .isLessThanOrEqualTo(sums.subtotalMinor());
            assertThat(sums.lines()).allMatch(line -> line.netMinor() >= 0 && line.taxMinor() >= 0);
            assertThat(sums.taxes()).allMatch(tax -> tax.amountMinor() >= 0);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13})
    void sharesAddUpAndDifferByAtMostOneUnitFromTheirPart(long seed) {
        var random = new Random(seed);
        for (var i = 0; i < 4_000; i++) {
            var weights = random.longs(1 + random.nextInt(8), 0, 1_000_000).toArray();
            var whole = Arrays.stream(weights).sum();
            var amount = whole == 0 ? 0 : random.nextLong(100_000_000);

            var shares = Shares.split(amount, weights);

            assertThat(Arrays.stream(shares).sum()).isEqualTo(amount);
            for (var s = 0; s < shares.length && whole > 0; s++) {
                assertThat(Math.abs(shares[s] - (double) amount * weights[s] / whole))
                        .isLessThan(1.0001);
            }
        }
    }

    private static List<LineToBill> randomLines(Random random) {
        var taxes = Arrays.asList(null, GST, VAT, NEW_YORK);
        var lines = new ArrayList<LineToBill>();
        for (var n = 1 + random.nextInt(6); n > 0; n--) {
            var quantity = BigDecimal.valueOf(1 + random.nextInt(5_000), random.nextInt(4));
            var unit = random.nextLong(20_000);
            var gross = quantity.multiply(BigDecimal.valueOf(unit)).longValue();
            var off = gross == 0 ? 0 : random.nextLong(gross);
            lines.add(new LineToBill(null, "Line", quantity, unit, off, taxes.get(random.nextInt(taxes.size()))));
        }
        return lines;
    }

    private static LineToBill line(long minor, Tax tax) {
        return new LineToBill(null, "Visit", BigDecimal.ONE, minor, 0, tax);
    }

    private static long sum(LongStream amounts) {
        return amounts.sum();
    }
}
