package org.carewright.shared.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.carewright.billing.process.InvoiceRuns;
import org.carewright.test.CarewrightTest;
import org.carewright.test.TestClinics;
import org.carewright.test.TestClinics.TestClinic;
import org.carewright.test.TestJobs;
import org.carewright.test.TestMoney;
import org.carewright.test.TestScheduling;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What people do in Tasklist sets off processes that they couldn't start or reach themselves. */
@CarewrightTest
class AsApplicationTests {

    @Autowired
    TestClinics clinics;

    @Autowired
    TestScheduling scheduling;

    @Autowired
    TestMoney money;

    @Autowired
    TestJobs jobs;

    @Autowired
    InvoiceRuns runs;

    @Autowired
    Processes processes;

    @Autowired
    IdentityService identity;

    @Autowired
    ProcessEngine engine;

    private TestClinic clinic;
    private UUID invoice;

    @BeforeEach
    void setUp() {
        clinic = clinics.open();
        invoice = money.issued(clinic, scheduling.patient(clinic), 8_000);
    }

    @Test
    void aProcessStartsWhoeverActs() {
        asPractitioner(() -> runs.begin(invoice));

        assertThat(instance()).isNotNull();
    }

    @Test
    void aProcessHearsOfWhatPeopleDo() {
        scheduling.in(clinic, () -> {
            runs.begin(invoice);
            return null;
        });
        var instance = instance();
        jobs.runDue(instance);

        asPractitioner(() -> money.cash(clinic, invoice, 8_000));
        jobs.runDue(instance);

        assertThat(scheduling.in(clinic, () -> processes.isRunning(instance))).isFalse();
    }

    @Test
    void whoeverActedActsOnAfterwards() {
        asPractitioner(() -> {
            runs.begin(invoice);
            assertThat(identity.getCurrentAuthentication().getUserId()).isEqualTo("practitioner");
        });
    }

    /** Settled and paid are two messages; the first one ends what waits for the second. */
    @Test
    void aStepOfOneProcessMayTellAnotherTwice() {
        scheduling.in(clinic, () -> {
            runs.begin(invoice);
            return null;
        });
        var instance = instance();
        jobs.runDue(instance);

        inAStep(() -> money.cash(clinic, invoice, 8_000));
        jobs.runDue(instance);

        assertThat(scheduling.in(clinic, () -> processes.isRunning(instance))).isFalse();
        assertThat(money.balance(clinic, "money")).isEqualTo(8_000);
    }

    @Test
    void aStepSeesTheInstanceItHasStarted() {
        inAStep(() -> scheduling.in(clinic, () -> {
            runs.begin(invoice);
            assertThat(processes.isRunning(runs.instanceOf(invoice))).isTrue();
            return null;
        }));
    }

    private void inAStep(Runnable deed) {
        ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                .getCommandExecutorTxRequired()
                .execute(command -> {
                    deed.run();
                    return null;
                });
    }

    private String instance() {
        return scheduling.in(clinic, () -> runs.instanceOf(invoice));
    }

    private void asPractitioner(Runnable deed) {
        identity.setAuthentication(
                "practitioner", List.of("practitioner"), List.of(clinic.id().toString()));
        try {
            scheduling.in(clinic, () -> {
                deed.run();
                return null;
            });
        } finally {
            identity.clearAuthentication();
        }
    }
}
