package org.carewright.billing.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.carewright.billing.invoice.Invoice;
import org.carewright.billing.invoice.InvoiceStatus;
import org.carewright.billing.payment.DeskPayments;
import org.carewright.billing.payment.DeskPayments.Taken;
import org.carewright.billing.payment.PayNow;
import org.carewright.billing.payment.PaymentMethod;
import org.carewright.identity.StaffPrincipal;
import org.carewright.integrations.payment.Gateway;
import org.carewright.integrations.upi.UpiLink;
import org.carewright.patients.record.PatientRecords;
import org.carewright.shared.forms.FieldError;
import org.carewright.shared.forms.InvalidFormException;
import org.carewright.shared.money.Amounts;
import org.carewright.shared.money.Money;
import org.carewright.shared.problem.ProblemException;
import org.carewright.shared.web.DeskPage;
import org.carewright.shared.web.ErrorTexts;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Takes cash, transfers and UPI at the desk, whole or in part (BIL-3). */
@Controller
@DeskPage("invoices")
class DeskPaymentController {

    private final DeskPayments payments;
    private final PayNow payNow;
    private final InvoiceGate gate;
    private final PatientRecords records;
    private final ErrorTexts texts;

    DeskPaymentController(
            DeskPayments payments, PayNow payNow, InvoiceGate gate, PatientRecords records, ErrorTexts texts) {
        this.payments = payments;
        this.payNow = payNow;
        this.gate = gate;
        this.records = records;
        this.texts = texts;
    }

    /**
     * @param paymentId made with the page, so that a form sent twice takes one payment
     * @param show {@code upi} for a code on the screen
     */
    record Form(UUID paymentId, String method, String amount, String reference, String show) {

        /** Whether a UPI code is wanted instead of booking what was taken. */
        boolean wantsCode() {
            return "upi".equals(show);
        }
    }

    @GetMapping("/desk/invoices/{invoiceId}/payment")
    String begin(@PathVariable UUID invoiceId, @AuthenticationPrincipal StaffPrincipal person, Model model) {
        var invoice = gate.require(person, invoiceId);
        if (!invoice.status().isOpen()) {
            throw new ProblemException(HttpStatus.CONFLICT, "invoice_not_open");
        }
        var amount = Amounts.text(invoice.outstandingMinor(), invoice.currency());
        var form = new Form(UUID.randomUUID(), PaymentMethod.CASH.code(), amount, "", null);
        return gate.read(person, invoice.patientId(), () -> page(invoice, form, Map.of(), model));
    }

    @PostMapping("/desk/invoices/{invoiceId}/payment")
    String take(
            @PathVariable UUID invoiceId,
            @ModelAttribute Form form,
            @AuthenticationPrincipal StaffPrincipal person,
            Locale locale,
            HttpServletResponse response,
            RedirectAttributes flash,
            Model model) {
        var invoice = gate.require(person, invoiceId);
        if (invoice.status() == InvoiceStatus.DRAFT || invoice.status() == InvoiceStatus.CANCELLED) {
            throw new ProblemException(HttpStatus.CONFLICT, "invoice_not_open");
        }
        var typed = form.paymentId() == null
                ? new Form(UUID.randomUUID(), form.method(), form.amount(), form.reference(), form.show())
                : form;
        try {
            var amount =
                    new Money(Amounts.minor(typed.amount(), invoice.currency()).orElse(0), invoice.currency());
            if (typed.wantsCode()) {
                return "redirect:" + DeskUpiController.PATH + code(typed, invoiceId, amount);
            }
            var taken = payments.take(
                    new Taken(typed.paymentId(), invoiceId, method(typed.method()), amount, typed.reference()));
            flash.addFlashAttribute("amount", taken.amount().format(locale));
            flash.addFlashAttribute("receipt", taken.receipt());
            return "redirect:/desk/invoices/" + invoiceId;
        } catch (InvalidFormException invalid) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return page(invoice, typed, texts.of(invalid, locale), model);
        } catch (ProblemException refused) {
            if (!"payment_above_invoice".equals(refused.code())) {
                throw refused;
            }
            response.setStatus(HttpStatus.CONFLICT.value());
            return page(gate.require(person, invoiceId), typed, Map.of("amount", texts.of(refused, locale)), model);
        }
    }

    /** Makes the code, or takes the one that is open for the same amount. @return the payment's id */
    private UUID code(Form typed, UUID invoiceId, Money amount) {
        if (amount.minor() <= 0) {
            throw new InvalidFormException(List.of(new FieldError("amount", "amount", List.of())));
        }
        return payNow.begin(typed.paymentId(), invoiceId, Gateway.UPI, amount).id();
    }

    private static PaymentMethod method(String code) {
        return Arrays.stream(PaymentMethod.values())
                .filter(method -> method.code().equals(code))
                .findFirst()
                .orElse(null);
    }

    private String page(Invoice invoice, Form form, Map<String, String> errors, Model model) {
        model.addAttribute("invoice", invoice);
        model.addAttribute("patientName", records.get(invoice.patientId()).fullName());
        model.addAttribute("form", form);
        model.addAttribute("errors", errors);
        model.addAttribute("methods", DeskPayments.METHODS);
        model.addAttribute(
                "byUpi",
                UpiLink.isPayable(invoice.outstanding())
                        && payNow.offered(invoice.currency().getCurrencyCode()).contains(Gateway.UPI));
        return "billing/take-payment";
    }
}
