package org.carewright.billing.plan;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.carewright.audit.AuditLog;
import org.carewright.billing.ledger.Ledger;
import org.carewright.billing.plan.PlanMapper.PlanRow;
import org.carewright.billing.plan.PlanMapper.PriceRow;
import org.carewright.shared.forms.FieldError;
import org.carewright.shared.forms.InvalidFormException;
import org.carewright.shared.problem.ProblemException;
import org.carewright.shared.tenant.ClinicScope;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The plans that the clinic in scope offers, and what they cost when (BIL-5). */
@Service
public class Plans {

    private static final String RESOURCE = "plan";

    private final PlanMapper plans;
    private final Ledger ledger;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;
    private final ClinicScope clinic;
    private final Clock clock;

    Plans(
            PlanMapper plans,
            Ledger ledger,
            AuditLog audit,
            ApplicationEventPublisher events,
            ClinicScope clinic,
            Clock clock) {
        this.plans = plans;
        this.ledger = ledger;
        this.audit = audit;
        this.events = events;
        this.clinic = clinic;
        this.clock = clock;
    }

    /** @throws ProblemException 404 when the clinic has none with that id */
    @Transactional(readOnly = true)
    public Plan get(UUID id) {
        return found(plans.byId(id, ledger.today())).toPlan();
    }

    /** All plans by name, those that aren't sold any more last. */
    @Transactional(readOnly = true)
    public List<Plan> all() {
        return plans.all(ledger.today()).stream().map(PlanRow::toPlan).toList();
    }

    /** Keeps others from changing the plan until the transaction ends. @throws ProblemException 404 */
    @Transactional(propagation = Propagation.MANDATORY)
    public void hold(UUID id) {
        found(plans.lock(id));
    }

    /** Every version of a plan's price, oldest first. @throws ProblemException 404 */
    @Transactional(readOnly = true)
    public List<PlanPrice> prices(UUID id) {
        get(id);
        return plans.prices(id).stream().map(PriceRow::toPrice).toList();
    }

    /** What a period of the plan costs that begins on that day: the newest version that is valid by then. */
    @Transactional(readOnly = true)
    public PlanPrice priceOn(UUID id, LocalDate day) {
        return found(plans.priceOn(id, day)).toPrice();
    }

    /**
     * Offers a plan; its price holds from today.
     *
     * @throws InvalidFormException naming the fields, {@code name} also when another plan has it
     */
    @Transactional
    public UUID create(NewPlan plan) {
        PlanCheck.check(plan);
        var id = UUID.randomUUID();
        try {
            plans.insert(clinic.required(), id, plan.name().strip(), plan, clock.instant());
        } catch (DuplicateKeyException e) {
            throw new InvalidFormException(List.of(new FieldError("name", "taken", List.of())));
        }
        insertPrice(id, new PriceRow(1, plan.priceMinor(), ledger.today()), 0);
        audit.record("plan.created", RESOURCE, id, null);
        return id;
    }

    /** What {@link #changePrice} checks of what was typed. @throws InvalidFormException naming the fields */
    public static void check(Long priceMinor, Integer noticeDays) {
        PlanCheck.checkPrice(priceMinor, noticeDays);
    }

    /**
     * Announces another price for periods that begin after the notice; whoever has the plan is told. Periods that have
     * begun stay what they were.
     *
     * @param noticeDays from today
     * @return the new version
     * @throws InvalidFormException naming {@code price}, {@code noticeDays}
     * @throws ProblemException 404; {@code plan_retired} (409)
     */
    @Transactional
    public PlanPrice changePrice(UUID id, Long priceMinor, Integer noticeDays) {
        PlanCheck.checkPrice(priceMinor, noticeDays);
        found(plans.lock(id));
        var plan = get(id);
        if (!plan.active()) {
            throw new ProblemException(HttpStatus.CONFLICT, "plan_retired");
        }
        var version = plans.lastVersion(id) + 1;
        var row = new PriceRow(version, priceMinor, ledger.today().plusDays(noticeDays));
        insertPrice(id, row, noticeDays);
        audit.record("plan.price-changed", RESOURCE, id, null);
        events.publishEvent(new PlanPriceChanged(id, version));
        return row.toPrice();
    }

    /**
     * Names it anew and sets the trial of those who begin it from now on. What people have stays: price, sessions and
     * interval are what they agreed to.
     *
     * @throws InvalidFormException naming {@code name}, {@code trialDays}
     * @throws ProblemException 404; {@code plan_retired} (409)
     */
    @Transactional
    public void edit(UUID id, String name, Integer trialDays) {
        found(plans.lock(id));
        PlanCheck.checkEdit(name, trialDays);
        if (!get(id).active()) {
            throw new ProblemException(HttpStatus.CONFLICT, "plan_retired");
        }
        try {
            plans.edit(id, name.strip(), trialDays);
        } catch (DuplicateKeyException e) {
            throw new InvalidFormException(List.of(new FieldError("name", "taken", List.of())));
        }
        audit.record("plan.changed", RESOURCE, id, null);
    }

    /** Sells it no more; whoever has it keeps it. Doing it twice is the same as once. @throws ProblemException 404 */
    @Transactional
    public void retire(UUID id) {
        found(plans.lock(id));
        if (plans.retire(id, clock.instant()) == 1) {
            audit.record("plan.retired", RESOURCE, id, null);
        }
    }

    private void insertPrice(UUID id, PriceRow price, int noticeDays) {
        plans.insertPrice(
                clinic.required(), id, price, noticeDays, audit.actor().orElse(null), clock.instant());
    }

    private static <T> T found(T row) {
        if (row == null) {
            throw ProblemException.notFound();
        }
        return row;
    }
}
