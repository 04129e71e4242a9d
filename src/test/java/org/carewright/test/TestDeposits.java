package org.carewright.test;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.carewright.billing.deposit.Deposit;
import org.carewright.billing.deposit.Deposits;
import org.carewright.billing.invoice.Invoice;
import org.carewright.billing.invoice.Invoices;
import org.carewright.billing.payment.PayNow;
import org.carewright.scheduling.Appointment;
import org.carewright.scheduling.AppointmentService;
import org.carewright.shared.tenant.ClinicScope;
import org.carewright.test.TestClinics.TestClinic;
import org.springframework.stereotype.Component;

/** What patients do about deposits, and how those stand. */
@Component
public class TestDeposits {

    private final Deposits deposits;
    private final Invoices invoices;
    private final AppointmentService appointments;
    private final PayNow payNow;
    private final TestStripe stripe;
    private final TestJobs jobs;
    private final RuntimeService runtime;
    private final ManagementService management;
    private final ClinicScope scope;

    TestDeposits(
            Deposits deposits,
            Invoices invoices,
            AppointmentService appointments,
            PayNow payNow,
            TestStripe stripe,
            TestJobs jobs,
            RuntimeService runtime,
            ManagementService management,
            ClinicScope scope) {
        this.deposits = deposits;
        this.invoices = invoices;
        this.appointments = appointments;
        this.payNow = payNow;
        this.stripe = stripe;
        this.jobs = jobs;
        this.runtime = runtime;
        this.management = management;
        this.scope = scope;
    }

    public Deposit of(TestClinic clinic, UUID visit) {
        return scope.call(clinic.id(), () -> deposits.of(visit)).orElseThrow();
    }

    public Invoice invoice(TestClinic clinic, UUID visit) {
        return scope.call(
                clinic.id(), () -> invoices.get(deposits.of(visit).orElseThrow().invoiceId()));
    }

    public Appointment visit(TestClinic clinic, UUID visit) {
        return scope.call(clinic.id(), () -> appointments.find(visit)).orElseThrow();
    }

    /** The patient goes to the provider's page. @return the payment */
    public UUID begin(TestClinic clinic, UUID visit) {
        return scope.call(clinic.id(), () -> payNow.begin(
                        UUID.randomUUID(), deposits.of(visit).orElseThrow().invoiceId())
                .id());
    }

    /** @return the provider's page */
    public URI open(TestClinic clinic, UUID payment) {
        return scope.call(clinic.id(), () -> payNow.open(payment, "/m/token/deposit", Locale.US))
                .page();
    }

    /** The patient has come back; the provider is asked. */
    public void comeBack(TestClinic clinic, UUID payment) {
        scope.call(clinic.id(), () -> payNow.look(payment));
    }

    /** Begins, pays with that card and comes back. @return the payment */
    public UUID pay(TestClinic clinic, UUID visit, String card) {
        var payment = begin(clinic, visit);
        stripe.pay(open(clinic, payment), card);
        comeBack(clinic, payment);
        return payment;
    }

    /** Running instances of the process for a visit's deposit. */
    public List<String> running(UUID visit) {
        return runtime
                .createProcessInstanceQuery()
                .processDefinitionKey("DepositProcess")
                .processInstanceBusinessKey(visit.toString())
                .list()
                .stream()
                .map(instance -> instance.getId())
                .toList();
    }

    /** Runs what is due of a visit and its deposit, until nothing is. */
    public void runDue(TestClinic clinic, UUID visit) {
        running(visit).forEach(jobs::runDue);
        jobs.runDue(visit(clinic, visit).processInstanceId());
    }

    /** Runs all jobs of the clinic that are due in processes with that key. */
    public void runAll(TestClinic clinic, String processId) {
        for (var rounds = 0; rounds < 20; rounds++) {
            var due = management
                    .createJobQuery()
                    .processDefinitionKey(processId)
                    .tenantIdIn(clinic.id().toString())
                    .executable()
                    .list();
            if (due.isEmpty()) {
                return;
            }
            due.forEach(job -> management.executeJob(job.getId()));
        }
        throw new AssertionError("Jobs of " + processId + " never end");
    }
}
