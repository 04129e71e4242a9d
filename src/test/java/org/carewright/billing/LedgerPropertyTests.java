package org.carewright.billing;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.carewright.billing.dispute.DisputeWord;
import org.carewright.billing.dispute.Disputes;
import org.carewright.billing.invoice.InvoiceDraft;
import org.carewright.billing.invoice.InvoiceLedger;
import org.carewright.billing.invoice.InvoiceSource;
import org.carewright.billing.invoice.InvoiceStatus;
import org.carewright.billing.invoice.Invoices;
import org.carewright.billing.invoice.PaidAhead;
import org.carewright.billing.ledger.Entry;
import org.carewright.billing.ledger.Ledger;
import org.carewright.billing.ledger.LedgerAccount;
import org.carewright.billing.packages.NewPackage;
import org.carewright.billing.packages.Packages;
import org.carewright.billing.payment.NewPayment;
import org.carewright.billing.payment.PaidWith;
import org.carewright.billing.payment.PaymentMethod;
import org.carewright.billing.payment.Payments;
import org.carewright.billing.refund.RefundReason;
import org.carewright.billing.refund.Refunds;
import org.carewright.billing.reversal.Reversals;
import org.carewright.billing.tax.TaxPart;
import org.carewright.billing.tax.Taxes;
import org.carewright.shared.money.Money;
import org.carewright.shared.problem.ProblemException;
import org.carewright.test.CarewrightTest;
import org.carewright.test.TestClinics;
import org.carewright.test.TestClinics.TestClinic;
import org.carewright.test.TestMoney;
import org.carewright.test.TestScheduling;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Whatever is done with money in whatever order, the ledger balances, an invoice is what its entries say, and nothing is
 * below zero that mustn't be (BIL-9).
 */
@CarewrightTest
class LedgerPropertyTests {

    private static final int STEPS = 120;

    @Autowired
    TestClinics clinics;

    @Autowired
    TestScheduling scheduling;

    @Autowired
    TestMoney money;

    @Autowired
    Invoices invoices;

    @Autowired
    InvoiceLedger invoiceLedger;

    @Autowired
    Payments payments;

    @Autowired
    Refunds refunds;

    @Autowired
    Reversals reversals;

    @Autowired
    Disputes disputes;

    @Autowired
    Taxes taxes;

    @Autowired
    Packages packages;

    @Autowired
    PaidAhead ahead;

    @Autowired
    Ledger ledger;

    @Autowired
    JdbcTemplate jdbc;

    private TestClinic clinic;
    private Random random;
    private UUID patient;
    private final List<UUID> services = new ArrayList<>();
    private final List<UUID> invoiceIds = new ArrayList<>();
    private final List<UUID> paymentIds = new ArrayList<>();
    private final List<UUID> byHandIds = new ArrayList<>();
    private final List<UUID> refundIds = new ArrayList<>();
    private final List<UUID> packageIds = new ArrayList<>();
    private final List<UUID> visits = new ArrayList<>();
    private final List<UUID> deposits = new ArrayList<>();
    private UUID practitioner;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void theLedgerBalancesWhateverHappens(long seed) {
        random = new Random(seed);
        clinic = clinics.open();
        patient = scheduling.patient(clinic);
        practitioner = scheduling.practitioner(clinic);
        service(false, 88_750);
        service(true, 180_000);
        services.add(null);
        for (var step = 0; step < STEPS; step++) {
            var before = sizes();
            try {
                scheduling.in(clinic, () -> {
                    somethingHappens();
                    return null;
                });
            } catch (ProblemException refused) {
                assertThat(refused.status().value()).isEqualTo(409);
                forget(before);
            }
        }
        assertThat(invoiceIds).isNotEmpty();
        assertThat(refundIds).isNotEmpty();
        assertThat(deposits).isNotEmpty();
        assertThat(byHandIds).isNotEmpty();
        scheduling.in(clinic, () -> {
            assertBalanced();
            invoiceIds.forEach(this::assertStateFollowsEntries);
            paymentIds.forEach(this::assertNothingTooMuchWentBack);
            return null;
        });
    }

