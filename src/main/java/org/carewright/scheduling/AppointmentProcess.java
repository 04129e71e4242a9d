package org.carewright.scheduling;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Date;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.carewright.clinics.Clinic;
import org.carewright.patients.Patient;
import org.carewright.scheduling.AppointmentMapper.AppointmentRow;
import org.carewright.scheduling.timing.VisitTimes;
import org.carewright.shared.process.ProcessVariable;
import org.carewright.shared.process.Processes;
import org.springframework.stereotype.Component;

/** Starts an appointment's process and tells it what happened; all in the caller's transaction. */
@Component
class AppointmentProcess {

    private static final String CONFIRMED_TEMPLATE = "appointment-confirmed";
    private static final String MOVED_TEMPLATE = "appointment-rescheduled";

    private final Processes processes;

    AppointmentProcess(Processes processes) {
        this.processes = processes;
    }

    /**
     * @param approval whether the clinic has to approve first
     * @param atDesk whether staff have booked it
     * @return the process instance id
     */
    String start(
            AppointmentRow appointment,
            VisitFacts facts,
            Patient patient,
            Clinic clinic,
            Instant now,
            boolean approval,
            boolean atDesk) {
        var variables = new Variables()
                .with(AppointmentVariables.APPOINTMENT_ID, appointment.id().toString())
                .with(AppointmentVariables.APPROVAL_REQUIRED, approval)
                .with(AppointmentVariables.DEPOSIT_DUE, appointment.depositMinor() > 0)
                .with(AppointmentVariables.NOTICE_TEMPLATE, CONFIRMED_TEMPLATE)
                .with(
                        AppointmentVariables.PREFERRED_CHANNEL,
                        patient.preferredChannel().code())
                .with(AppointmentVariables.PATIENT_NAME, patient.fullName());
        if (appointment.depositMinor() > 0) {
            variables.with(AppointmentVariables.DEPOSIT_OCCASION, approval ? "approval" : atDesk ? "desk" : "online");
        }
        addTime(variables, appointment, facts, clinic, now);
        return processes.start(AppointmentVariables.PROCESS_ID, appointment.id(), variables.map);
    }

    /** @return false when the process no longer waits for such news */
    boolean moved(AppointmentRow appointment, VisitFacts facts, Clinic clinic, Instant now) {
        var variables = new Variables().with(AppointmentVariables.NOTICE_TEMPLATE, MOVED_TEMPLATE);
        addTime(variables, appointment, facts, clinic, now);
        return processes.correlate(AppointmentVariables.MOVED, appointment.processInstanceId(), variables.map);
    }

    /**
     * @param endedBy {@code patient} or {@code clinic}
     * @return false when the process no longer waits for such news
     */
    boolean cancelled(AppointmentRow appointment, String endedBy, Instant now) {
        var variables = new Variables();
        cancellationInputs(appointment, endedBy, now).forEach(variables.map::put);
        return processes.correlate(AppointmentVariables.CANCELLED, appointment.processInstanceId(), variables.map);
    }

    /** What the cancellation policy decides by; the same for a preview and for the real thing. */
    static Map<String, Object> cancellationInputs(AppointmentRow appointment, String endedBy, Instant now) {
        return Map.of(
                AppointmentVariables.ENDED_BY.name(), endedBy,
                AppointmentVariables.STATUS_BEFORE.name(), appointment.status(),
                AppointmentVariables.MINUTES_BEFORE.name(),
                        Duration.between(now, appointment.startsAt()).toMinutes());
    }

    private static void addTime(
            Variables variables, AppointmentRow appointment, VisitFacts facts, Clinic clinic, Instant now) {
        var times = VisitTimes.of(appointment.startsAt(), clinic);
        var approvalEnds = now.plus(Duration.ofHours(clinic.approvalHours()));
        var approvalDue = approvalEnds.isBefore(appointment.startsAt()) ? approvalEnds : appointment.startsAt();
        variables
                .with(AppointmentVariables.APPROVAL_DUE_AT, Date.from(approvalDue))
                .with(AppointmentVariables.INVITE_SEQUENCE, appointment.inviteSequence())
                .with(AppointmentVariables.VISIT_STARTS_AT, times.startDate())
                .with(AppointmentVariables.CHECK_IN_OPENS_AT, times.checkInOpensDate())
                .with(AppointmentVariables.NO_SHOW_AT, times.noShowDate())
                .with(
                        AppointmentVariables.PRACTITIONER_USER_ID,
                        facts.practitionerAccountId() == null
                                ? null
                                : facts.practitionerAccountId().toString())
                .with(AppointmentVariables.VISIT_SUMMARY, summary(appointment, facts, clinic));
    }

    private static String summary(AppointmentRow appointment, VisitFacts facts, Clinic clinic) {
        return facts.serviceName() + " · " + facts.practitionerName() + " · "
                + inWords(appointment.startsAt(), clinic.timeZone(), clinic.locale());
    }

    static String inWords(Instant time, ZoneId zone, Locale locale) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.FULL, FormatStyle.SHORT)
                .withLocale(locale)
                .format(time.atZone(zone));
    }

    private static final class Variables {

        private final Map<String, Object> map = new HashMap<>();

        <T> Variables with(ProcessVariable<T> variable, T value) {
            map.put(variable.name(), value);
            return this;
        }
    }
}
