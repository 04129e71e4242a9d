package org.carewright.billing.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.carewright.billing.payment.PayNow;
import org.carewright.billing.payment.Payment;
import org.carewright.billing.payment.PaymentStatus;
import org.carewright.billing.payment.UpiPayments;
import org.carewright.identity.StaffPrincipal;
import org.carewright.patients.record.PatientRecords;
import org.carewright.shared.forms.InvalidFormException;
import org.carewright.shared.problem.ProblemException;
import org.carewright.shared.web.DeskPage;
import org.carewright.shared.web.ErrorTexts;
import org.carewright.shared.web.QrCode;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A UPI code on the desk's screen for the patient's phone (BIL-3); it turns to paid when the bank tells, or a person. */
@Controller
@DeskPage("invoices")
class DeskUpiController {

    static final String PATH = "/desk/upi-payments/";

    private final PayNow payNow;
    private final UpiPayments upi;
    private final InvoiceGate gate;
    private final PatientRecords records;
    private final ErrorTexts texts;

    DeskUpiController(PayNow payNow, UpiPayments upi, InvoiceGate gate, PatientRecords records, ErrorTexts texts) {
        this.payNow = payNow;
        this.upi = upi;
        this.gate = gate;
        this.records = records;
        this.texts = texts;
    }

    @GetMapping("/desk/upi-payments/{paymentId}")
    String show(
            @PathVariable UUID paymentId,
            @AuthenticationPrincipal StaffPrincipal person,
            Locale locale,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var payment = require(person, paymentId);
        var standing =
                payment.objectRef() == null ? payNow.open(paymentId, PATH + paymentId, locale) : payNow.look(paymentId);
        refreshWhenOver(standing.payment(), request, response);
        return page(person, standing, "", Map.of(), model);
    }

    @PostMapping("/desk/upi-payments/{paymentId}")
    String seen(
            @PathVariable UUID paymentId,
            @RequestParam(defaultValue = "") String utr,
            @AuthenticationPrincipal StaffPrincipal person,
            Locale locale,
            HttpServletResponse response,
            Model model) {
        require(person, paymentId);
        try {
            upi.seen(paymentId, utr);
        } catch (InvalidFormException invalid) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return page(person, payNow.look(paymentId), utr, texts.of(invalid, locale), model);
        } catch (ProblemException refused) {
            if (!"upi_reference_used".equals(refused.code())) {
                throw refused;
            }
            response.setStatus(HttpStatus.CONFLICT.value());
            return page(person, payNow.look(paymentId), utr, Map.of("utr", texts.of(refused, locale)), model);
        }
        return "redirect:" + PATH + paymentId;
    }

    /** A page that waits and learns that it waits no longer loads itself anew, whole. */
    static void refreshWhenOver(Payment payment, HttpServletRequest request, HttpServletResponse response) {
        if (payment.status() != PaymentStatus.PENDING && request.getHeader("HX-Request") != null) {
            response.setHeader("HX-Refresh", "true");
        }
    }

    private Payment require(StaffPrincipal person, UUID paymentId) {
        var payment = upi.get(paymentId);
        gate.requirePatient(person, payment.patientId());
        return payment;
    }

    private String page(
            StaffPrincipal person, PayNow.Standing standing, String typed, Map<String, String> errors, Model model) {
        var payment = standing.payment();
        return gate.read(person, payment.patientId(), () -> {
            model.addAttribute("payment", payment);
            model.addAttribute("invoice", gate.require(person, payment.invoiceId()));
            model.addAttribute("patientName", records.get(payment.patientId()).fullName());
            model.addAttribute("link", standing.page());
            model.addAttribute(
                    "code",
                    standing.page() == null
                            ? null
                            : QrCode.dataUri(standing.page().toString()));
            model.addAttribute("claimed", upi.isClaimed(payment.id()));
            model.addAttribute("typed", typed);
            model.addAttribute("errors", errors);
            return "billing/upi";
        });
    }
}
