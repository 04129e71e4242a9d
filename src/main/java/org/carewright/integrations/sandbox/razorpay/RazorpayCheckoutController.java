package org.carewright.integrations.sandbox.razorpay;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.carewright.integrations.sandbox.ConditionalOnSandbox;
import org.carewright.shared.money.Money;
import org.carewright.shared.problem.ProblemException;
import org.carewright.shared.web.PublicUrl;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;

/**
 * The hosted page to pay on: entered with a form post from the clinic's page, left with one to its callback address, as
 * at Razorpay. What the payer does is chosen by a button instead of typing test cards.
 */
@Controller
@ConditionalOnSandbox
@RequestMapping("/sandbox/razorpay")
class RazorpayCheckoutController {

    private final RazorpaySandboxAccounts accounts;
    private final RazorpayObjects objects;
    private final RazorpayPayments payments;
    private final RazorpayRefunds refunds;
    private final RazorpayWebhooks webhooks;
    private final PublicUrl publicUrl;

    RazorpayCheckoutController(
            RazorpaySandboxAccounts accounts,
            RazorpayObjects objects,
            RazorpayPayments payments,
            RazorpayRefunds refunds,
            RazorpayWebhooks webhooks,
            PublicUrl publicUrl) {
        this.accounts = accounts;
        this.objects = objects;
        this.payments = payments;
        this.refunds = refunds;
        this.webhooks = webhooks;
        this.publicUrl = publicUrl;
    }

    /**
     * Where the payer came from and goes back to.
     *
     * @param name the merchant's, as shown
     */
    record Visit(String keyId, String orderId, String name, String callbackUrl, String cancelUrl) {

        static Visit of(Map<String, String> form) {
            return new Visit(
                    form.get("key_id"),
                    form.get("order_id"),
                    form.getOrDefault("name", "Razorpay"),
                    form.get("callback_url"),
                    form.get("cancel_url"));
        }
    }

    /** A payment as shown. */
    record Shown(String id, String method, String status, boolean late, boolean captured) {

        static Shown of(JsonNode payment) {
            var status = payment.path("status").asText();
            return new Shown(
                    payment.path("id").asText(),
                    payment.path("method").asText(),
                    status,
                    "created".equals(status),
                    payment.path("captured").asBoolean());
        }
    }

    @PostMapping("/v1/checkout/embedded")
    String checkout(@RequestParam Map<String, String> form, Model model) {
        var visit = checked(Visit.of(form));
        account(visit.keyId());
        var order = objects.find(visit.keyId(), RazorpayObjects.ORDER, visit.orderId());
        model.addAttribute("visit", visit);
        model.addAttribute(
                "amount",
                Money.of(order.path("amount").asLong(), order.path("currency").asText())
                        .format(Locale.forLanguageTag("en-IN")));
        model.addAttribute("paid", "paid".equals(order.path("status").asText()));
        model.addAttribute("attempts", RazorpayAttempt.values());
        return "integrations/razorpay-checkout";
    }

    /** Does what the payer chose and hands the result to the callback address. */
    @PostMapping("/checkout/pay")
    String pay(@RequestParam Map<String, String> form, @RequestParam RazorpayAttempt attempt, Model model) {
        var visit = checked(Visit.of(form));
        var account = account(visit.keyId());
        var outcome = payments.attempt(account, visit.orderId(), attempt);
        webhooks.send(outcome.events());
        var paymentId = outcome.payment().path("id").asText();
        if (attempt == RazorpayAttempt.UPI_LATE) {
            return "redirect:" + visit.cancelUrl();
        }
        model.addAttribute("address", visit.callbackUrl());
        model.addAttribute("fields", attempt.fails() ? failure(outcome) : success(account, visit, paymentId));
        model.addAttribute("failed", attempt.fails());
        return "integrations/razorpay-return";
    }

    /** What happened to an order, and what may still happen. */
    @GetMapping("/orders/{id}")
    String order(@PathVariable String id, @RequestParam("key_id") String keyId, Model model) {
        account(keyId);
        model.addAttribute("keyId", keyId);
        model.addAttribute("orderId", id);
        model.addAttribute(
                "status",
                objects.find(keyId, RazorpayObjects.ORDER, id).path("status").asText());
        var items = objects.children(id, RazorpayObjects.PAYMENT).path("items");
        model.addAttribute(
                "payments",
                StreamSupport.stream(items.spliterator(), false).map(Shown::of).toList());
        model.addAttribute("events", webhooks.eventsOf(id));
        return "integrations/razorpay-order";
    }

    /** The payer's app answers a late request. */
    @PostMapping("/payments/{id}/answer")
    String answer(@PathVariable String id, @RequestParam("key_id") String keyId, @RequestParam boolean paid) {
        var outcome = payments.answerLate(account(keyId), id, paid);
        webhooks.send(outcome.events());
        return orderPage(outcome.payment().path("order_id").asText(), keyId);
    }

    /** The payer's bank disputes the payment. */
    @PostMapping("/payments/{id}/dispute")
    String dispute(@PathVariable String id, @RequestParam("key_id") String keyId) {
        var orderId = objects.find(keyId, RazorpayObjects.PAYMENT, id)
                .path("order_id")
                .asText();
        webhooks.send(refunds.dispute(account(keyId), id).events());
        return orderPage(orderId, keyId);
    }

    @PostMapping("/events/{id}/again")
    String sendAgain(
            @PathVariable String id, @RequestParam("key_id") String keyId, @RequestParam("order_id") String orderId) {
        webhooks.sendAgain(id);
        return orderPage(orderId, keyId);
    }

    @ExceptionHandler(RazorpayRefusal.class)
    @ResponseStatus(HttpStatus.BAD_REQUEST)
    String refuse(RazorpayRefusal refusal, Model model) {
        model.addAttribute("reason", refusal.getMessage());
        return "integrations/razorpay-refused";
    }

    private Map<String, String> success(RazorpaySandboxAccount account, Visit visit, String paymentId) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("razorpay_payment_id", paymentId);
        fields.put("razorpay_order_id", visit.orderId());
        fields.put(
                "razorpay_signature",
                RazorpayWebhooks.signature(account.keySecret(), visit.orderId() + "|" + paymentId));
        return fields;
    }

    private static Map<String, String> failure(RazorpayPayments.Outcome outcome) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("error[code]", outcome.payment().path("error_code").asText());
        fields.put(
                "error[description]",
                outcome.payment().path("error_description").asText());
        fields.put("error[reason]", outcome.payment().path("error_reason").asText());
        return fields;
    }

    private RazorpaySandboxAccount account(String keyId) {
        return accounts.ofKey(keyId).orElseThrow(ProblemException::notFound);
    }

    /** Our own addresses only: the sandbox must not become an open door to anywhere. */
    private Visit checked(Visit visit) {
        if (visit.keyId() == null || visit.orderId() == null) {
            throw new ProblemException(HttpStatus.BAD_REQUEST, "invalid_request");
        }
        for (var address : new String[] {visit.callbackUrl(), visit.cancelUrl()}) {
            if (address == null || !isOurs(address)) {
                throw new ProblemException(HttpStatus.BAD_REQUEST, "invalid_request");
            }
        }
        return visit;
    }

    private boolean isOurs(String address) {
        try {
            var uri = URI.create(address);
            var base = URI.create(publicUrl.base());
            return base.getScheme().equals(uri.getScheme())
                    && base.getRawAuthority().equals(uri.getRawAuthority());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static String orderPage(String orderId, String keyId) {
        return "redirect:/sandbox/razorpay/orders/" + orderId + "?key_id=" + keyId;
    }
}