    private List<Integer> sizes() {
        return List.of(
                invoiceIds.size(),
                paymentIds.size(),
                byHandIds.size(),
                refundIds.size(),
                packageIds.size(),
                visits.size(),
                deposits.size());
    }

    /** What was rolled back never was. */
    private void forget(List<Integer> sizes) {
        invoiceIds.subList(sizes.get(0), invoiceIds.size()).clear();
        paymentIds.subList(sizes.get(1), paymentIds.size()).clear();
        byHandIds.subList(sizes.get(2), byHandIds.size()).clear();
        refundIds.subList(sizes.get(3), refundIds.size()).clear();
        packageIds.subList(sizes.get(4), packageIds.size()).clear();
        visits.subList(sizes.get(5), visits.size()).clear();
        deposits.subList(sizes.get(6), deposits.size()).clear();
    }

    private void service(boolean inclusive, int ppm) {
        var id = scheduling.service(clinic, Map.of("name", "Service " + ppm));
        scheduling.in(clinic, () -> {
            var part = new TaxPart("Tax", ppm);
            taxes.assign(id, taxes.create("Tax " + ppm, inclusive, List.of(part)));
            return null;
        });
        services.add(id);
    }

    private void somethingHappens() {
        switch (random.nextInt(21)) {
            case 0, 1 -> draftAndIssue();
            case 2, 3, 4 -> pay();
            case 5, 6 -> refund();
            case 7 -> invoiceLedger.credit(any(invoiceIds), 1 + random.nextInt(5_000), null);
            case 13 -> dispute();
            case 8 -> invoices.cancel(any(invoiceIds));
            case 9 -> sellPackage();
            case 10, 11 -> usePackage();
            case 12 -> giveSessionBack();
            case 14, 15 -> askDeposit();
            case 16, 17 -> useDeposit();
            case 18 -> payByHand();
            case 19, 20 -> takeBack();
            default -> invoiceLedger.writeOff(any(invoiceIds));
        }
    }

    private UUID any(List<UUID> ids) {
        return ids.isEmpty() ? draftAndIssue() : ids.get(random.nextInt(ids.size()));
    }

    private UUID draftAndIssue() {
        var lines = new ArrayList<InvoiceDraft.Line>();
        for (var n = 1 + random.nextInt(4); n > 0; n--) {
            var quantity = BigDecimal.valueOf(1 + random.nextInt(30), 1);
            var service = services.get(random.nextInt(services.size()));
            lines.add(new InvoiceDraft.Line(service, "Line", quantity, random.nextInt(9_000), 0));
        }
        var id = invoices.draft(InvoiceDraft.of(patient, InvoiceSource.BY_HAND, TestMoney.DOLLARS, lines));
        invoiceIds.add(id);
        invoices.issue(id);
        return id;
    }

    /** Paid at once half of the time. */
    private void sellPackage() {
        var price = new Money(1 + random.nextInt(20_000), TestMoney.DOLLARS);
        var service = services.get(random.nextInt(services.size()));
        var id = packages.sell(new NewPackage(patient, "Sessions", service, 1 + random.nextInt(5), price, 90));
        var invoice = invoices.get(packages.get(id).invoiceId());
        packageIds.add(id);
        invoiceIds.add(invoice.id());
        if (random.nextBoolean()) {
            var payment = begin(invoice.id(), invoice.outstanding());
            payments.received(
                    payment,
                    invoice.outstanding(),
                    "ref_" + payment,
                    PaidWith.of(PaymentMethod.CARD),
                    java.time.Instant.now());
        }
    }

    /** Paid at once most of the time. */
    private void askDeposit() {
        var visit = visit(services.get(0));
        var line = InvoiceDraft.Line.one(null, "Deposit", 1 + random.nextInt(9_000));
        var source = new InvoiceSource(InvoiceSource.Kind.DEPOSIT, visit);
        var id = invoices.draft(InvoiceDraft.of(patient, source, TestMoney.DOLLARS, List.of(line)));
        invoiceIds.add(id);
        deposits.add(id);
        invoices.issue(id);
        if (random.nextInt(4) > 0) {
            var amount = invoices.get(id).outstanding();
            var payment = begin(id, amount);
            payments.received(
                    payment, amount, "ref_" + payment, PaidWith.of(PaymentMethod.CARD), java.time.Instant.now());
        }
    }

