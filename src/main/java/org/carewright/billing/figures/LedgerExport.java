package org.carewright.billing.figures;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.carewright.audit.AuditLog;
import org.carewright.billing.figures.MoneyFiguresMapper.ExportLine;
import org.carewright.scheduling.catalogue.CatalogueService;
import org.carewright.shared.web.CsvRow;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The ledger for the accountant (BIL-8): a line per entry, page by page, so that memory doesn't grow with the ledger. It
 * names documents and services, nobody's name.
 */
@Service
public class LedgerExport {

    private static final int PAGE = 1000;

    private final MoneyFiguresMapper figures;
    private final CatalogueService catalogue;
    private final AuditLog audit;
    private final TransactionTemplate transaction;

    LedgerExport(
            MoneyFiguresMapper figures,
            CatalogueService catalogue,
            AuditLog audit,
            PlatformTransactionManager transactions) {
        this.figures = figures;
        this.catalogue = catalogue;
        this.audit = audit;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Writes the entries that were booked from {@code from} to {@code to}, both included, by day; audited.
     *
     * @param out not closed
     */
    public void write(LocalDate from, LocalDate to, Writer out) throws IOException {
        transaction.executeWithoutResult(status -> audit.record("ledger.exported", "ledger", null, null));
        out.write(CsvRow.of(
                "booked on",
                "posting",
                "line",
                "kind",
                "account",
                "debit",
                "credit",
                "currency",
                "invoice",
                "receipt",
                "method",
                "service"));
        var services = catalogue.names();
        ExportLine last = null;
        List<ExportLine> page;
        do {
            var after = last;
            page = transaction.execute(status -> figures.export(from, to, after, PAGE));
            page.forEach(line -> write(line, services, out));
            last = page.isEmpty() ? null : page.get(page.size() - 1);
        } while (page.size() == PAGE);
        out.flush();
    }

    private static void write(ExportLine line, Map<UUID, String> services, Writer out) {
        var amount = line.amountMinor();
        try {
            out.write(CsvRow.of(
                    line.bookedOn(),
                    line.postingId(),
                    line.line(),
                    line.kind(),
                    line.account(),
                    amount > 0 ? decimal(amount, line.currency()) : "",
                    amount < 0 ? decimal(-amount, line.currency()) : "",
                    line.currency(),
                    line.invoice(),
                    line.receipt(),
                    line.method(),
                    line.serviceId() == null
                            ? null
                            : services.getOrDefault(
                                    line.serviceId(), line.serviceId().toString())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String decimal(long minor, String currency) {
        return BigDecimal.valueOf(minor, Currency.getInstance(currency).getDefaultFractionDigits())
                .toPlainString();
    }
}
