package org.carewright.billing.process;

import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Map;
import org.carewright.billing.invoice.Invoice;
import org.carewright.clinics.ClinicService;
import org.carewright.patients.PatientService;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What staff read about an invoice in Tasklist's forms. */
@Component
class InvoiceWords {

    private final PatientService patients;
    private final ClinicService clinics;
    private final MessageSource messages;

    InvoiceWords(PatientService patients, ClinicService clinics, MessageSource messages) {
        this.patients = patients;
        this.clinics = clinics;
        this.messages = messages;
    }

    void put(Map<String, Object> variables, Invoice invoice) {
        variables.put(
                InvoiceVariables.PATIENT_NAME.name(),
                patients.find(invoice.patientId()).orElseThrow().fullName());
        variables.put(InvoiceVariables.SUMMARY.name(), summary(invoice));
    }

    String summary(Invoice invoice) {
        var locale = clinics.current().locale();
        if (invoice.number() == null) {
            return messages.getMessage(
                    "billing.task.draft",
                    new Object[] {
                        invoice.lines().get(0).description(),
                        invoice.lines().size(),
                        invoice.amount(invoice.totalMinor(), locale),
                        invoice.amount(invoice.discountMinor(), locale)
                    },
                    locale);
        }
        var due = DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(locale)
                .format(invoice.dueOn());
        return messages.getMessage(
                "billing.task.invoice",
                new Object[] {
                    invoice.number(),
                    invoice.amount(invoice.outstandingMinor(), locale),
                    invoice.amount(invoice.totalMinor(), locale),
                    due
                },
                locale);
    }
}