    private void useDeposit() {
        if (!deposits.isEmpty()) {
            var deposit = any(deposits);
            var invoice = any(invoiceIds);
            if (!deposits.contains(invoice)) {
                ahead.use(deposit, invoice);
            }
        }
    }

    private UUID visit(UUID service) {
        var visit = scheduling.appointment(
                clinic, patient, service, practitioner, java.time.Instant.now().plusSeconds(visits.size() * 7_200L));
        visits.add(visit);
        return visit;
    }

    private void usePackage() {
        if (!packageIds.isEmpty()) {
            var id = any(packageIds);
            var service = packages.get(id).serviceId();
            packages.redeem(id, visit(service == null ? services.get(0) : service));
        }
    }

    private void giveSessionBack() {
        if (!visits.isEmpty()) {
            packages.giveBack(visits.get(random.nextInt(visits.size())));
        }
    }

    /** Told up to three times, sometimes of more than is needed by now. */
    private void pay() {
        var invoice = invoices.get(any(invoiceIds));
        var amount = new Money(1 + random.nextLong(Math.max(1, invoice.outstandingMinor())), TestMoney.DOLLARS);
        var one = begin(invoice.id(), amount);
        var other = random.nextInt(4) == 0 ? begin(invoice.id(), invoice.outstanding()) : one;
        for (var times = 1 + random.nextInt(3); times > 0; times--) {
            payments.received(one, amount, "ref_" + one, PaidWith.of(PaymentMethod.CARD), java.time.Instant.now());
        }
        if (other != one) {
            payments.received(
                    other,
                    invoice.outstanding(),
                    "ref_" + other,
                    PaidWith.of(PaymentMethod.UPI),
                    java.time.Instant.now());
        }
    }

    /** Sometimes of more than is owed, as when a bank credit is matched to the wrong invoice. */
    private void payByHand() {
        var invoice = any(invoiceIds);
        var amount = new Money(1 + random.nextInt(9_000), TestMoney.DOLLARS);
        var id = UUID.randomUUID();
        paymentIds.add(id);
        byHandIds.add(id);
        payments.arrived(
                new NewPayment(id, patient, invoice, NewPayment.MANUAL, PaymentMethod.BANK_TRANSFER, amount, true),
                "T-" + id);
    }

    private void takeBack() {
        if (!byHandIds.isEmpty()) {
            reversals.reverse(any(byHandIds), "booked by mistake");
        }
    }

    private UUID begin(UUID invoice, Money amount) {
        var id = UUID.randomUUID();
        payments.begin(new NewPayment(id, patient, invoice, "stripe", PaymentMethod.CARD, amount, false));
        paymentIds.add(id);
        return id;
    }

    private void refund() {
        if (paymentIds.isEmpty()) {
            return;
        }
        var payment = any(paymentIds);
        var left = refunds.refundable(payment);
        if (left == 0) {
            return;
        }
        var id = refunds.request(payment, 1 + random.nextLong(left), RefundReason.GOODWILL, "because");
        refundIds.add(id);
        refunds.decide(id, random.nextInt(5) > 0, null);
        if (refunds.get(id).status() != org.carewright.billing.refund.RefundStatus.APPROVED) {
            return;
        }
        refunds.setAside(id);
        refunds.setAside(id);
        if (random.nextInt(4) == 0) {
            refunds.failed(id, "declined");
        } else {
            refunds.issued(id, "re_" + id);
            refunds.issued(id, "re_" + id);
        }
    }

