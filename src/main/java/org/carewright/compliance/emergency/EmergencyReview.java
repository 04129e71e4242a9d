package org.carewright.compliance.emergency;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.carewright.audit.access.EmergencyAccessOpened;
import org.carewright.identity.AccountEvent;
import org.carewright.patients.PatientService;
import org.carewright.shared.process.ProcessVariable;
import org.carewright.shared.process.Processes;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Has each access in an emergency reviewed: starts {@code BreakGlassProcess} in the transaction that grants it, and has it
 * look again when the clinic's people change.
 */
@Component
class EmergencyReview {

    private static final String REVIEWERS_CHANGED = "Msg_ReviewersChanged";

    private final Processes processes;
    private final PatientService patients;
    private final Reviewers reviewers;

    EmergencyReview(Processes processes, PatientService patients, Reviewers reviewers) {
        this.processes = processes;
        this.patients = patients;
        this.reviewers = reviewers;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void start(EmergencyAccessOpened opened) {
        var patient = patients.find(opened.patientId()).orElseThrow();
        Map<String, Object> variables = new HashMap<>();
        put(variables, BreakGlassVariables.ACCESS_ID, opened.accessId().toString());
        put(variables, BreakGlassVariables.STAFF_NAME, opened.staffName());
        put(variables, BreakGlassVariables.PATIENT_NAME, patient.fullName());
        put(variables, BreakGlassVariables.REASON, opened.reason());
        processes.start(BreakGlassVariables.PROCESS_ID, opened.accessId(), variables);
    }

    /** Roles that don't review come and go without a word. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void rolesChanged(AccountEvent.RolesChanged change) {
        if (Reviewers.ROLES.stream()
                .anyMatch(
                        role -> change.before().contains(role) != change.after().contains(role))) {
            processes.tellAll(REVIEWERS_CHANGED);
        }
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void left(AccountEvent.Closed closed) {
        lookAgain(closed.accountId());
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void cameBack(AccountEvent.Reopened reopened) {
        lookAgain(reopened.accountId());
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void joined(AccountEvent.InviteAccepted accepted) {
        if (accepted.patientId() == null) {
            lookAgain(accepted.accountId());
        }
    }

    private void lookAgain(UUID accountId) {
        if (reviewers.mayReview(accountId)) {
            processes.tellAll(REVIEWERS_CHANGED);
        }
    }

    private static void put(Map<String, Object> variables, ProcessVariable<String> variable, String value) {
        variables.put(variable.name(), value);
    }
}
