package org.carewright.billing.invoice;

import java.util.UUID;

/**
 * Nothing is left to pay of an invoice: paid, credited, written off or cancelled. Published in the transaction that
 * settles it; an invoice that is opened again (a payment bounced) may be settled again.
 */
public record InvoiceSettled(UUID invoiceId, UUID patientId) {}
