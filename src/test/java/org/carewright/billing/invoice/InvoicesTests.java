package org.carewright.billing.invoice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.carewright.shared.forms.FieldError;
import org.carewright.shared.forms.InvalidFormException;
import org.carewright.shared.problem.ProblemException;
import org.carewright.test.CarewrightTest;
import org.carewright.test.Simultaneously;
import org.carewright.test.TestClinics;
import org.carewright.test.TestClinics.TestClinic;
import org.carewright.test.TestMoney;
import org.carewright.test.TestScheduling;
import org.carewright.test.TestTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** An invoice from draft to number, and back (BIL-2). */
@CarewrightTest
class InvoicesTests {

    @RegisterExtension
    final TestTime time = new TestTime();

    @Autowired
    TestClinics clinics;

    @Autowired
    TestScheduling scheduling;

    @Autowired
    TestMoney money;

    @Autowired
    Invoices invoices;

    @Autowired
    InvoiceLedger ledger;

    @Autowired
    JdbcTemplate jdbc;

    private TestClinic clinic;
    private UUID patient;

    @BeforeEach
    void setUp() {
        time.moveTo("2027-03-01T15:00:00Z");
        clinic = clinics.open();
        patient = scheduling.patient(clinic);
    }

    @Test
    void aDraftHasNoNumberAndOwesNothing() {
        var draft = money.invoice(clinic, money.draft(clinic, patient, 8_000));

        assertThat(draft.number()).isNull();
        assertThat(draft.status()).isEqualTo(InvoiceStatus.DRAFT);
        assertThat(draft.outstandingMinor()).isZero();
        assertThat(money.balance(clinic, "receivable")).isZero();
    }

    @Test
    void issuingTwiceIsTheSameAsOnce() {
        var id = money.issued(clinic, patient, 8_000);
        issue(id);

        assertThat(money.invoice(clinic, id).number()).isEqualTo("INV-2027-00001");
        assertThat(money.balance(clinic, "receivable")).isEqualTo(8_000);
    }

    @Test
    void numbersHaveNoGapsWhenManyAreIssuedAtOnceAndSomeAreRolledBack() throws Exception {
        var drafts = new ArrayList<UUID>();
        for (var i = 0; i < 24; i++) {
            drafts.add(money.draft(clinic, patient, 100 + i));
        }

        var next = new AtomicInteger();

        Simultaneously.run(8, IllegalStateException.class, () -> {
            for (var i = next.getAndIncrement(); i < drafts.size(); i = next.getAndIncrement()) {
                issueOrRollBack(drafts.get(i), i % 3 == 0);
            }
            return null;
        });

        var numbers = scheduling.in(
                clinic,
                () -> jdbc.queryForList(
                        "select number from billing.invoice where number is not null order by number", String.class));
        assertThat(numbers).hasSize(16).startsWith("INV-2027-00001").endsWith("INV-2027-00016");
    }

    @Test
    void whatCostsNothingIsPaidWhenIssued() {
        assertThat(money.invoice(clinic, money.issued(clinic, patient, 0)).status())
                .isEqualTo(InvoiceStatus.PAID);
    }

    @Test
    void oneVisitHasOneInvoice() {
        var source = new InvoiceSource(InvoiceSource.Kind.APPOINTMENT, UUID.randomUUID());
        var draft = InvoiceDraft.of(patient, source, TestMoney.DOLLARS, List.of(line("1", 8_000)));

        var first = scheduling.in(clinic, () -> invoices.draft(draft));
        var second = scheduling.in(clinic, () -> invoices.draft(draft));

        assertThat(second).isEqualTo(first);
    }

    @Test
    void namesTheLineThatIsWrong() {
        var draft = InvoiceDraft.of(
                patient,
                InvoiceSource.BY_HAND,
                TestMoney.DOLLARS,
                List.of(line("1", 100), line("0", 100), new InvoiceDraft.Line(null, " ", BigDecimal.ONE, 5, 0)));

        assertThatExceptionOfType(InvalidFormException.class)
                .isThrownBy(() -> scheduling.in(clinic, () -> invoices.draft(draft)))
                .satisfies(wrong -> assertThat(wrong.errors())
                        .extracting(FieldError::key)
                        .containsExactly("lines[1].quantity", "lines[2].description"));
    }

    @Test
    void anIssuedInvoiceIsNotChangedAnyMore() {
        var id = money.issued(clinic, patient, 8_000);
        var draft = InvoiceDraft.of(patient, InvoiceSource.BY_HAND, TestMoney.DOLLARS, List.of(line("1", 1)));

        refused("invoice_issued", () -> invoices.change(id, 0, draft));
    }

    @Test
    void tellsWhoeverChangesADraftThatSomebodyElseDid() {
        var id = money.draft(clinic, patient, 8_000);
        var draft = InvoiceDraft.of(patient, InvoiceSource.BY_HAND, TestMoney.DOLLARS, List.of(line("2", 10)));
        scheduling.in(clinic, () -> {
            invoices.change(id, 0, draft);
            return null;
        });

        refused("changed_meanwhile", () -> invoices.change(id, 0, draft));
        assertThat(money.invoice(clinic, id).totalMinor()).isEqualTo(20);
    }

    @Test
    void takesNothingBackThatWasPaidInPart() {
        var id = money.issued(clinic, patient, 8_000);
        money.cash(clinic, id, 1);

        refused("invoice_paid", () -> invoices.cancel(id));
    }

    @Test
    void isOverdueTheDayAfterItIsDueInTheClinicsZone() {
        var id = money.issued(clinic, patient, 8_000);
        // Due on 15 March, which in New York ends at 04:00 UTC.
        time.moveTo("2027-03-16T03:59:59Z");
        assertThat(scheduling.in(clinic, () -> invoices.markOverdue(id))).isFalse();
        time.moveTo("2027-03-16T04:00:00Z");
        assertThat(scheduling.in(clinic, () -> invoices.markOverdue(id))).isTrue();
        assertThat(money.invoice(clinic, id).status()).isEqualTo(InvoiceStatus.OVERDUE);

        money.cash(clinic, id, 8_000);
        assertThat(money.invoice(clinic, id).status()).isEqualTo(InvoiceStatus.PAID);
    }

    @Test
    void creditsNoMoreThanTheInvoice() {
        var id = money.issued(clinic, patient, 8_000);
        scheduling.in(clinic, () -> ledger.credit(id, 5_000, "Too long a wait"));

        refused("credit_above_invoice", () -> ledger.credit(id, 3_001, null));
        assertThat(money.invoice(clinic, id).outstandingMinor()).isEqualTo(3_000);
    }

    private void issueOrRollBack(UUID id, boolean fails) {
        try {
            scheduling.in(clinic, () -> {
                invoices.issue(id);
                if (fails) {
                    throw new IllegalStateException("rolled back");
                }
                return null;
            });
        } catch (IllegalStateException rolledBack) {
            assertThat(fails).isTrue();
        }
    }

    private void issue(UUID id) {
        scheduling.in(clinic, () -> {
            invoices.issue(id);
            return null;
        });
    }

    private void refused(String code, Runnable deed) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> scheduling.in(clinic, () -> {
                    deed.run();
                    return null;
                }))
                .satisfies(problem -> assertThat(problem.code()).isEqualTo(code));
    }

    private static InvoiceDraft.Line line(String quantity, long unit) {
        return new InvoiceDraft.Line(null, "Visit", new BigDecimal(quantity), unit, 0);
    }
}
