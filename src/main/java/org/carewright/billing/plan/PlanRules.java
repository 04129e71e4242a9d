package org.carewright.billing.plan;

import org.carewright.audit.AuditLog;
import org.carewright.shared.tenant.ClinicScope;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What patients of the clinic in scope may do with their plans by themselves. */
@Service
public class PlanRules {

    private static final Rules DEFAULT = new Rules(true, true);

    private final PlanRulesMapper rules;
    private final AuditLog audit;
    private final ClinicScope clinic;

    PlanRules(PlanRulesMapper rules, AuditLog audit, ClinicScope clinic) {
        this.rules = rules;
        this.audit = audit;
        this.clinic = clinic;
    }

    /**
     * @param patientsPause whether they let a plan rest and go on
     * @param patientsCancel whether they end it with its period
     */
    public record Rules(boolean patientsPause, boolean patientsCancel) {}

    /** As set; both when nothing was set. */
    @Transactional(readOnly = true)
    public Rules current() {
        var set = rules.find();
        return set == null ? DEFAULT : set;
    }

    @Transactional
    public void set(Rules wanted) {
        rules.save(clinic.required(), wanted);
        audit.record("plan.rules-changed", "clinic", null, null);
    }
}
