package org.carewright.billing.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.carewright.audit.AuditLog;
import org.carewright.billing.card.CardProvider;
import org.carewright.billing.held.PatientPlans;
import org.carewright.billing.invoice.Invoice;
import org.carewright.billing.invoice.InvoiceStatus;
import org.carewright.billing.invoice.Invoices;
import org.carewright.billing.invoice.PatientBalances;
import org.carewright.billing.payment.PayNow;
import org.carewright.billing.payment.Payment;
import org.carewright.billing.payment.PaymentStatus;
import org.carewright.billing.payment.Payments;
import org.carewright.billing.payment.UpiPayments;
import org.carewright.clinics.ClinicService;
import org.carewright.identity.PortalPrincipal;
import org.carewright.integrations.payment.Gateway;
import org.carewright.integrations.upi.UpiLink;
import org.carewright.patients.access.AccessLevel;
import org.carewright.patients.access.PatientAccess;
import org.carewright.patients.portal.PortalPeople;
import org.carewright.shared.forms.InvalidFormException;
import org.carewright.shared.problem.ProblemException;
import org.carewright.shared.web.ErrorTexts;
import org.carewright.shared.web.PortalPage;
import org.carewright.shared.web.QrCode;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A patient's invoices at the portal, and paying them on the provider's page. */
@Controller
@PortalPage
class PortalBillingController {

    private static final int INVOICES = 100;
    private static final int PAYMENTS = 50;
    private static final String PAYMENT = "/portal/payments/";

    private final PatientAccess access;
    private final PortalPeople people;
    private final Invoices invoices;
    private final Payments payments;
    private final PatientBalances balances;
    private final PatientPlans plans;
    private final CardProvider cardProvider;
    private final PayNow payNow;
    private final UpiPayments upi;
    private final ErrorTexts texts;
    private final ClinicService clinics;
    private final AuditLog audit;
    private final TransactionTemplate transaction;

    PortalBillingController(
            PatientAccess access,
            PortalPeople people,
            Invoices invoices,
            Payments payments,
            PatientBalances balances,
            PatientPlans plans,
            CardProvider cardProvider,
            PayNow payNow,
            UpiPayments upi,
            ErrorTexts texts,
            ClinicService clinics,
            AuditLog audit,
            TransactionTemplate transaction) {
        this.access = access;
        this.people = people;
        this.invoices = invoices;
        this.payments = payments;
        this.balances = balances;
        this.plans = plans;
        this.cardProvider = cardProvider;
        this.payNow = payNow;
        this.upi = upi;
        this.texts = texts;
        this.clinics = clinics;
        this.audit = audit;
        this.transaction = transaction;
    }

    /** Where mails lead: one's own billing, or of the first person for whom one may see it. */
    @GetMapping("/portal/billing")
    String own(@AuthenticationPrincipal PortalPrincipal account) {
        return people.of(account.accountId()).stream()
                .filter(person -> person.grant().level() == AccessLevel.FULL)
                .findFirst()
                .map(person -> "redirect:/portal/patients/" + person.grant().patientId() + "/billing")
                .orElse("redirect:/portal");
    }

    @GetMapping("/portal/patients/{patientId}/billing")
    String billing(@PathVariable UUID patientId, @AuthenticationPrincipal PortalPrincipal account, Model model) {
        access.require(account.accountId(), patientId, AccessLevel.FULL);
        transaction.executeWithoutResult(status -> {
            audit.read(patientId, "portal-billing");
            model.addAttribute(
                    "invoices",
                    invoices.ofPatient(patientId, null, INVOICES).stream()
                            .filter(PortalBillingController::isTheirs)
                            .toList());
            model.addAttribute(
                    "payments",
                    payments.ofPatient(patientId, null, PAYMENTS).stream()
                            .filter(payment -> payment.status() == PaymentStatus.SUCCEEDED)
                            .toList());
            model.addAttribute("balances", balances.of(patientId));
            model.addAttribute("held", plans.of(patientId));
            model.addAttribute("savesCards", cardProvider.gateway().isPresent());
            model.addAttribute("setUpId", UUID.randomUUID());
        });
        person(model, account, patientId);
        return "billing/portal-billing";
    }

    @GetMapping("/portal/invoices/{invoiceId}")
    String invoice(@PathVariable UUID invoiceId, @AuthenticationPrincipal PortalPrincipal account, Model model) {
        var invoice = require(account, invoiceId);
        transaction.executeWithoutResult(status -> {
            audit.read(invoice.patientId(), "portal-invoice");
            model.addAttribute("payments", paid(invoiceId));
        });
        model.addAttribute("invoice", invoice);
        model.addAttribute("paymentId", UUID.randomUUID());
        var ways = invoice.status().isOpen() ? ways(invoice) : List.<Gateway>of();
        model.addAttribute("payable", !ways.isEmpty());
        model.addAttribute("byCard", ways.stream().anyMatch(way -> way != Gateway.UPI));
        model.addAttribute("byUpi", ways.contains(Gateway.UPI));
        person(model, account, invoice.patientId());
        return "billing/portal-invoice";
    }

