package org.carewright.billing.process;

import java.util.Optional;
import java.util.UUID;
import org.carewright.audit.engine.PatientOfProcess;
import org.carewright.billing.invoice.Invoice;
import org.carewright.billing.invoice.Invoices;
import org.springframework.stereotype.Component;

/** An invoice's process is about the patient who pays. */
@Component
class PatientOfInvoice implements PatientOfProcess {

    private final Invoices invoices;

    PatientOfInvoice(Invoices invoices) {
        this.invoices = invoices;
    }

    @Override
    public String processId() {
        return InvoiceVariables.PROCESS_ID;
    }

    @Override
    public Optional<UUID> patientOf(UUID invoiceId) {
        return invoices.find(invoiceId).map(Invoice::patientId);
    }
}
