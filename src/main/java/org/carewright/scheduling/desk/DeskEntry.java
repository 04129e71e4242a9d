package org.carewright.scheduling.desk;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.carewright.scheduling.AppointmentStatus;
import org.carewright.scheduling.AppointmentVariables;

/**
 * One visit on the board or in the calendar.
 *
 * @param openTasks element ids of the tasks that wait in the visit's process, e.g. {@code Task_CheckInPatient}
 * @param checkedInAt when the patient came, null before
 */
public record DeskEntry(
        UUID id,
        String reservationId,
        Instant start,
        Instant end,
        AppointmentStatus status,
        UUID patientId,
        String patientName,
        String serviceName,
        UUID practitionerId,
        String practitionerName,
        String roomName,
        boolean overbooked,
        Instant checkedInAt,
        Instant startedAt,
        Set<String> openTasks,
        String processInstanceId) {

    public boolean canCheckIn() {
        return openTasks.contains(AppointmentVariables.CHECK_IN_TASK)
                || openTasks.contains(AppointmentVariables.NO_SHOW_TASK);
    }

    public boolean canConfirmNoShow() {
        return openTasks.contains(AppointmentVariables.NO_SHOW_TASK);
    }

    public boolean canBegin() {
        return status == AppointmentStatus.CHECKED_IN;
    }

    public boolean canRecord() {
        return openTasks.contains(AppointmentVariables.RECORD_TASK);
    }

    public boolean canApprove() {
        return openTasks.contains(AppointmentVariables.APPROVAL_TASK);
    }
}
