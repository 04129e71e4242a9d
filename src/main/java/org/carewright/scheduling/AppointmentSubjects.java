package org.carewright.scheduling;

import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.carewright.clinics.Clinic;
import org.carewright.clinics.ClinicService;
import org.carewright.messaging.CalendarInvite;
import org.carewright.messaging.MessageSubject;
import org.carewright.messaging.MessageSubjects;
import org.carewright.patients.Patient;
import org.carewright.patients.PatientService;
import org.carewright.scheduling.AppointmentMapper.AppointmentRow;
import org.carewright.scheduling.token.ManageToken;
import org.carewright.shared.money.Money;
import org.springframework.stereotype.Component;

/** What messages about an appointment say, in the patient's language and in the zone the patient booked in. */
@Component
class AppointmentSubjects implements MessageSubjects {

    /** The messages that say there will be no visit; all others hold only while it lies ahead. */
    private static final Set<String> ENDINGS = Set.of(
            "appointment-cancelled",
            "appointment-declined",
            "appointment-request-expired",
            "appointment-deposit-expired");

    /** These ask for the deposit: they hold only as long as the time is kept for it. */
    private static final Set<String> DEPOSIT = Set.of("appointment-deposit-due", "appointment-deposit-reminder");

    private final AppointmentMapper appointments;
    private final ClinicService clinics;
    private final PatientService patients;
    private final ManageToken tokens;

    AppointmentSubjects(
            AppointmentMapper appointments, ClinicService clinics, PatientService patients, ManageToken tokens) {
        this.appointments = appointments;
        this.clinics = clinics;
        this.patients = patients;
        this.tokens = tokens;
    }

    @Override
    public String type() {
        return Appointment.TYPE;
    }

    @Override
    public MessageSubject load(UUID id) {
        var row = appointments.byId(id);
        if (row == null) {
            throw new IllegalStateException("No appointment " + id);
        }
        var clinic = clinics.current();
        var patient = patients.find(row.patientId()).orElseThrow();
        var facts = appointments.facts(id);
        return new MessageSubject(
                row.patientId(), placeholders(row, facts, patient, clinic), invite(row, facts, clinic));
    }

    @Override
    public boolean overtaken(UUID id, String template) {
        var status = AppointmentStatus.of(appointments.statusToKeep(id));
        if (DEPOSIT.contains(template)) {
            return status != AppointmentStatus.REQUESTED;
        }
        return !status.isAhead() && !ENDINGS.contains(template);
    }

    private Map<String, String> placeholders(AppointmentRow row, VisitFacts facts, Patient patient, Clinic clinic) {
        var locale = Locale.forLanguageTag(patient.language());
        var zone = ZoneId.of(row.timeZoneShown());
        var start = row.startsAt().atZone(zone);
        Map<String, String> words = new LinkedHashMap<>();
        words.put("clinicName", clinic.name());
        words.put("patientGivenName", patient.givenName());
        words.put("serviceName", facts.serviceName());
        words.put("practitionerName", facts.practitionerName());
        words.put(
                "startDate",
                DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL)
                        .withLocale(locale)
                        .format(start));
        words.put(
                "startTime",
                DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                        .withLocale(locale)
                        .format(start));
        words.put("timeZone", zone.getDisplayName(java.time.format.TextStyle.FULL, locale));
        words.put("durationMinutes", Integer.toString(facts.durationMinutes()));
        words.put("address", facts.locationAddress());
        words.put("manageUrl", tokens.urlFor(row.id()));
        words.put("reservationId", row.reservationId());
        words.put("feeText", fee(row, locale));
        words.put("amount", Money.of(row.depositMinor(), row.currency()).format(locale));
        words.put(
                "dueDate",
                row.depositDueAt() == null ? "" : moment(row.depositDueAt().atZone(zone), locale));
        words.put("reason", row.cancelledBy() == null ? "" : row.cancelledBy());
        return words;
    }

    private static String moment(ZonedDateTime time, Locale locale) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(locale)
                .format(time);
    }

    private static String fee(AppointmentRow row, Locale locale) {
        return row.feeMinor() == null || row.feeMinor() == 0
                ? ""
                : Money.of(row.feeMinor(), row.currency()).format(locale);
    }

    private CalendarInvite invite(AppointmentRow row, VisitFacts facts, Clinic clinic) {
        var over = AppointmentStatus.of(row.status());
        var cancelled = over == AppointmentStatus.CANCELLED || over == AppointmentStatus.REJECTED;
        return new CalendarInvite(
                row.id() + "@" + clinic.slug() + ".carewright",
                // Taking the entry back needs a sequence above the last invitation's (RFC 5546).
                row.inviteSequence() + (cancelled ? 1 : 0),
                cancelled,
                row.startsAt(),
                row.endsAt(),
                clinic.timeZone(),
                clinic.name(),
                facts.locationAddress(),
                tokens.urlFor(row.id()));
    }
}
