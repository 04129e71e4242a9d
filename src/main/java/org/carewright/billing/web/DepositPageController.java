package org.carewright.billing.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.carewright.billing.deposit.Deposit;
import org.carewright.billing.deposit.Deposits;
import org.carewright.billing.payment.PayNow;
import org.carewright.billing.payment.Payment;
import org.carewright.billing.payment.PaymentStatus;
import org.carewright.billing.payment.Payments;
import org.carewright.clinics.ClinicService;
import org.carewright.integrations.payment.Gateway;
import org.carewright.scheduling.ManageBookingService;
import org.carewright.scheduling.ManagedAppointment;
import org.carewright.shared.problem.ProblemException;
import org.carewright.shared.web.RateLimits;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * Paying the deposit of a visit with the link of the booking (BIL-7). Whoever comes back from the provider's page proves
 * nothing by it: the provider is asked.
 */
@Controller
@RequestMapping("/m/{token}/deposit")
class DepositPageController {

    private static final String VIEW = "billing/deposit";

    private final ManageBookingService manage;
    private final Deposits deposits;
    private final Payments payments;
    private final PayNow payNow;
    private final ClinicService clinics;
    private final RateLimits limits;
    private final Clock clock;

    DepositPageController(
            ManageBookingService manage,
            Deposits deposits,
            Payments payments,
            PayNow payNow,
            ClinicService clinics,
            RateLimits limits,
            Clock clock) {
        this.manage = manage;
        this.deposits = deposits;
        this.payments = payments;
        this.payNow = payNow;
        this.clinics = clinics;
        this.limits = limits;
        this.clock = clock;
    }

    @GetMapping
    String show(@PathVariable String token, Model model, Locale locale) {
        return manage.withToken(token, id -> {
            look(found(id));
            var deposit = found(id);
            return show(token, deposit, state(deposit, manage.find(id)), model, locale);
        });
    }

    /**
     * Hands the patient on to the provider. A page of ours in between, since browsers don't let a form lead to another
     * site; it goes on by itself.
     */
    @GetMapping("/page")
    String hand(
            @PathVariable String token,
            Model model,
            Locale locale,
            HttpServletRequest request,
            HttpServletResponse response) {
        limits.take("booking", request.getRemoteAddr());
        return manage.withToken(token, id -> {
            var deposit = found(id);
            if (!state(deposit, manage.find(id)).equals("due")) {
                return "redirect:" + address(token);
            }
            var provider = provider(manage.find(id)).orElseThrow();
            var payment = payNow.begin(UUID.randomUUID(), deposit.invoiceId(), provider, null);
            var standing = payNow.open(payment.id(), DepositReturn.PATH, locale);
            if (standing.page() == null) {
                return standing.payment().status() == PaymentStatus.PENDING
                        ? show(token, deposit, "unreached", model, locale)
                        : "redirect:" + address(token);
            }
            DepositReturn.remember(token, request, response);
            response.setHeader("Refresh", "0;url=" + standing.page().toASCIIString());
            model.addAttribute("page", standing.page());
            return show(token, deposit, "handing", model, locale);
        });
    }

    private static String address(String token) {
        return "/m/" + token + "/deposit";
    }

    private Deposit found(UUID visit) {
        return deposits.of(visit).orElseThrow(ProblemException::notFound);
    }

    private void look(Deposit deposit) {
        payments.ofInvoice(deposit.invoiceId()).stream()
                .filter(payment -> payment.status() == PaymentStatus.PENDING)
                .map(Payment::id)
                .forEach(payNow::look);
    }

    private String state(Deposit deposit, ManagedAppointment visit) {
        return switch (deposit.status()) {
            case HELD, USED -> "paid";
            case WAIVED -> "waived";
            case RELEASED, RETURNED -> "over";
            case DUE -> due(deposit, visit);
        };
    }

    private String due(Deposit deposit, ManagedAppointment visit) {
        if (!visit.awaitsDeposit() || !deposit.dueAt().isAfter(clock.instant())) {
            return "over";
        }
        if (tries(deposit).stream().anyMatch(payment -> payment.status() == PaymentStatus.PROCESSING)) {
            return "processing";
        }
        return provider(visit).isPresent() ? "due" : "offline";
    }

    private Optional<Gateway> provider(ManagedAppointment visit) {
        return payNow.confirmed(visit.deposit().currency().getCurrencyCode());
    }

    private List<Payment> tries(Deposit deposit) {
        return payments.ofInvoice(deposit.invoiceId());
    }

    private String show(String token, Deposit deposit, String state, Model model, Locale locale) {
        var visit = manage.find(deposit.appointmentId());
        var tries = tries(deposit);
        model.addAttribute("clinic", clinics.current());
        model.addAttribute("token", token);
        model.addAttribute("visit", visit);
        model.addAttribute("state", state);
        model.addAttribute(
                "declined", !tries.isEmpty() && tries.get(tries.size() - 1).status() == PaymentStatus.FAILED);
        model.addAttribute("when", inWords(visit.start(), visit.shownZone(), FormatStyle.FULL, locale));
        model.addAttribute("zone", visit.shownZone().getDisplayName(TextStyle.FULL, locale));
        model.addAttribute("until", inWords(deposit.dueAt(), visit.shownZone(), FormatStyle.MEDIUM, locale));
        return VIEW;
    }

    private static String inWords(Instant time, ZoneId zone, FormatStyle day, Locale locale) {
        return DateTimeFormatter.ofLocalizedDateTime(day, FormatStyle.SHORT)
                .withLocale(locale)
                .format(time.atZone(zone));
    }
}