    /** Told twice; won, lost, or not decided yet. */
    private void dispute() {
        if (paymentIds.isEmpty()) {
            return;
        }
        var payment = payments.get(any(paymentIds));
        var held = ledger.balanceOfPayment(payment.id(), LedgerAccount.MONEY);
        if (held <= 0) {
            return;
        }
        var amount = new Money(1 + random.nextLong(held), TestMoney.DOLLARS);
        var ref = "dp_" + UUID.randomUUID();
        var now = java.time.Instant.now();
        var fee = random.nextBoolean() ? null : new Money(1_500, TestMoney.DOLLARS);
        var opened = new DisputeWord(ref, amount, "fraudulent", null, fee, now);
        disputes.opened(payment, opened);
        disputes.opened(payment, opened);
        var end = random.nextInt(3);
        if (end > 0) {
            disputes.closed(payment, opened, end == 1 ? Disputes.WON : Disputes.LOST);
            disputes.closed(payment, opened, Disputes.LOST);
        }
    }

    private void assertBalanced() {
        assertThat(jdbc.queryForObject("select coalesce(sum(amount_minor), 0) from billing.entry", Long.class))
                .isZero();
        // Assets at least nothing; liabilities at most nothing.
        assertThat(
                        jdbc.queryForList(
                                """
                        select account
                        from billing.entry
                        group by account
                        having (account in ('receivable', 'write_off', 'disputed') and sum(amount_minor) < 0)
                            or (account in ('patient_credit', 'refund_due', 'tax', 'revenue', 'package', 'deposit')
                                and sum(amount_minor) > 0)
                        """))
                .isEmpty();
        assertThat(
                        jdbc.queryForList(
                                """
                        select invoice_id, account
                        from billing.entry
                        where invoice_id is not null and account in ('patient_credit', 'refund_due', 'tax', 'revenue', 'package', 'deposit')
                        group by invoice_id, account
                        having sum(amount_minor) > 0
                        """))
                .isEmpty();
    }

    private void assertStateFollowsEntries(UUID id) {
        var invoice = invoices.get(id);
        var receivable = ledger.balanceOfInvoice(id, LedgerAccount.RECEIVABLE);
        assertThat(receivable).isEqualTo(invoice.outstandingMinor()).isNotNegative();
        switch (invoice.status()) {
            case PAID, CANCELLED -> assertThat(receivable).isZero();
            case SENT, OVERDUE -> assertThat(receivable).isPositive();
            case DRAFT -> assertThat(invoice.status()).isNotEqualTo(InvoiceStatus.DRAFT);
        }
        assertThat(invoice.creditedMinor()).isBetween(0L, invoice.totalMinor());
        var revenue = ledger.balanceOfInvoice(id, LedgerAccount.REVENUE);
        var tax = ledger.balanceOfInvoice(id, LedgerAccount.TAX);
        var expected = invoice.status() == InvoiceStatus.CANCELLED ? 0 : invoice.totalMinor() - invoice.creditedMinor();
        var owed = ledger.balanceOfInvoice(id, LedgerAccount.PACKAGE)
                + ledger.balanceOfInvoice(id, LedgerAccount.DEPOSIT)
                - usedOf(id);
        assertThat(-revenue - tax - owed).isEqualTo(expected);
    }

    /** What another invoice has used of a deposit. */
    private long usedOf(UUID id) {
        return ledger.entriesOf("deposit_used", id).stream()
                .filter(entry -> entry.account() == LedgerAccount.DEPOSIT)
                .mapToLong(Entry::amountMinor)
                .sum();
    }

    private void assertNothingTooMuchWentBack(UUID id) {
        var paid = payments.get(id);
        var back = refunds.ofPayment(id).stream()
                .filter(refund -> refund.status() == org.carewright.billing.refund.RefundStatus.ISSUED)
                .mapToLong(refund -> refund.amount().minor())
                .sum();
        assertThat(back).isLessThanOrEqualTo(paid.amount().minor());
        // Beside what the provider keeps for its work, which a bank's dispute costs even after a refund.
        assertThat(ledger.balanceOfPayment(id, LedgerAccount.MONEY)
                        + ledger.balanceOfPayment(id, LedgerAccount.PROVIDER_FEE))
                .isNotNegative();
        assertThat(ledger.balanceOfPayment(id, LedgerAccount.PROVIDER_FEE)).isNotNegative();
    }
}
