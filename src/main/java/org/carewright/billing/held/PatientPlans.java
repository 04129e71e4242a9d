package org.carewright.billing.held;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.carewright.billing.card.SavedCard;
import org.carewright.billing.card.SavedCards;
import org.carewright.billing.included.IncludedSessions;
import org.carewright.billing.ledger.Ledger;
import org.carewright.billing.packages.Packages;
import org.carewright.billing.packages.SessionPackage;
import org.carewright.billing.plan.Plan;
import org.carewright.billing.plan.Plans;
import org.carewright.billing.subscription.PlanPreviews;
import org.carewright.billing.subscription.PlanPreviews.NextCharge;
import org.carewright.billing.subscription.Subscription;
import org.carewright.billing.subscription.SubscriptionStatus;
import org.carewright.billing.subscription.Subscriptions;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a patient has besides invoices: plans, packages, cards. */
@Component
public class PatientPlans {

    private final Subscriptions subscriptions;
    private final Plans plans;
    private final PlanPreviews previews;
    private final IncludedSessions sessions;
    private final Packages packages;
    private final SavedCards cards;
    private final Ledger ledger;

    PatientPlans(
            Subscriptions subscriptions,
            Plans plans,
            PlanPreviews previews,
            IncludedSessions sessions,
            Packages packages,
            SavedCards cards,
            Ledger ledger) {
        this.subscriptions = subscriptions;
        this.plans = plans;
        this.previews = previews;
        this.sessions = sessions;
        this.packages = packages;
        this.cards = cards;
        this.ledger = ledger;
    }

    /**
     * A plan as pages show it.
     *
     * @param used of the running period's sessions
     * @param next null when nothing follows
     * @param today by the clinic's calendar
     */
    public record PlanLine(Subscription subscription, Plan plan, int used, NextCharge next, LocalDate today) {

        /** Where it is, as a message key's end; {@code waiting} before its first day. */
        public String state() {
            return isAhead() ? "waiting" : subscription.status().code();
        }

        private boolean isAhead() {
            return subscription.firstDay() != null
                    && today.isBefore(subscription.firstDay())
                    && subscription.status() == SubscriptionStatus.TRIALING;
        }

        /** Whether it has ended. */
        public boolean isOver() {
            return subscription.status() == SubscriptionStatus.CANCELLED;
        }

        /** Sessions that are left in the running period, zero or more. */
        public int left() {
            return Math.max(0, plan.sessions() - used);
        }
    }

    /** @param cards the one that is charged first */
    public record Held(List<PlanLine> plans, List<SessionPackage> packages, List<SavedCard> cards) {}

    /** All a patient of the clinic in scope has, also what has ended; newest first. */
    @Transactional(readOnly = true)
    public Held of(UUID patientId) {
        var held = subscriptions.ofPatient(patientId);
        var used = sessions.used(held.stream().map(Subscription::id).toList());
        var today = ledger.today();
        var lines = held.stream()
                .map(each -> line(each, used.getOrDefault(each.id(), 0), today))
                .toList();
        return new Held(lines, packages.ofPatient(patientId), cards.of(patientId));
    }

    /** One plan. @throws org.carewright.shared.problem.ProblemException 404 */
    @Transactional(readOnly = true)
    public PlanLine line(UUID subscriptionId) {
        var one = subscriptions.get(subscriptionId);
        return line(one, sessions.used(List.of(subscriptionId)).getOrDefault(subscriptionId, 0), ledger.today());
    }

    private PlanLine line(Subscription one, int used, LocalDate today) {
        var next = previews.next(one.id()).orElse(null);
        return new PlanLine(one, plans.get(one.planId()), used, next, today);
    }
}
