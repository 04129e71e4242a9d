package org.carewright.test;

import java.time.Clock;
import java.util.UUID;
import org.carewright.billing.packages.OfferDraft;
import org.carewright.billing.packages.PackageOffers;
import org.carewright.billing.plan.IntervalUnit;
import org.carewright.billing.plan.NewPlan;
import org.carewright.billing.plan.Plans;
import org.carewright.billing.subscription.Subscriptions;
import org.carewright.test.TestClinics.TestClinic;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Plans, packages and saved cards for tests. */
@Component
public class TestPlans {

    private final TestScheduling scheduling;
    private final Plans plans;
    private final PackageOffers offers;
    private final Subscriptions subscriptions;
    private final JdbcTemplate jdbc;
    private final Clock clock;

    TestPlans(
            TestScheduling scheduling,
            Plans plans,
            PackageOffers offers,
            Subscriptions subscriptions,
            JdbcTemplate jdbc,
            Clock clock) {
        this.scheduling = scheduling;
        this.plans = plans;
        this.offers = offers;
        this.subscriptions = subscriptions;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A plan of four visits for 100.00 a month, without a trial. */
    public UUID plan(TestClinic clinic) {
        return plan(clinic, "Monthly " + UUID.randomUUID(), 10_000);
    }

    /** The same with that name and price. */
    public UUID plan(TestClinic clinic, String name, long priceMinor) {
        return scheduling.in(
                clinic,
                () -> plans.create(
                        new NewPlan(name, null, TestMoney.DOLLARS, priceMinor, IntervalUnit.MONTH, 1, 4, 0)));
    }

    /** A package of ten sessions for 500.00, valid for a year. */
    public UUID offer(TestClinic clinic) {
        return offer(clinic, "Ten sessions " + UUID.randomUUID());
    }

    /** The same with that name. */
    public UUID offer(TestClinic clinic, String name) {
        return scheduling.in(
                clinic, () -> offers.create(new OfferDraft(name, null, 10, TestMoney.DOLLARS, 50_000L, 365)));
    }

    public UUID subscribed(TestClinic clinic, UUID patient, UUID plan) {
        return scheduling.in(clinic, () -> subscriptions.subscribe(patient, plan));
    }

    public UUID sold(TestClinic clinic, UUID patient, UUID offer) {
        return scheduling.in(clinic, () -> offers.sell(patient, offer));
    }

    /** A card kept at Stripe's sandbox, which doesn't know it. */
    public UUID card(TestClinic clinic, UUID patient) {
        var id = UUID.randomUUID();
        scheduling.in(
                clinic,
                () -> jdbc.update(
                        "insert into billing.saved_card (clinic_id, id, patient_id, gateway, customer_ref, method_ref,"
                                + " brand, last4, expires_on, agreed_at) values (?, ?, ?, 'stripe', 'cus_test', ?, 'visa',"
                                + " '4242', '2035-12-31', ?)",
                        clinic.id(),
                        id,
                        patient,
                        "pm_" + id,
                        java.sql.Timestamp.from(clock.instant())));
        return id;
    }

    /** A card's page at the provider that was given up. */
    public UUID endedSetUp(TestClinic clinic, UUID patient) {
        var id = UUID.randomUUID();
        scheduling.in(
                clinic,
                () -> jdbc.update(
                        "insert into billing.card_set_up (clinic_id, id, patient_id, gateway, agreed_at, ended_at)"
                                + " values (?, ?, ?, 'stripe', now(), now())",
                        clinic.id(),
                        id,
                        patient));
        return id;
    }
}
