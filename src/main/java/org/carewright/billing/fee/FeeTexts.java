package org.carewright.billing.fee;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import org.carewright.clinics.ClinicService;
import org.carewright.patients.PatientService;
import org.carewright.scheduling.AppointmentService;
import org.carewright.shared.language.Languages;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What a fee is called on the patient's invoice. */
@Component
class FeeTexts {

    private final AppointmentService appointments;
    private final PatientService patients;
    private final ClinicService clinics;
    private final MessageSource messages;

    FeeTexts(AppointmentService appointments, PatientService patients, ClinicService clinics, MessageSource messages) {
        this.appointments = appointments;
        this.patients = patients;
        this.clinics = clinics;
        this.messages = messages;
    }

    /** In the patient's language, with the day of the visit in the clinic's zone. */
    String line(VisitFee fee) {
        var language = language(patients.find(fee.patientId()).orElseThrow().language());
        var start = appointments.find(fee.appointmentId()).orElseThrow().start();
        var day = ZonedDateTime.ofInstant(start, clinics.current().timeZone())
                .format(DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(language));
        return messages.getMessage("billing.fee." + fee.cause().code(), new Object[] {day}, language);
    }

    private Locale language(String tag) {
        return Languages.offered().stream()
                .filter(offered -> offered.toLanguageTag().equals(tag))
                .findFirst()
                .orElse(clinics.current().locale());
    }
}
