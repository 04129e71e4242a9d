package org.carewright.bench;

import java.util.Currency;
import java.util.UUID;
import org.carewright.billing.plan.IntervalUnit;
import org.carewright.billing.plan.NewPlan;
import org.carewright.billing.plan.Plans;
import org.carewright.billing.subscription.Subscriptions;
import org.carewright.identity.AccountSetup;
import org.carewright.identity.NewAccount;
import org.carewright.identity.Role;
import org.carewright.shared.tenant.ClinicScope;
import org.carewright.test.TestRuns;
import org.carewright.test.TestStaff;
import org.carewright.test.TestVisits;
import org.carewright.test.TestVisits.Practice;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Gives a node that the bench starts as a process of its own a clinic, {@code test-clinic-1}, with so many patients in
 * the trial period of a monthly plan, and someone who may sign in there.
 */
@Component
@ConditionalOnProperty("carewright.bench.renewals")
class RenewalSeed implements ApplicationRunner {

    static final String EMAIL = "billing@renewals.example";

    private final int patients;
    private final TestVisits visits;
    private final TestRuns runs;
    private final Plans plans;
    private final Subscriptions subscriptions;
    private final AccountSetup accounts;
    private final PasswordEncoder passwords;
    private final ClinicScope scope;

    RenewalSeed(
            @Value("${carewright.bench.renewals}") int patients,
            TestVisits visits,
            TestRuns runs,
            Plans plans,
            Subscriptions subscriptions,
            AccountSetup accounts,
            PasswordEncoder passwords,
            ClinicScope scope) {
        this.patients = patients;
        this.visits = visits;
        this.runs = runs;
        this.plans = plans;
        this.subscriptions = subscriptions;
        this.accounts = accounts;
        this.passwords = passwords;
        this.scope = scope;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        var practice = visits.open();
        var clinic = practice.clinic().id();
        var plan = scope.call(
                clinic,
                () -> plans.create(new NewPlan(
                        "Monthly", practice.visit(), Currency.getInstance("USD"), 9900L, IntervalUnit.MONTH, 1, 0, 1)));
        Throughput.of(patients, () -> subscribe(practice, plan));
        var account =
                new NewAccount(EMAIL, "Rosa Marchetti", Role.BILLING, passwords.encode(TestStaff.PASSWORD), false);
        scope.run(clinic, () -> accounts.createStaff(account));
    }

    private void subscribe(Practice practice, UUID plan) {
        var patient = runs.reachablePatient(practice);
        scope.call(practice.clinic().id(), () -> subscriptions.subscribe(patient, plan));
    }
}
