package org.carewright.test;

import java.net.URI;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;
import org.carewright.billing.card.SavedCards;
import org.carewright.billing.plan.IntervalUnit;
import org.carewright.billing.plan.NewPlan;
import org.carewright.billing.plan.Plans;
import org.carewright.billing.subscription.Subscriptions;
import org.carewright.identity.AccountSetup;
import org.carewright.identity.NewPortalAccount;
import org.carewright.integrations.payment.Gateway;
import org.carewright.patients.access.AccessLevel;
import org.carewright.patients.access.NewGrant;
import org.carewright.patients.access.PatientAccess;
import org.carewright.patients.access.Relation;
import org.carewright.shared.tenant.ClinicScope;
import org.carewright.test.TestVisits.Practice;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Gives a node that a test starts as a process of its own money to take: {@code carewright.test.charges} plans whose
 * first period is to be charged to a saved card by the engine, and {@code carewright.test.pages} invoices that one
 * account of the portal may pay on the provider's page.
 */
@Component
@ConditionalOnProperty("carewright.test.charges")
public class MoneySeed implements ApplicationRunner {

    public static final String EMAIL = "payer@nodes.example";
    public static final String PASSWORD = "only-for-tests-on-this-machine";
    public static final int CENTS = 4_321;

    private static final int PATIENTS = 10;

    private final TestVisits visits;
    private final TestRuns runs;
    private final TestMoney money;
    private final TestStripe stripe;
    private final TestScheduling scheduling;
    private final Plans plans;
    private final Subscriptions subscriptions;
    private final SavedCards cards;
    private final AccountSetup accounts;
    private final PatientAccess access;
    private final PasswordEncoder passwords;
    private final ClinicScope scope;
    private final JdbcTemplate jdbc;
    private final int charges;
    private final int pages;

    MoneySeed(
            TestVisits visits,
            TestRuns runs,
            TestMoney money,
            TestStripe stripe,
            TestScheduling scheduling,
            Plans plans,
            Subscriptions subscriptions,
            SavedCards cards,
            AccountSetup accounts,
            PatientAccess access,
            PasswordEncoder passwords,
            ClinicScope scope,
            JdbcTemplate jdbc,
            @Value("${carewright.test.charges}") int charges,
            @Value("${carewright.test.pages}") int pages) {
        this.visits = visits;
        this.runs = runs;
        this.money = money;
        this.stripe = stripe;
        this.scheduling = scheduling;
        this.plans = plans;
        this.subscriptions = subscriptions;
        this.cards = cards;
        this.accounts = accounts;
        this.access = access;
        this.passwords = passwords;
        this.scope = scope;
        this.jdbc = jdbc;
        this.charges = charges;
        this.pages = pages;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        var practice = visits.open();
        var payer = runs.reachablePatient(practice);
        IntStream.range(0, pages).forEach(page -> money.issued(practice.clinic(), payer, CENTS));
        var patients = IntStream.range(0, PATIENTS)
                .mapToObj(number -> patientWithCard(practice))
                .toList();
        for (var at = 0; at < charges; at += PATIENTS) {
            var plan = plan(practice, at);
            patients.forEach(patient -> scheduling.in(practice.clinic(), () -> subscriptions.subscribe(patient, plan)));
        }
        // Last: who waits for the account finds the rest there.
        var account =
                new NewPortalAccount(EMAIL, "Rosa Marchetti", null, "en", passwords.encode(PASSWORD), true, false);
        var holder = scope.call(practice.clinic().id(), () -> accounts.createPortal(account));
        scheduling.in(
                practice.clinic(),
                () -> access.grant(new NewGrant(holder, payer, AccessLevel.FULL, Relation.SELF, null, null, true)));
    }

    private UUID plan(Practice practice, int number) {
        return scheduling.in(
                practice.clinic(),
                () -> plans.create(new NewPlan(
                        "Plan " + number, null, TestMoney.DOLLARS, (long) CENTS, IntervalUnit.MONTH, 1, 4, 0)));
    }

    private UUID patientWithCard(Practice practice) {
        var patient = runs.reachablePatient(practice);
        var clinic = practice.clinic().id();
        var page = scope.call(
                clinic,
                () -> cards.setUp(
                        patient,
                        Gateway.STRIPE,
                        TestMoney.DOLLARS,
                        URI.create("http://localhost/saved"),
                        URI.create("http://localhost/not-saved"),
                        Locale.ENGLISH));
        stripe.pay(page, TestStripe.PAYS);
        scheduling.in(practice.clinic(), () -> {
            jdbc.queryForList("select id from billing.card_set_up where patient_id = ?", UUID.class, patient)
                    .forEach(id -> cards.setUpEnded(id, null));
            return patient;
        });
        return patient;
    }
}
