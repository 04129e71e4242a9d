package org.carewright.billing.invoice;

import java.time.LocalDate;
import java.util.UUID;

/** An invoice has its number and is owed. Published in the transaction that issues it. */
public record InvoiceIssued(UUID invoiceId, UUID patientId, LocalDate dueOn) {}
