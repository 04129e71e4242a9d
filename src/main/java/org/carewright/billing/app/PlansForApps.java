package org.carewright.billing.app;

import java.util.List;
import java.util.UUID;
import org.carewright.billing.held.PatientPlans;
import org.carewright.billing.held.PatientPlans.PlanLine;
import org.carewright.billing.plan.Plan;
import org.carewright.billing.plan.Plans;
import org.carewright.billing.subscription.NewSubscription;
import org.carewright.billing.subscription.Subscriptions;
import org.carewright.identity.InClinic;
import org.carewright.patients.PatientService;
import org.carewright.shared.forms.FieldError;
import org.carewright.shared.forms.InvalidFormException;
import org.carewright.shared.problem.ProblemException;
import org.springframework.stereotype.Service;

/**
 * Plans and who has them for staff's apps, the clinic's software and the portal's tokens, which only read (BIL-5); every
 * read is recorded.
 */
@Service
public class PlansForApps {

    private static final String PLAN = "plan";

    private final Plans plans;
    private final Subscriptions subscriptions;
    private final PatientPlans held;
    private final PatientService patients;
    private final ApiRequests requests;
    private final MoneyAccess access;

    PlansForApps(
            Plans plans,
            Subscriptions subscriptions,
            PatientPlans held,
            PatientService patients,
            ApiRequests requests,
            MoneyAccess access) {
        this.plans = plans;
        this.subscriptions = subscriptions;
        this.held = held;
        this.patients = patients;
        this.requests = requests;
        this.access = access;
    }

    /** What is sold, by name. */
    public List<Plan> sold() {
        return plans.all().stream().filter(Plan::active).toList();
    }

    /** A patient's, newest first, also those that have ended. @throws ProblemException 404; 403 {@code record_closed} */
    public List<PlanLine> ofPatient(InClinic reader, UUID patientId) {
        patients.find(patientId).orElseThrow(ProblemException::notFound);
        return access.read(reader, patientId, PLAN, () -> held.of(patientId).plans());
    }

    /** One. @throws ProblemException 404; 403 {@code record_closed} */
    public PlanLine read(InClinic reader, UUID id) {
        var patientId = subscriptions.get(id).patientId();
        return access.read(reader, patientId, PLAN, () -> held.line(id));
    }

    /**
     * Begins a plan, as {@link Subscriptions#subscribe(NewSubscription)}.
     *
     * @param key the request's own
     * @throws ProblemException also 403 {@code record_closed}; 422 {@code idempotency_key_reused}
     */
    public PlanLine subscribe(InClinic asking, String key, NewSubscription begun) {
        patients.find(begun.patientId()).orElseThrow(ProblemException::notFound);
        access.read(asking, begun.patientId(), PLAN, begun::patientId);
        return held.line(requests.once(
                MoneyAccess.idOf(asking), "subscription", key, begun, () -> subscriptions.subscribe(begun)));
    }

    /** @param planId null is refused by name @throws ProblemException as {@link Subscriptions#changePlan} */
    public PlanLine change(InClinic asking, UUID id, UUID planId) {
        read(asking, id);
        if (planId == null) {
            throw new InvalidFormException(List.of(new FieldError("planId", "required", List.of())));
        }
        subscriptions.changePlan(id, planId);
        return held.line(id);
    }

    /** @throws ProblemException as {@link Subscriptions#pause} */
    public PlanLine pause(InClinic asking, UUID id) {
        read(asking, id);
        subscriptions.pause(id);
        return held.line(id);
    }

    /** @throws ProblemException as {@link Subscriptions#resume} */
    public PlanLine resume(InClinic asking, UUID id) {
        read(asking, id);
        subscriptions.resume(id);
        return held.line(id);
    }

    /** @param now whether it ends today, else with its period @throws ProblemException {@code plan_ended} (409) */
    public PlanLine cancel(InClinic asking, UUID id, boolean now) {
        read(asking, id);
        if (now) {
            subscriptions.cancelNow(id);
        } else {
            subscriptions.cancelAtPeriodEnd(id);
        }
        return held.line(id);
    }
}
