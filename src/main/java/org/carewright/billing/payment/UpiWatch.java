package org.carewright.billing.payment;

import java.util.Map;
import org.carewright.billing.invoice.Invoices;
import org.carewright.clinics.ClinicService;
import org.carewright.patients.PatientService;
import org.carewright.shared.process.Processes;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Starts the process that waits for a payment by UPI link. */
@Component
class UpiWatch {

    private final Processes processes;
    private final PatientService patients;
    private final Invoices invoices;
    private final ClinicService clinics;
    private final MessageSource messages;

    UpiWatch(
            Processes processes,
            PatientService patients,
            Invoices invoices,
            ClinicService clinics,
            MessageSource messages) {
        this.processes = processes;
        this.patients = patients;
        this.invoices = invoices;
        this.clinics = clinics;
        this.messages = messages;
    }

    /** @return the process instance */
    String start(Payment payment) {
        var locale = clinics.current().locale();
        var summary = messages.getMessage(
                "billing.task.upi",
                new Object[] {
                    payment.amount().format(locale),
                    invoices.get(payment.invoiceId()).number()
                },
                locale);
        return processes.start(
                UpiVariables.PROCESS_ID,
                payment.id(),
                Map.of(
                        UpiVariables.PAYMENT_ID.name(), payment.id().toString(),
                        UpiVariables.PATIENT_NAME.name(),
                                patients.find(payment.patientId()).orElseThrow().fullName(),
                        UpiVariables.SUMMARY.name(), summary));
    }
}
