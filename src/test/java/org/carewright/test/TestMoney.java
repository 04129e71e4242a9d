package org.carewright.test;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.carewright.billing.invoice.Invoice;
import org.carewright.billing.invoice.InvoiceDraft;
import org.carewright.billing.invoice.InvoiceSource;
import org.carewright.billing.invoice.Invoices;
import org.carewright.billing.payment.NewPayment;
import org.carewright.billing.payment.Payment;
import org.carewright.billing.payment.PaymentMethod;
import org.carewright.billing.payment.Payments;
import org.carewright.shared.money.Money;
import org.carewright.test.TestClinics.TestClinic;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Invoices and payments for tests. */
@Component
public class TestMoney {

    public static final Currency DOLLARS = Currency.getInstance("USD");

    private final TestScheduling scheduling;
    private final Invoices invoices;
    private final Payments payments;
    private final JdbcTemplate jdbc;

    TestMoney(TestScheduling scheduling, Invoices invoices, Payments payments, JdbcTemplate jdbc) {
        this.scheduling = scheduling;
        this.invoices = invoices;
        this.payments = payments;
        this.jdbc = jdbc;
    }

    /** A draft by hand of one line. */
    public UUID draft(TestClinic clinic, UUID patient, long minor) {
        return scheduling.in(
                clinic,
                () -> invoices.draft(InvoiceDraft.of(
                        patient,
                        InvoiceSource.BY_HAND,
                        DOLLARS,
                        List.of(new InvoiceDraft.Line(null, "Visit", BigDecimal.ONE, minor, 0)))));
    }

    /** An issued invoice of one line. */
    public UUID issued(TestClinic clinic, UUID patient, long minor) {
        var id = draft(clinic, patient, minor);
        scheduling.in(clinic, () -> {
            invoices.issue(id);
            return id;
        });
        return id;
    }

    /** The invoice as it is now. */
    public Invoice invoice(TestClinic clinic, UUID id) {
        return scheduling.in(clinic, () -> invoices.get(id));
    }

    /** Cash for an invoice. */
    public Payment cash(TestClinic clinic, UUID invoice, long minor) {
        return cashIn(clinic, invoice, new Money(minor, DOLLARS));
    }

    /** Cash for an invoice in any currency. */
    public Payment cashIn(TestClinic clinic, UUID invoice, Money amount) {
        return scheduling.in(clinic, () -> {
            var patient = invoices.get(invoice).patientId();
            return payments.take(
                    new NewPayment(
                            UUID.randomUUID(), patient, invoice, NewPayment.MANUAL, PaymentMethod.CASH, amount, true),
                    null);
        });
    }

    /** Sum of all entries of an account in the clinic's ledger; of all accounts for null. */
    public long balance(TestClinic clinic, String account) {
        return scheduling.in(
                clinic,
                () -> jdbc.queryForObject(
                        "select coalesce(sum(amount_minor), 0) from billing.entry where ?::text is null or account = ?",
                        Long.class,
                        account,
                        account));
    }

    /** A tax of 10 %, added to prices. */
    public UUID tax(TestClinic clinic) {
        var id = UUID.randomUUID();
        scheduling.in(clinic, () -> {
            jdbc.update("insert into billing.tax values (?, ?, ?, false, now())", clinic.id(), id, "Tax " + id);
            return jdbc.update("insert into billing.tax_part values (?, ?, 0, 'Tax', 100000)", clinic.id(), id);
        });
        return id;
    }

    /** A coupon of 10 % without end. */
    public UUID coupon(TestClinic clinic) {
        var id = UUID.randomUUID();
        scheduling.in(
                clinic,
                () -> jdbc.update(
                        "insert into billing.coupon (clinic_id, id, code, percent_ppm, valid_from, created_at)"
                                + " values (?, ?, upper(substr(?::text, 1, 8)), 100000, '2020-01-01', now())",
                        clinic.id(),
                        id,
                        id.toString()));
        return id;
    }
}
