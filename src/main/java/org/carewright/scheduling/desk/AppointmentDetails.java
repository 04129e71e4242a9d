package org.carewright.scheduling.desk;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.carewright.messaging.LoggedMessage;
import org.carewright.patients.Patient;
import org.carewright.scheduling.AppointmentStatus;
import org.carewright.shared.money.Money;
import org.carewright.shared.process.ActiveStep;

/**
 * All that the desk shows about one visit.
 *
 * @param deposit what is paid ahead so that the visit is kept, zero for none
 * @param depositDueAt until when it may be paid, null until it is asked for
 * @param answers what the patient typed when booking, by form key
 * @param activeSteps where in its process the visit stands; empty when the process has ended
 */
public record AppointmentDetails(
        DeskEntry entry,
        Patient patient,
        Money price,
        Money fee,
        Money deposit,
        Instant depositDueAt,
        String feeDecision,
        Map<String, Object> answers,
        String visitOutcome,
        String visitNote,
        List<LoggedMessage> messages,
        List<ActiveStep> activeSteps) {

    /** Whether the time is kept until the deposit is paid. */
    public boolean awaitsDeposit() {
        return entry.status() == AppointmentStatus.REQUESTED && depositDueAt != null;
    }
}
