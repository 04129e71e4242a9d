package org.carewright.onboarding.clinic;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.carewright.identity.Role;
import org.carewright.identity.StaffContacts;
import org.carewright.scheduling.setup.ClinicSetup;
import org.carewright.shared.process.Decisions;
import org.carewright.shared.process.EvaluatedDecision;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Asks the decision table what the clinic in scope still lacks before patients may come (PLT-4). */
@Service
public class GoLiveCheck {

    static final String DECISION = "GoLiveDecision";

    private final ClinicSetup setup;
    private final StaffContacts staff;
    private final Decisions decisions;

    GoLiveCheck(ClinicSetup setup, StaffContacts staff, Decisions decisions) {
        this.setup = setup;
        this.staff = staff;
        this.decisions = decisions;
    }

    /**
     * Something a clinic lacks.
     *
     * @param code what, as the table names it
     * @param fixAt where it can be put right: {@code manager}, {@code practitioners}, {@code services} or {@code rooms}
     */
    public record Missing(String code, String fixAt) {}

    /** What the table decides by; the same for a look on the page and for the process. */
    @Transactional(readOnly = true)
    public Map<String, Object> facts() {
        var facts = setup.facts();
        var inputs = new HashMap<String, Object>();
        inputs.put(
                ClinicOnboardingVariables.MANAGERS.name(),
                staff.with(Role.MANAGER).size());
        inputs.put(ClinicOnboardingVariables.PRACTITIONERS.name(), facts.practitioners());
        inputs.put(ClinicOnboardingVariables.PRACTITIONERS_WITHOUT_HOURS.name(), facts.withoutHours());
        inputs.put(ClinicOnboardingVariables.SERVICES.name(), facts.services());
        inputs.put(ClinicOnboardingVariables.SERVICES_WITHOUT_PRACTITIONER.name(), facts.withoutPractitioner());
        inputs.put(ClinicOnboardingVariables.SERVICES_WITHOUT_ROOM.name(), facts.withoutRoom());
        return inputs;
    }

    /** What is missing now; empty: the clinic may go live. */
    @Transactional(readOnly = true)
    public List<Missing> missing() {
        return missing(decisions.evaluate(DECISION, facts()));
    }

    static List<Missing> missing(EvaluatedDecision decided) {
        return decided.outputs().stream()
                .map(row -> new Missing(String.valueOf(row.get("missing")), String.valueOf(row.get("fixAt"))))
                .toList();
    }
}