    private List<Gateway> ways(Invoice invoice) {
        return payNow.offered(invoice.currency().getCurrencyCode()).stream()
                .filter(way -> way != Gateway.UPI || UpiLink.isPayable(invoice.outstanding()))
                .toList();
    }

    @PostMapping("/portal/invoices/{invoiceId}/pay")
    String pay(
            @PathVariable UUID invoiceId,
            @RequestParam(required = false) UUID paymentId,
            @RequestParam(defaultValue = "") String way,
            @AuthenticationPrincipal PortalPrincipal account) {
        require(account, invoiceId);
        var chosen = Gateway.ofCode(way).orElse(null);
        var payment = payNow.begin(paymentId == null ? UUID.randomUUID() : paymentId, invoiceId, chosen, null);
        return "redirect:" + PAYMENT + payment.id() + "/page";
    }

    /**
     * Hands the patient on to the provider. A page of ours in between, since browsers don't let a form lead to another
     * site; it goes on by itself.
     */
    @GetMapping("/portal/payments/{paymentId}/page")
    String hand(
            @PathVariable UUID paymentId,
            @AuthenticationPrincipal PortalPrincipal account,
            Locale locale,
            HttpServletResponse response,
            Model model) {
        var payment = requirePayment(account, paymentId);
        var standing = payNow.open(paymentId, PAYMENT + paymentId, locale);
        if (UpiPayments.isByUpi(payment)) {
            return "redirect:" + PAYMENT + payment.id();
        }
        if (standing.page() == null) {
            return standing.payment().status() == PaymentStatus.PENDING
                    ? show(standing, account, model)
                    : "redirect:" + PAYMENT + payment.id();
        }
        model.addAttribute("handing", true);
        response.setHeader("Refresh", "0;url=" + standing.page().toASCIIString());
        return show(standing, account, model);
    }

    @GetMapping("/portal/payments/{paymentId}")
    String payment(
            @PathVariable UUID paymentId,
            @AuthenticationPrincipal PortalPrincipal account,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        requirePayment(account, paymentId);
        var standing = payNow.look(paymentId);
        DeskUpiController.refreshWhenOver(standing.payment(), request, response);
        return show(standing, account, model);
    }

    /** The patient says that they have paid by UPI: staff look. */
    @PostMapping("/portal/upi-payments/{paymentId}/says-paid")
    String saysPaid(
            @PathVariable UUID paymentId,
            @RequestParam(defaultValue = "") String utr,
            @AuthenticationPrincipal PortalPrincipal account,
            Locale locale,
            HttpServletResponse response,
            Model model) {
        requirePayment(account, paymentId);
        try {
            upi.claim(paymentId, utr);
        } catch (InvalidFormException invalid) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("typed", utr);
            model.addAttribute("errors", texts.of(invalid, locale));
            return show(payNow.look(paymentId), account, model);
        }
        return "redirect:" + PAYMENT + paymentId;
    }

    private String show(PayNow.Standing standing, PortalPrincipal account, Model model) {
        model.addAttribute("payment", standing.payment());
        model.addAttribute("page", standing.page());
        model.addAttribute("invoice", invoices.get(standing.payment().invoiceId()));
        person(model, account, standing.payment().patientId());
        if (standing.page() != null && UpiPayments.isByUpi(standing.payment())) {
            model.addAttribute("code", QrCode.dataUri(standing.page().toString()));
            model.addAttribute("claimed", upi.isClaimed(standing.payment().id()));
            if (!model.containsAttribute("errors")) {
                model.addAttribute("errors", Map.of());
            }
            return "billing/portal-upi";
        }
        return "billing/portal-payment";
    }

    private List<Payment> paid(UUID invoiceId) {
        return payments.ofInvoice(invoiceId).stream()
                .filter(payment ->
                        payment.status() == PaymentStatus.SUCCEEDED || payment.status() == PaymentStatus.PROCESSING)
                .toList();
    }

    private static boolean isTheirs(Invoice invoice) {
        return invoice.status() != InvoiceStatus.DRAFT && invoice.number() != null;
    }

    /** Drafts are nobody's yet: they aren't there. */
    private Invoice require(PortalPrincipal account, UUID invoiceId) {
        var invoice = invoices.get(invoiceId);
        access.require(account.accountId(), invoice.patientId(), AccessLevel.FULL);
        if (!isTheirs(invoice)) {
            throw ProblemException.notFound();
        }
        return invoice;
    }

    private Payment requirePayment(PortalPrincipal account, UUID paymentId) {
        var payment = payments.get(paymentId);
        access.require(account.accountId(), payment.patientId(), AccessLevel.FULL);
        if (payment.invoiceId() == null) {
            throw ProblemException.notFound();
        }
        return payment;
    }

    private void person(Model model, PortalPrincipal account, UUID patientId) {
        var all = people.of(account.accountId());
        model.addAttribute("people", all);
        model.addAttribute("person", PortalPeople.chosen(all, patientId));
        model.addAttribute("zone", clinics.current().timeZone());
    }
}
