package org.carewright.billing.web;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.carewright.audit.AuditLog;
import org.carewright.billing.invoice.Invoice;
import org.carewright.billing.invoice.InvoiceStatus;
import org.carewright.billing.invoice.Invoices;
import org.carewright.billing.invoice.UnsettledInvoices;
import org.carewright.billing.ledger.Ledger;
import org.carewright.patients.record.PatientRecord;
import org.carewright.patients.record.PatientRecords;
import org.carewright.shared.web.DeskPage;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The clinic's invoices, and those of them that wait for money. */
@Controller
@DeskPage("invoices")
class InvoiceListController {

    private static final int PAGE = 50;
    private static final String LIST = "/desk/invoices";

    private final Invoices invoices;
    private final UnsettledInvoices unsettled;
    private final PatientRecords records;
    private final Ledger ledger;
    private final AuditLog audit;
    private final TransactionTemplate transaction;

    InvoiceListController(
            Invoices invoices,
            UnsettledInvoices unsettled,
            PatientRecords records,
            Ledger ledger,
            AuditLog audit,
            TransactionTemplate transaction) {
        this.invoices = invoices;
        this.unsettled = unsettled;
        this.records = records;
        this.ledger = ledger;
        this.audit = audit;
        this.transaction = transaction;
    }

    /** @param daysOver since the due day, 0 or less before it; null for one that isn't issued */
    record Row(Invoice invoice, String patient, Long daysOver) {}

    @GetMapping(LIST)
    String all(@RequestParam(required = false) String status, @RequestParam(required = false) UUID after, Model model) {
        var wanted = Arrays.stream(InvoiceStatus.values())
                .filter(each -> each.code().equals(status))
                .findFirst()
                .orElse(null);
        var found = transaction.execute(
                step -> listed(invoices.page(wanted, after == null ? null : invoices.get(after), PAGE + 1)));
        var query = wanted == null ? "" : "&status=" + wanted.code();
        model.addAttribute("status", wanted == null ? null : wanted.code());
        model.addAttribute("statuses", InvoiceStatus.values());
        model.addAttribute("first", after == null ? null : LIST + query.replace('&', '?'));
        fill(model, found, LIST, query);
        return "billing/invoices";
    }

    @GetMapping(LIST + "/unsettled")
    String unsettled(@RequestParam(required = false) UUID after, Model model) {
        var found = transaction.execute(
                step -> listed(unsettled.page(after == null ? null : invoices.get(after), PAGE + 1)));
        model.addAttribute("first", after == null ? null : LIST + "/unsettled");
        fill(model, found, LIST + "/unsettled", "");
        return "billing/unsettled";
    }

    private static void fill(Model model, List<Row> found, String path, String query) {
        var more = found.size() > PAGE;
        var shown = more ? found.subList(0, PAGE) : found;
        model.addAttribute("rows", shown);
        model.addAttribute(
                "next", more ? path + "?after=" + shown.get(PAGE - 1).invoice().id() + query : null);
    }

    private List<Row> listed(List<Invoice> found) {
        audit.record("invoices.listed", "invoice", null, null);
        var today = ledger.today();
        var patients = records.findAll(
                found.stream().map(Invoice::patientId).distinct().toList());
        return found.stream()
                .map(invoice -> new Row(invoice, name(patients, invoice.patientId()), daysOver(invoice, today)))
                .toList();
    }

    private static String name(Map<UUID, PatientRecord> patients, UUID id) {
        return patients.containsKey(id) ? patients.get(id).fullName() : "";
    }

    private static Long daysOver(Invoice invoice, LocalDate today) {
        return invoice.dueOn() == null ? null : ChronoUnit.DAYS.between(invoice.dueOn(), today);
    }
}
