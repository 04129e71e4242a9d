package org.carewright.billing.subscription;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.carewright.billing.ledger.Ledger;
import org.carewright.billing.plan.Plan;
import org.carewright.billing.plan.PlanPeriod;
import org.carewright.billing.plan.Plans;
import org.carewright.billing.plan.Proration;
import org.carewright.billing.subscription.SubscriptionMapper.PeriodRow;
import org.carewright.billing.subscription.SubscriptionMapper.Row;
import org.carewright.shared.money.Money;
import org.carewright.shared.problem.ProblemException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What would come of something done to a plan today, with tax; nothing is kept (BIL-5). */
@Service
public class PlanPreviews {

    private final SubscriptionMapper subscriptions;
    private final PeriodInvoices invoices;
    private final Plans plans;
    private final Ledger ledger;

    PlanPreviews(SubscriptionMapper subscriptions, PeriodInvoices invoices, Plans plans, Ledger ledger) {
        this.subscriptions = subscriptions;
        this.invoices = invoices;
        this.plans = plans;
        this.ledger = ledger;
    }

    /** What is charged next, and on which day. */
    public record NextCharge(LocalDate on, Money amount) {}

    /**
     * Another plan from today.
     *
     * @param credit of the old plan's rest
     * @param charge for the new plan's first part, 0 in a trial
     * @param period the first part; of a trial its rest
     */
    public record Change(Plan from, Plan to, Money credit, Money charge, PlanPeriod period, boolean trial) {

        /** What is left to pay after the credit, zero or more. */
        public Money due() {
            return new Money(Math.max(0, charge.minor() - credit.minor()), charge.currency());
        }

        /** What of the credit stays for later periods, zero or more. */
        public Money left() {
            return new Money(Math.max(0, credit.minor() - charge.minor()), charge.currency());
        }
    }

    /** Empty when no further period follows, as far as is known today. @throws ProblemException 404 */
    @Transactional(readOnly = true)
    public Optional<NextCharge> next(UUID id) {
        var row = found(id);
        if (!row.toSubscription().renews()) {
            return Optional.empty();
        }
        var plan = plans.get(row.planId());
        var days = plan.interval().period(row.endsOn(), 0);
        var price = plans.priceOn(plan.id(), row.endsOn());
        return Optional.of(new NextCharge(row.endsOn(), total(row, plan, price.minor(), days)));
    }

    /** What {@link Subscriptions#changePlan} would do. @throws ProblemException 404 */
    @Transactional(readOnly = true)
    public Change change(UUID id, UUID planId) {
        var row = found(id);
        var cut = subscriptions.period(row.periodId());
        var from = plans.get(row.planId());
        var to = plans.get(planId);
        var today = ledger.today();
        var credit = new Money(invoices.rest(cut, today), from.currency());
        if (cut.trial()) {
            var nothing = new Money(0, to.currency());
            return new Change(from, to, credit, nothing, new PlanPeriod(today, cut.endsOn()), true);
        }
        var days = to.interval().equals(from.interval())
                ? new PlanPeriod(today, cut.endsOn())
                : to.interval().period(today, 0);
        return new Change(from, to, credit, total(row, to, part(cut, from, to, today), days), days, false);
    }

    private long part(PeriodRow cut, Plan from, Plan to, LocalDate today) {
        var price = plans.priceOn(to.id(), today).minor();
        return to.interval().equals(from.interval()) ? Proration.rest(price, cut.whole(), today) : price;
    }

    /** What {@link Subscriptions#cancelNow} would credit. @throws ProblemException 404 */
    @Transactional(readOnly = true)
    public Money creditOfCancelling(UUID id) {
        var row = found(id);
        var period = subscriptions.period(row.periodId());
        var unused = row.pausedOn() == null ? ledger.today().plusDays(1) : row.pausedOn();
        var minor = unused.isBefore(period.endsOn()) ? invoices.rest(period, unused) : 0;
        return new Money(minor, plans.get(row.planId()).currency());
    }

    private Money total(Row row, Plan plan, long priceMinor, PlanPeriod days) {
        return invoices.total(row.patientId(), plan, priceMinor, days);
    }

    private Row found(UUID id) {
        var row = subscriptions.byId(id);
        if (row == null) {
            throw ProblemException.notFound();
        }
        return row;
    }
}
