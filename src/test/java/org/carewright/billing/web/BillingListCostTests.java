package org.carewright.billing.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.function.IntConsumer;
import org.carewright.billing.difference.DifferenceBook;
import org.carewright.billing.dispute.DisputeBook;
import org.carewright.billing.invoice.Invoice;
import org.carewright.billing.invoice.Invoices;
import org.carewright.billing.invoice.UnsettledInvoices;
import org.carewright.billing.payment.Payments;
import org.carewright.integrations.bank.BankLines;
import org.carewright.patients.record.PatientRecords;
import org.carewright.shared.money.Money;
import org.carewright.test.CarewrightTest;
import org.carewright.test.StatementCounter;
import org.carewright.test.TestBank;
import org.carewright.test.TestClinics;
import org.carewright.test.TestClinics.TestClinic;
import org.carewright.test.TestMoney;
import org.carewright.test.TestPaid;
import org.carewright.test.TestScheduling;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Lists about money cost the same number of statements for one row and for many. */
@CarewrightTest
class BillingListCostTests {

    private static final int MANY = 50;

    @Autowired
    TestClinics clinics;

    @Autowired
    TestScheduling scheduling;

    @Autowired
    TestMoney money;

    @Autowired
    TestPaid paid;

    @Autowired
    TestBank bank;

    @Autowired
    StatementCounter statements;

    @Autowired
    Invoices invoices;

    @Autowired
    UnsettledInvoices unsettled;

    @Autowired
    Payments payments;

    @Autowired
    DisputeBook disputes;

    @Autowired
    DifferenceBook differences;

    @Autowired
    BankLines lines;

    @Autowired
    PatientRecords records;

    private TestClinic clinic;
    private UUID patient;

    @BeforeEach
    void open() {
        clinic = clinics.open();
        patient = scheduling.patient(clinic);
    }

    @Test
    void allInvoices() {
        sameCost(
                row -> money.issued(clinic, scheduling.patient(clinic), 1_000 + row),
                () -> names(invoices.page(null, null, MANY)));
    }

    @Test
    void unsettledInvoices() {
        sameCost(
                row -> money.issued(clinic, scheduling.patient(clinic), 1_000 + row),
                () -> names(unsettled.page(null, MANY)));
    }

    private void names(List<Invoice> page) {
        records.findAll(page.stream().map(Invoice::patientId).distinct().toList());
    }

    @Test
    void paymentsOfAPatient() {
        var invoice = money.issued(clinic, patient, 100_000);
        sameCost(row -> money.cash(clinic, invoice, 100 + row), () -> payments.ofPatient(patient, null, MANY));
    }

    @Test
    void disputesWithTheirFees() {
        sameCost(row -> paid.disputed(clinic, patient), () -> disputes.page(true, null, MANY));
    }

    @Test
    void differences() {
        sameCost(row -> paid.difference(clinic), () -> differences.page(true, null, MANY));
    }

    @Test
    void creditsThatWait() {
        sameCost(row -> bank.credit(clinic, Money.of(100_000 + 100L * row, "INR")), () -> lines.unmatched(null, MANY));
    }

    /** @param add makes a row of the list, from 0 */
    private void sameCost(IntConsumer add, Runnable list) {
        add.accept(0);
        var one = cost(list);
        for (var row = 1; row < MANY; row++) {
            add.accept(row);
        }
        assertThat(one).isPositive();
        assertThat(cost(list)).isEqualTo(one);
    }

    private int cost(Runnable list) {
        return statements.during(() -> scheduling.in(clinic, () -> {
            list.run();
            return true;
        }));
    }
}
