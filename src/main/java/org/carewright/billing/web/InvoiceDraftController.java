package org.carewright.billing.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.UUID;
import org.carewright.audit.AuditLog;
import org.carewright.billing.invoice.Invoice;
import org.carewright.billing.invoice.InvoiceStatus;
import org.carewright.billing.invoice.Invoices;
import org.carewright.identity.StaffPrincipal;
import org.carewright.patients.record.PatientRecords;
import org.carewright.patients.search.PatientQuery;
import org.carewright.patients.search.PatientSearch;
import org.carewright.shared.forms.InvalidFormException;
import org.carewright.shared.problem.ProblemException;
import org.carewright.shared.web.DeskPage;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Invoices by hand: for whom, then the lines with what they come to; drafts can be changed until they are issued. */
@Controller
@DeskPage("invoices")
class InvoiceDraftController {

    private static final String CHOOSE = "billing/choose-patient";
    private static final int MOST_FOUND = 20;

    private final Invoices invoices;
    private final DraftPage page;
    private final InvoiceGate gate;
    private final PatientRecords records;
    private final PatientSearch search;
    private final AuditLog audit;
    private final TransactionTemplate transaction;

    InvoiceDraftController(
            Invoices invoices,
            DraftPage page,
            InvoiceGate gate,
            PatientRecords records,
            PatientSearch search,
            AuditLog audit,
            TransactionTemplate transaction) {
        this.invoices = invoices;
        this.page = page;
        this.gate = gate;
        this.records = records;
        this.search = search;
        this.audit = audit;
        this.transaction = transaction;
    }

    @GetMapping("/desk/invoices/new")
    String begin(
            @RequestParam(required = false) UUID patient,
            @AuthenticationPrincipal StaffPrincipal person,
            Locale locale,
            Model model) {
        if (patient == null) {
            model.addAttribute("q", "");
            return CHOOSE;
        }
        requirePatient(person, patient);
        return page.show(page.empty(patient), locale, model);
    }

    @PostMapping("/desk/invoices/new/search")
    String search(@RequestParam(name = "q", defaultValue = "") String typed, Model model) {
        var query = PatientQuery.of(typed);
        model.addAttribute("q", typed);
        model.addAttribute(
                "found",
                query.blank()
                        ? null
                        : transaction.execute(step -> {
                            audit.record("patients.searched", "patient", null, null);
                            return search.find(query, MOST_FOUND);
                        }));
        return CHOOSE;
    }

    @PostMapping("/desk/invoices/new")
    String create(
            @RequestParam UUID patient,
            @RequestParam MultiValueMap<String, String> fields,
            @AuthenticationPrincipal StaffPrincipal person,
            Locale locale,
            HttpServletResponse response,
            Model model) {
        requirePatient(person, patient);
        var form = page.typed(patient, null, fields);
        try {
            return "redirect:/desk/invoices/" + invoices.draft(page.draft(form));
        } catch (InvalidFormException invalid) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return page.wrong(form, invalid, locale, model);
        }
    }

    /** What it would come to, and one more empty line; keeps nothing. */
    @PostMapping("/desk/invoices/preview")
    String preview(
            @RequestParam UUID patient,
            @RequestParam(required = false) UUID invoice,
            @RequestParam MultiValueMap<String, String> fields,
            @AuthenticationPrincipal StaffPrincipal person,
            Locale locale,
            Model model) {
        requirePatient(person, patient);
        return page.show(page.typed(patient, invoice, fields), locale, model);
    }

    @GetMapping("/desk/invoices/{invoiceId}/edit")
    String edit(
            @PathVariable UUID invoiceId, @AuthenticationPrincipal StaffPrincipal person, Locale locale, Model model) {
        var invoice = draft(person, invoiceId);
        return gate.read(person, invoice.patientId(), () -> page.show(page.of(invoice), locale, model));
    }

    @PostMapping("/desk/invoices/{invoiceId}/edit")
    String save(
            @PathVariable UUID invoiceId,
            @RequestParam(defaultValue = "-1") int version,
            @RequestParam MultiValueMap<String, String> fields,
            @AuthenticationPrincipal StaffPrincipal person,
            Locale locale,
            HttpServletResponse response,
            RedirectAttributes flash,
            Model model) {
        var invoice = draft(person, invoiceId);
        var form = page.typed(invoice.patientId(), invoiceId, fields);
        try {
            invoices.change(invoiceId, version, page.draft(form));
        } catch (InvalidFormException invalid) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return page.wrong(form, invalid, locale, model);
        } catch (ProblemException changed) {
            if (!"changed_meanwhile".equals(changed.code())) {
                throw changed;
            }
            response.setStatus(HttpStatus.CONFLICT.value());
            return page.conflict(form, invoices.get(invoiceId), locale, model);
        }
        flash.addFlashAttribute("notice", "invoice.notice.saved");
        return "redirect:/desk/invoices/" + invoiceId;
    }

    private Invoice draft(StaffPrincipal person, UUID invoiceId) {
        var invoice = gate.require(person, invoiceId);
        if (invoice.status() != InvoiceStatus.DRAFT) {
            throw new ProblemException(HttpStatus.CONFLICT, "invoice_issued");
        }
        return invoice;
    }

    private void requirePatient(StaffPrincipal person, UUID patientId) {
        records.find(patientId).orElseThrow(ProblemException::notFound);
        gate.requirePatient(person, patientId);
    }
}
