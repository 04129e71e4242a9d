package org.carewright.billing.invoice;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.carewright.billing.invoice.InvoiceMapper.InvoiceRow;
import org.carewright.billing.ledger.Entry;
import org.carewright.billing.ledger.Ledger;
import org.carewright.billing.ledger.LedgerAccount;
import org.carewright.shared.problem.ProblemException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** What a credit note takes back, and from which accounts: tax, and what the invoice had earned or still owes. */
@Component
class CreditNoteEntries {

    private final InvoiceMapper invoices;
    private final Ledger ledger;

    CreditNoteEntries(InvoiceMapper invoices, Ledger ledger) {
        this.invoices = invoices;
        this.ledger = ledger;
    }

    /** @param tax part of the amount that is tax, as {@link #tax} */
    List<Entry> of(InvoiceRow row, long amountMinor, long tax) {
        var entries = takenBack(row, amountMinor, tax);
        entries.add(Entry.debit(LedgerAccount.TAX, tax, row.id(), null));
        return entries;
    }

    /** The tax in a further credit: of what was credited so far and now together, so that several never differ from one. */
    static long tax(InvoiceRow row, long amountMinor) {
        return taxOf(row, row.creditedMinor() + amountMinor) - taxOf(row, row.creditedMinor());
    }

    /** The tax in the first {@code part} of the invoice's total, rounded down. */
    private static long taxOf(InvoiceRow row, long part) {
        return Math.multiplyHigh(row.taxMinor(), part) == 0
                ? row.taxMinor() * part / row.totalMinor()
                : BigInteger.valueOf(row.taxMinor())
                        .multiply(BigInteger.valueOf(part))
                        .divide(BigInteger.valueOf(row.totalMinor()))
                        .longValueExact();
    }

    private List<Entry> takenBack(InvoiceRow row, long amountMinor, long tax) {
        if (row.source().equals(InvoiceSource.Kind.PACKAGE.code())) {
            return packageBack(row.id(), amountMinor - tax);
        }
        return row.source().equals(InvoiceSource.Kind.DEPOSIT.code())
                ? depositBack(row.id(), amountMinor)
                : revenueBack(row, amountMinor, tax);
    }

    /** What was used of a deposit is another invoice's and goes back from there. */
    private List<Entry> depositBack(UUID invoiceId, long amountMinor) {
        var left = -ledger.balanceOfInvoice(invoiceId, LedgerAccount.DEPOSIT);
        if (amountMinor > left) {
            throw new ProblemException(HttpStatus.CONFLICT, "credit_above_invoice");
        }
        return new ArrayList<>(List.of(Entry.debit(LedgerAccount.DEPOSIT, amountMinor, invoiceId, null)));
    }

    /** What is still owed goes back first, then what used sessions have earned. */
    private List<Entry> packageBack(UUID invoiceId, long netMinor) {
        var owed = Math.min(netMinor, -ledger.balanceOfInvoice(invoiceId, LedgerAccount.PACKAGE));
        var entries = new ArrayList<Entry>();
        entries.add(Entry.debit(LedgerAccount.PACKAGE, owed, invoiceId, null));
        entries.add(Entry.revenue(netMinor - owed, invoiceId, null));
        return entries;
    }

    /** Revenue goes back to the services it came from, in proportion. */
    private List<Entry> revenueBack(InvoiceRow row, long amountMinor, long tax) {
        var lines = invoices.linesOf(List.of(row.id()));
        var before = row.creditedMinor() - taxOf(row, row.creditedMinor());
        var weights = lines.stream().mapToLong(InvoiceMapper.LineRow::netMinor).toArray();
        var until = Shares.split(before + amountMinor - tax, weights);
        var already = Shares.split(before, weights);
        var entries = new ArrayList<Entry>();
        for (var i = 0; i < weights.length; i++) {
            entries.add(
                    Entry.revenue(until[i] - already[i], row.id(), lines.get(i).serviceId()));
        }
        return entries;
    }
}
