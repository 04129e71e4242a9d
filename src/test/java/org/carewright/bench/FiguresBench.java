package org.carewright.bench;

import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Supplier;
import org.carewright.billing.figures.DayTotals;
import org.carewright.billing.figures.MoneyFigures;
import org.carewright.billing.figures.Period;
import org.carewright.identity.Role;
import org.carewright.shared.tenant.ClinicScope;
import org.carewright.test.TestClinics;
import org.carewright.test.TestStaff;
import org.carewright.test.Visitor;

/** The financial dashboard of a clinic with a million ledger entries of five years (issue "Money" §5). */
final class FiguresBench {

    private static final int INVOICES = Integer.getInteger("bench.ledger.invoices", 200_000);
    private static final int ENTRIES_OF_EACH = 5;
    private static final double READ_WITHIN_MILLIS = 100;
    private static final int READS = 300;

    /** One in fifty of the last quarter isn't paid; each has an invoice's three entries and a payment's two. */
    private static final String ROWS =
            """
            create temporary table bulk on commit drop as
            select n, gen_random_uuid() as invoice, gen_random_uuid() as posting, gen_random_uuid() as payment_posting,
                   current_date - (n * 1825 / ${count}) as day, n % 50 = 0 and n < ${count} / 4 as open,
                   ('00000000-0000-0000-0000-0000000000' || lpad((n % 10)::text, 2, '0'))::uuid as service,
                   5000 + n % 3000 as net, 500 + n % 300 as tax,
                   (array ['cash', 'card', 'upi', 'bank_transfer'])[1 + n % 4] as method
            from generate_series(1, ${count}) n;
            insert into billing.invoice (clinic_id, id, patient_id, status, number, currency, source, issued_on, due_on,
                                         subtotal_minor, discount_minor, tax_minor, total_minor, created_at)
            select '${clinic}'::uuid, invoice, '${clinic}'::uuid, case when open then 'overdue' else 'paid' end, 'BENCH-' || n, 'USD',
                   'manual', day, day + 14, net, 0, tax, net + tax, day
            from bulk;
            insert into billing.posting (clinic_id, id, kind, document_id, currency, booked_on, posted_at)
            select '${clinic}'::uuid, posting, 'invoice', invoice, 'USD', day, day from bulk
            union all
            select '${clinic}'::uuid, payment_posting, 'payment', payment_posting, 'USD', day, day from bulk where not open;
            insert into billing.entry (clinic_id, posting_id, line, account, amount_minor, currency, booked_on, invoice_id,
                                       service_id, method)
            select '${clinic}'::uuid, posting, 1, 'receivable', net + tax, 'USD', day, invoice, null, null from bulk
            union all
            select '${clinic}'::uuid, posting, 2, 'revenue', -net, 'USD', day, invoice, service, null from bulk
            union all
            select '${clinic}'::uuid, posting, 3, 'tax', -tax, 'USD', day, invoice, null, null from bulk
            union all
            select '${clinic}'::uuid, payment_posting, 1, 'money', net + tax, 'USD', day, invoice, null, method
            from bulk where not open
            union all
            select '${clinic}'::uuid, payment_posting, 2, 'receivable', -net - tax, 'USD', day, invoice, null, null
            from bulk where not open;
            """;

    private final TestClinics clinics;
    private final BulkRows rows;
    private final MoneyFigures figures;
    private final DayTotals totals;
    private final ClinicScope scope;
    private final TestStaff staff;
    private final int port;

    FiguresBench(
            TestClinics clinics,
            BulkRows rows,
            MoneyFigures figures,
            DayTotals totals,
            ClinicScope scope,
            TestStaff staff,
            int port) {
        this.clinics = clinics;
        this.rows = rows;
        this.figures = figures;
        this.totals = totals;
        this.scope = scope;
        this.staff = staff;
        this.port = port;
    }

    void measure(BenchTable table) {
        var opened = clinics.open();
        var clinic = opened.id();
        rows.insert(ROWS.replace("${clinic}", clinic.toString()).replace("${count}", "" + INVOICES));
        rows.settle();
        table.figure(
                "five years of " + entries() + " ledger entries summed for the first time",
                BenchTable.number(
                                Latencies.of(1, () -> in(clinic, totals::close)).quantile(1)) + " ms");
        rows.settle();
        rows.vacuum("billing.invoice");
        rows.vacuum("billing.entry");
        var today = LocalDate.now();
        var fiveYears = new Period(today.minusYears(5).plusDays(1), today);
        report(table, "five years", () -> in(clinic, () -> figures.of(fiveYears.from(), today, "USD")));
        var visitor = new Visitor(port).signedIn(staff.of(opened, Role.BILLING));
        report(table, "five years, the page over HTTP", () -> page(visitor, fiveYears));
        report(
                table,
                "twelve months, the page over HTTP",
                () -> page(visitor, new Period(today.minusMonths(11).withDayOfMonth(1), today)));
    }

    private static String entries() {
        return "%,d".formatted(INVOICES * ENTRIES_OF_EACH);
    }

    private static void page(Visitor visitor, Period period) {
        var answer = visitor.get("/desk/figures/money?from=" + period.from() + "&to=" + period.to());
        if (answer.statusCode() != 200 || !answer.body().contains("id=\"ageing\"")) {
            throw new IllegalStateException("No figures: " + answer.statusCode());
        }
    }

    private static void report(BenchTable table, String what, Runnable read) {
        Latencies.of(READS, read);
        var measured = Latencies.of(READS, read);
        var figure = "financial figures of " + what + ", " + entries() + " ledger entries: ";
        table.figure(figure + "p50", BenchTable.number(measured.quantile(0.5)) + " ms");
        table.figure(figure + "p99", measured.quantile(0.99), READ_WITHIN_MILLIS, " ms");
    }

    private <T> T in(UUID clinic, Supplier<T> work) {
        return scope.call(clinic, work);
    }
}
