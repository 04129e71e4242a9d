package org.carewright.billing.deposit;

import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import org.carewright.clinics.ClinicService;
import org.carewright.patients.PatientService;
import org.carewright.scheduling.Appointment;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What a deposit is called on its invoice. */
@Component
class DepositTexts {

    private final PatientService patients;
    private final ClinicService clinics;
    private final MessageSource messages;

    DepositTexts(PatientService patients, ClinicService clinics, MessageSource messages) {
        this.patients = patients;
        this.clinics = clinics;
        this.messages = messages;
    }

    /** In the patient's language, with the day of the visit in the clinic's zone. */
    String line(Appointment visit) {
        var language = Locale.forLanguageTag(
                patients.find(visit.patientId()).orElseThrow().language());
        var day = visit.start()
                .atZone(clinics.current().timeZone())
                .format(DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(language));
        return messages.getMessage("deposit.line", new Object[] {day}, language);
    }
}
