package org.carewright.demo;

import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.carewright.billing.packages.OfferDraft;
import org.carewright.billing.packages.PackageOffers;
import org.carewright.billing.packages.Packages;
import org.carewright.billing.payment.DeskPayments;
import org.carewright.billing.payment.DeskPayments.Taken;
import org.carewright.billing.payment.PaymentMethod;
import org.carewright.billing.plan.IntervalUnit;
import org.carewright.billing.plan.NewPlan;
import org.carewright.billing.plan.Plans;
import org.carewright.billing.subscription.NewSubscription;
import org.carewright.billing.subscription.Subscriptions;
import org.carewright.patients.access.AccessLevel;
import org.carewright.patients.access.NewGrant;
import org.carewright.patients.access.PatientAccess;
import org.carewright.patients.access.Relation;
import org.carewright.shared.money.Money;
import org.springframework.stereotype.Component;

/**
 * Plans and a package, and what the first patient has of them: a plan whose first month is to be paid at the portal, and
 * a package that was paid at the desk. Whoever signs in at the portal sees the own record; family also the first
 * patient's.
 */
@Component
class DemoMoney {

    private static final int VALID_DAYS = 365;

    private final Plans plans;
    private final PackageOffers offers;
    private final Packages packages;
    private final Subscriptions subscriptions;
    private final DeskPayments payments;
    private final PatientAccess access;

    DemoMoney(
            Plans plans,
            PackageOffers offers,
            Packages packages,
            Subscriptions subscriptions,
            DeskPayments payments,
            PatientAccess access) {
        this.plans = plans;
        this.offers = offers;
        this.packages = packages;
        this.subscriptions = subscriptions;
        this.payments = payments;
        this.access = access;
    }

    /** In the clinic in scope. @param patients of the clinic, in their order */
    void create(CreatedClinic clinic, List<UUID> patients) {
        var patient = patients.get(0);
        open(clinic.portalAccounts(), patients);
        var ids = clinic.demo().plans().stream().map(plan -> plan(clinic, plan)).toList();
        subscriptions.subscribe(new NewSubscription(patient, ids.get(0), null, false, false));
        sell(clinic, patient);
    }

    private void open(List<UUID> accounts, List<UUID> patients) {
        for (var i = 0; i < accounts.size(); i++) {
            grant(accounts.get(i), patients.get(i), Relation.SELF);
        }
        grant(accounts.get(1), patients.get(0), Relation.PARTNER);
    }

    private void grant(UUID account, UUID patient, Relation relation) {
        access.grant(new NewGrant(account, patient, AccessLevel.FULL, relation, null, null, true));
    }

    private UUID plan(CreatedClinic clinic, DemoClinic.Plan plan) {
        var service = plan.service() == null ? null : clinic.services().get(plan.service());
        return plans.create(new NewPlan(
                plan.name(), service, currency(clinic), plan.priceMinor(), IntervalUnit.MONTH, 1, plan.sessions(), 0));
    }

    private void sell(CreatedClinic clinic, UUID patient) {
        var bundle = clinic.demo().bundle();
        var offer = offers.create(new OfferDraft(
                bundle.name(),
                clinic.services().get(bundle.service()),
                bundle.sessions(),
                currency(clinic),
                bundle.priceMinor(),
                VALID_DAYS));
        var sold = packages.get(offers.sell(patient, offer));
        payments.take(new Taken(
                UUID.randomUUID(),
                sold.invoiceId(),
                PaymentMethod.CASH,
                new Money(bundle.priceMinor(), currency(clinic)),
                null));
    }

    private static Currency currency(CreatedClinic clinic) {
        return clinic.demo().clinic().currency();
    }
}
