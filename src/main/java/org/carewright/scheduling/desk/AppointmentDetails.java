package org.carewright.scheduling.desk;

import java.util.List;
import java.util.Map;
import org.carewright.messaging.LoggedMessage;
import org.carewright.patients.Patient;
import org.carewright.shared.money.Money;
import org.carewright.shared.process.ActiveStep;

/**
 * All that the desk shows about one visit.
 *
 * @param answers what the patient typed when booking, by form key
 * @param activeSteps where in its process the visit stands; empty when the process has ended
 */
public record AppointmentDetails(
        DeskEntry entry,
        Patient patient,
        Money price,
        Money fee,
        String feeDecision,
        Map<String, Object> answers,
        String visitOutcome,
        String visitNote,
        List<LoggedMessage> messages,
        List<ActiveStep> activeSteps) {}
