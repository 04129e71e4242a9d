package org.carewright.billing.invoice;

import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.carewright.shared.money.Money;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What patients of the clinic in scope owe and are owed, from the ledger. */
@Service
public class PatientBalances {

    private final InvoiceMapper invoices;

    PatientBalances(InvoiceMapper invoices) {
        this.invoices = invoices;
    }

    /**
     * In one currency, minor units.
     *
     * @param outstandingMinor left to pay of issued invoices
     * @param overdueMinor the part of it whose due day is over
     * @param creditMinor paid too much or credited, the patient's to use
     */
    public record Balance(String currency, long outstandingMinor, long overdueMinor, long creditMinor) {

        /** As a reader of {@code locale} writes that amount. */
        public String amount(long minor, Locale locale) {
            return new Money(minor, Currency.getInstance(currency)).format(locale);
        }
    }

    /** By currency; empty without any invoice or payment. */
    @Transactional(readOnly = true)
    public List<Balance> of(UUID patientId) {
        return invoices.balancesOf(patientId);
    }
}
