package org.carewright.billing.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.carewright.billing.invoice.InvoiceStatus;
import org.carewright.billing.payment.Payment;
import org.carewright.billing.payment.Payments;
import org.carewright.billing.process.Dunning;
import org.carewright.billing.process.DunningStep;
import org.carewright.billing.process.InvoiceRuns;
import org.carewright.integrations.sandbox.SandboxFault;
import org.carewright.test.CarewrightTest;
import org.carewright.test.SandboxFixture;
import org.carewright.test.TestCards;
import org.carewright.test.TestClinics.TestClinic;
import org.carewright.test.TestJobs;
import org.carewright.test.TestMoney;
import org.carewright.test.TestPayers;
import org.carewright.test.TestPayers.Payer;
import org.carewright.test.TestRuns;
import org.carewright.test.TestStripe;
import org.carewright.test.TestTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Cards that patients agreed may be charged, charged by the dunning policy through the Stripe sandbox. */
@CarewrightTest
class StoredCardChargeTests {

    private static final String FIRST_STEP = "2027-03-16T13:00:00Z";

    @RegisterExtension
    final TestTime time = new TestTime();

    @Autowired
    TestPayers payers;

    @Autowired
    TestMoney money;

    @Autowired
    TestRuns runs;

    @Autowired
    TestJobs jobs;

    @Autowired
    TestStripe stripe;

    @Autowired
    SandboxFixture sandbox;

    @Autowired
    SavedCards cards;

    @Autowired
    TestCards cardPages;

    @Autowired
    Payments payments;

    @Autowired
    InvoiceRuns invoiceRuns;

    @Autowired
    Dunning dunning;

    @Autowired
    ManagementService management;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    org.carewright.shared.tenant.ClinicScope scope;

    private Payer payer;
    private TestClinic clinic;
    private UUID patient;

    @BeforeEach
    void open() {
        time.moveToNoon("2027-03-01");
        payer = payers.open();
        clinic = payer.clinic();
        patient = payer.id();
    }

    @Test
    void keepsACardOnlyWhenThePatientHasEndedTheProvidersPage() {
        var page = cardPages.setUp(clinic, patient);
        ended();
        assertThat(payer.in(() -> cards.usable(patient))).isEmpty();
        stripe.pay(page, TestStripe.PAYS);
        ended();
        ended();

        assertThat(payer.in(() -> cards.of(patient))).singleElement().satisfies(card -> assertThat(card.last4())
                .isEqualTo("4242"));
    }

    @Test
    void chargesTheCardBeforeAnybodyIsReminded() {
        cardPages.save(clinic, patient, TestStripe.PAYS);
        var id = overdue();
        runDue(id);

        assertThat(steps(id)).containsExactly("charge");
        assertThat(money.invoice(clinic, id).status()).isEqualTo(InvoiceStatus.PAID);
        assertThat(money.balance(clinic, "money")).isEqualTo(8000);
        assertThat(payer.sent("invoice", id)).doesNotContain("invoice-overdue");
    }

    @Test
    void tellsOfADeclinedCardAndGoesOnWithReminders() {
        cardPages.save(clinic, patient, TestStripe.SAVES_THEN_DECLINES);
        var id = overdue();
        runDue(id);
        assertThat(payer.sent("invoice", id)).contains("card-declined");
        assertThat(money.balance(clinic, "money")).isZero();
        time.moveTo("2027-03-19T13:00:00Z");
        runDue(id);

        assertThat(steps(id)).containsExactly("charge", "email");
    }

    @Test
    void chargesOnceThoughTheAnswerWasLostAndTheJobRunsAgain() {
        cardPages.save(clinic, patient, TestStripe.PAYS);
        var id = overdue();
        var instance = payer.in(() -> runs.lastInstanceOf(id));
        var job = jobs.due(instance).get(0);
        management.executeJob(job.getId());
        var charge = jobs.due(instance).get(0);
        sandbox.fault("stripe", SandboxFault.Kind.STATUS, 502, 5);
        assertThatThrownBy(() -> management.executeJob(charge.getId())).isNotNull();
        sandbox.clearFaults();
        management.executeJob(charge.getId());
        runDue(id);

        assertThat(payer.in(() -> payments.ofInvoice(id)))
                .extracting(Payment::amount)
                .hasSize(1);
        assertThat(money.balance(clinic, "money")).isEqualTo(8000);
    }

    @Test
    void chargesNoCardThatThePatientHasTakenBack() {
        cardPages.save(clinic, patient, TestStripe.PAYS);
        var card = payer.in(() -> cards.of(patient)).get(0).id();
        scope.run(clinic.id(), () -> cards.remove(patient, card));
        var id = overdue();
        runDue(id);

        assertThat(steps(id)).containsExactly("email");
        assertThat(money.balance(clinic, "money")).isZero();
    }

    /** The provider says that the page was ended. */
    private void ended() {
        payer.in(() -> {
            jdbc.queryForList("select id from billing.card_set_up", UUID.class)
                    .forEach(id -> cards.setUpEnded(id, null));
            return true;
        });
    }

    /** An invoice on the morning of its first step, which has not been taken. */
    private UUID overdue() {
        var id = money.draft(clinic, patient, 8000);
        payer.in(() -> invoiceRuns.begin(id));
        runDue(id);
        time.moveTo("2027-03-16T04:00:00Z");
        runDue(id);
        time.moveTo(FIRST_STEP);
        return id;
    }

    private void runDue(UUID id) {
        jobs.runDue(payer.in(() -> runs.lastInstanceOf(id)));
    }

    private List<String> steps(UUID id) {
        return payer.in(() -> dunning.steps(id)).stream()
                .map(DunningStep::action)
                .toList();
    }
}
