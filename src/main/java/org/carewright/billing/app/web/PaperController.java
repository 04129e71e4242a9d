package org.carewright.billing.app.web;

import java.time.LocalDate;
import java.util.UUID;
import org.carewright.billing.app.BillingForApps;
import org.carewright.documents.pdf.PdfAnswer;
import org.carewright.identity.AccountPrincipal;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Papers as PDF, for the desk and for who may see the patient at the portal (BIL-2). */
@Controller
class PaperController {

    private final BillingForApps billing;

    PaperController(BillingForApps billing) {
        this.billing = billing;
    }

    @GetMapping("/desk/invoices/{invoiceId}/pdf")
    ResponseEntity<byte[]> invoice(@PathVariable UUID invoiceId, @AuthenticationPrincipal AccountPrincipal person) {
        return PdfAnswer.of("invoice", billing.invoicePaper(person, invoiceId));
    }

    @GetMapping("/portal/invoices/{invoiceId}/pdf")
    ResponseEntity<byte[]> ownInvoice(@PathVariable UUID invoiceId, @AuthenticationPrincipal AccountPrincipal person) {
        return PdfAnswer.of("invoice", billing.invoicePaper(person, invoiceId));
    }

    @GetMapping("/desk/payments/{paymentId}/receipt.pdf")
    ResponseEntity<byte[]> receipt(@PathVariable UUID paymentId, @AuthenticationPrincipal AccountPrincipal person) {
        return PdfAnswer.of("receipt", billing.receiptPaper(person, paymentId));
    }

    @GetMapping("/portal/payments/{paymentId}/receipt.pdf")
    ResponseEntity<byte[]> ownReceipt(@PathVariable UUID paymentId, @AuthenticationPrincipal AccountPrincipal person) {
        return PdfAnswer.of("receipt", billing.receiptPaper(person, paymentId));
    }

    @GetMapping("/desk/credit-notes/{creditNoteId}/pdf")
    ResponseEntity<byte[]> creditNote(
            @PathVariable UUID creditNoteId, @AuthenticationPrincipal AccountPrincipal person) {
        return PdfAnswer.of("credit-note", billing.creditNotePaper(person, creditNoteId));
    }

    @GetMapping("/portal/credit-notes/{creditNoteId}/pdf")
    ResponseEntity<byte[]> ownCreditNote(
            @PathVariable UUID creditNoteId, @AuthenticationPrincipal AccountPrincipal person) {
        return PdfAnswer.of("credit-note", billing.creditNotePaper(person, creditNoteId));
    }

    /** @param from first day, a year before {@code to} when left out @param to last day, today when left out */
    @GetMapping("/desk/patients/{patientId}/statement.pdf")
    ResponseEntity<byte[]> statement(
            @PathVariable UUID patientId,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate to,
            @AuthenticationPrincipal AccountPrincipal person) {
        return PdfAnswer.of("statement", billing.statementPaper(person, patientId, from, to));
    }

    /** As at the desk, for who may see the patient. */
    @GetMapping("/portal/patients/{patientId}/statement.pdf")
    ResponseEntity<byte[]> ownStatement(
            @PathVariable UUID patientId,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate to,
            @AuthenticationPrincipal AccountPrincipal person) {
        return PdfAnswer.of("statement", billing.statementPaper(person, patientId, from, to));
    }
}
