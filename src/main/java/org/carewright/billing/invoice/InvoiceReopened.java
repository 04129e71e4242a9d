package org.carewright.billing.invoice;

import java.util.UUID;

/** Something is to be paid again of an invoice that was settled, e.g. a payment was taken back. Same transaction. */
public record InvoiceReopened(UUID invoiceId, UUID patientId) {}
