package org.carewright.billing.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.carewright.billing.invoice.InvoiceLedger;
import org.carewright.billing.invoice.Invoices;
import org.carewright.billing.payment.Payments;
import org.carewright.billing.process.InvoiceRuns;
import org.carewright.billing.reversal.Reversals;
import org.carewright.identity.StaffPrincipal;
import org.carewright.shared.forms.FieldError;
import org.carewright.shared.forms.InvalidFormException;
import org.carewright.shared.money.Amounts;
import org.carewright.shared.web.DeskPage;
import org.carewright.shared.web.ErrorTexts;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One invoice: what it says, what happened to it, and what may be done with it. */
@Controller
@DeskPage("invoices")
class InvoicePageController {

    private static final int LONGEST_REASON = 500;

    private final Invoices invoices;
    private final InvoiceRuns runs;
    private final InvoiceLedger ledger;
    private final Payments payments;
    private final Reversals reversals;
    private final InvoiceGate gate;
    private final InvoicePage page;
    private final ErrorTexts texts;

    InvoicePageController(
            Invoices invoices,
            InvoiceRuns runs,
            InvoiceLedger ledger,
            Payments payments,
            Reversals reversals,
            InvoiceGate gate,
            InvoicePage page,
            ErrorTexts texts) {
        this.invoices = invoices;
        this.runs = runs;
        this.ledger = ledger;
        this.payments = payments;
        this.reversals = reversals;
        this.gate = gate;
        this.page = page;
        this.texts = texts;
    }

    @GetMapping("/desk/invoices/{invoiceId}")
    String show(@PathVariable UUID invoiceId, @AuthenticationPrincipal StaffPrincipal person, Model model) {
        return page.show(person, invoices.get(invoiceId), model);
    }

    @PostMapping("/desk/invoices/{invoiceId}/issue")
    String issue(
            @PathVariable UUID invoiceId, @AuthenticationPrincipal StaffPrincipal person, RedirectAttributes flash) {
        gate.require(person, invoiceId);
        runs.issue(invoiceId);
        return done(invoiceId, "invoice.notice.issued", flash);
    }

    @PostMapping("/desk/invoices/{invoiceId}/cancel")
    String cancel(
            @PathVariable UUID invoiceId,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal StaffPrincipal person,
            Locale locale,
            HttpServletResponse response,
            RedirectAttributes flash,
            Model model) {
        var invoice = gate.require(person, invoiceId);
        try {
            invoices.cancel(invoiceId, reason("cancel", reason));
        } catch (InvalidFormException invalid) {
            return wrong(person, invoiceId, invalid, Map.of("reason", reason), locale, response, model);
        }
        return done(invoice.id(), "invoice.notice.cancelled", flash);
    }

    @PostMapping("/desk/invoices/{invoiceId}/credit")
    String credit(
            @PathVariable UUID invoiceId,
            @RequestParam(defaultValue = "") String amount,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal StaffPrincipal person,
            Locale locale,
            HttpServletResponse response,
            RedirectAttributes flash,
            Model model) {
        var invoice = gate.require(person, invoiceId);
        try {
            var minor = Amounts.minor(amount, invoice.currency()).orElse(0);
            if (minor <= 0 || minor > invoice.totalMinor() - invoice.creditedMinor()) {
                throw new InvalidFormException(List.of(new FieldError("credit.amount", "credit_amount", List.of())));
            }
            ledger.credit(invoiceId, minor, reason("credit", reason));
        } catch (InvalidFormException invalid) {
            var typed = Map.of("reason", reason, "amount", amount);
            return wrong(person, invoiceId, invalid, typed, locale, response, model);
        }
        return done(invoiceId, "invoice.notice.credited", flash);
    }

    @PostMapping("/desk/payments/{paymentId}/reverse")
    String reverse(
            @PathVariable UUID paymentId,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal StaffPrincipal person,
            Locale locale,
            HttpServletResponse response,
            RedirectAttributes flash,
            Model model) {
        var payment = payments.get(paymentId);
        gate.requirePatient(person, payment.patientId());
        try {
            reversals.reverse(paymentId, reason("reverse-" + paymentId, reason));
        } catch (InvalidFormException invalid) {
            return wrong(person, payment.invoiceId(), invalid, Map.of("reason", reason), locale, response, model);
        }
        return done(payment.invoiceId(), "invoice.notice.payment-reversed", flash);
    }

    @PostMapping("/desk/invoices/{invoiceId}/write-off")
    String writeOff(
            @PathVariable UUID invoiceId,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal StaffPrincipal person,
            Locale locale,
            HttpServletResponse response,
            RedirectAttributes flash,
            Model model) {
        gate.require(person, invoiceId);
        try {
            runs.askWriteOff(invoiceId, reason("write-off", reason));
        } catch (InvalidFormException invalid) {
            return wrong(person, invoiceId, invalid, Map.of("reason", reason), locale, response, model);
        }
        return done(invoiceId, "invoice.notice.written-off", flash);
    }

    private static String reason(String deed, String typed) {
        if (typed.isBlank() || typed.strip().length() > LONGEST_REASON) {
            throw new InvalidFormException(List.of(new FieldError(deed + ".reason", "required", List.of())));
        }
        return typed.strip();
    }

    private String wrong(
            StaffPrincipal person,
            UUID invoiceId,
            InvalidFormException invalid,
            Map<String, String> typed,
            Locale locale,
            HttpServletResponse response,
            Model model) {
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        model.addAttribute("errors", texts.of(invalid, locale));
        model.addAttribute("typed", typed);
        return page.show(person, invoices.get(invoiceId), model);
    }

    private static String done(UUID invoiceId, String notice, RedirectAttributes flash) {
        flash.addFlashAttribute("notice", notice);
        return "redirect:/desk/invoices/" + invoiceId;
    }
}
