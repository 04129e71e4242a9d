package org.carewright.billing.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.carewright.billing.payment.Payment;
import org.carewright.billing.payment.Payments;
import org.carewright.billing.refund.RefundReason;
import org.carewright.billing.refund.RefundRuns;
import org.carewright.billing.refund.Refunds;
import org.carewright.identity.StaffPrincipal;
import org.carewright.patients.record.PatientRecords;
import org.carewright.shared.forms.FieldError;
import org.carewright.shared.forms.InvalidFormException;
import org.carewright.shared.money.Amounts;
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

/** Asks for a refund of a payment (BIL-4); who approves it is the process's matter. */
@Controller
@DeskPage("invoices")
class DeskRefundController {

    private static final int LONGEST_NOTE = 1000;

    private final Payments payments;
    private final Refunds refunds;
    private final RefundRuns runs;
    private final InvoiceGate gate;
    private final PatientRecords records;
    private final ErrorTexts texts;

    DeskRefundController(
            Payments payments,
            Refunds refunds,
            RefundRuns runs,
            InvoiceGate gate,
            PatientRecords records,
            ErrorTexts texts) {
        this.payments = payments;
        this.refunds = refunds;
        this.runs = runs;
        this.gate = gate;
        this.records = records;
        this.texts = texts;
    }

    /** As typed. */
    record Form(String amount, String reason, String note) {}

    @GetMapping("/desk/payments/{paymentId}/refund")
    String begin(@PathVariable UUID paymentId, @AuthenticationPrincipal StaffPrincipal person, Model model) {
        var payment = require(person, paymentId);
        var amount =
                Amounts.text(refunds.refundable(paymentId), payment.amount().currency());
        return gate.read(person, payment.patientId(), () -> page(payment, new Form(amount, null, ""), Map.of(), model));
    }

    @PostMapping("/desk/payments/{paymentId}/refund")
    String ask(
            @PathVariable UUID paymentId,
            @ModelAttribute Form form,
            @AuthenticationPrincipal StaffPrincipal person,
            Locale locale,
            HttpServletResponse response,
            RedirectAttributes flash,
            Model model) {
        var payment = require(person, paymentId);
        try {
            var reason = Arrays.stream(RefundReason.values())
                    .filter(each -> each.code().equals(form.reason()))
                    .findFirst();
            refuse(reason.isEmpty(), "reason", "required");
            refuse(form.note() != null && form.note().length() > LONGEST_NOTE, "note", "invalid");
            var minor =
                    Amounts.minor(form.amount(), payment.amount().currency()).orElse(0);
            refuse(minor <= 0 || minor > refunds.refundable(paymentId), "amount", "refund_amount");
            runs.request(paymentId, minor, reason.orElseThrow(), form.note());
        } catch (InvalidFormException invalid) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return page(payment, form, texts.of(invalid, locale), model);
        }
        flash.addFlashAttribute("notice", "refund.notice.requested");
        return "redirect:"
                + (payment.invoiceId() == null
                        ? "/desk/patients/" + payment.patientId() + "/billing"
                        : "/desk/invoices/" + payment.invoiceId());
    }

    private static void refuse(boolean wrong, String field, String code) {
        if (wrong) {
            throw new InvalidFormException(List.of(new FieldError(field, code, List.of())));
        }
    }

    private Payment require(StaffPrincipal person, UUID paymentId) {
        var payment = payments.get(paymentId);
        gate.requirePatient(person, payment.patientId());
        if (refunds.refundable(paymentId) == 0) {
            throw new ProblemException(HttpStatus.CONFLICT, "nothing_to_refund");
        }
        return payment;
    }

    private String page(Payment payment, Form form, Map<String, String> errors, Model model) {
        model.addAttribute("payment", payment);
        model.addAttribute("patientName", records.get(payment.patientId()).fullName());
        model.addAttribute("refundable", refunds.refundable(payment.id()));
        model.addAttribute("form", form);
        model.addAttribute("errors", errors);
        model.addAttribute("reasons", RefundReason.values());
        return "billing/refund";
    }
}
