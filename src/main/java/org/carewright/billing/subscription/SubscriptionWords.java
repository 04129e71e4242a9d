package org.carewright.billing.subscription;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.UUID;
import org.carewright.billing.plan.Plan;
import org.carewright.billing.plan.PlanPeriod;
import org.carewright.clinics.ClinicService;
import org.carewright.patients.PatientService;
import org.carewright.shared.language.Languages;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What papers say about a plan, in the patient's language. */
@Component
class SubscriptionWords {

    /** Leaves room for the days in an invoice's line. */
    private static final int LONGEST_NAME = 80;

    private final PatientService patients;
    private final ClinicService clinics;
    private final MessageSource messages;

    SubscriptionWords(PatientService patients, ClinicService clinics, MessageSource messages) {
        this.patients = patients;
        this.clinics = clinics;
        this.messages = messages;
    }

    /** The plan and its days. */
    String line(UUID patientId, Plan plan, PlanPeriod days) {
        var language = language(patients.find(patientId).orElseThrow().language());
        var name = plan.name().length() > LONGEST_NAME ? plan.name().substring(0, LONGEST_NAME) : plan.name();
        var values = new Object[] {name, day(days.start(), language), day(days.lastDay(), language)};
        return messages.getMessage("billing-plan.line", values, language);
    }

    static String day(LocalDate day, Locale language) {
        return day.format(DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(language));
    }

    private Locale language(String tag) {
        return Languages.offered().stream()
                .filter(offered -> offered.toLanguageTag().equals(tag))
                .findFirst()
                .orElse(clinics.current().locale());
    }
}
