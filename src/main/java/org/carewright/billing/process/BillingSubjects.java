package org.carewright.billing.process;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.carewright.clinics.ClinicService;
import org.carewright.messaging.MessageSubject;
import org.carewright.patients.PatientService;
import org.carewright.shared.money.Money;
import org.carewright.shared.web.PublicUrl;
import org.springframework.stereotype.Component;

/** Puts what messages about money say into the patient's words. */
@Component
class BillingSubjects {

    private static final String BILLING_PAGE = "/portal/billing";

    private final PatientService patients;
    private final ClinicService clinics;
    private final PublicUrl address;

    BillingSubjects(PatientService patients, ClinicService clinics, PublicUrl address) {
        this.patients = patients;
        this.clinics = clinics;
        this.address = address;
    }

    /** @param due null where no day is due */
    MessageSubject of(UUID patientId, String number, Money amount, LocalDate due) {
        var patient = patients.find(patientId).orElseThrow();
        var locale = Locale.forLanguageTag(patient.language());
        Map<String, String> words = new LinkedHashMap<>();
        words.put("clinicName", clinics.current().name());
        words.put("patientGivenName", patient.givenName());
        words.put("documentNumber", number == null ? "" : number);
        words.put("amount", amount.format(locale));
        words.put(
                "dueDate",
                due == null
                        ? ""
                        : DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                                .withLocale(locale)
                                .format(due));
        words.put("manageUrl", address.of(BILLING_PAGE));
        return new MessageSubject(patientId, words, null);
    }
}
