package org.carewright.integrations.razorpay;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import org.carewright.integrations.inbox.WebhookBody;
import org.carewright.integrations.payment.Payees;
import org.carewright.integrations.payment.Payees.Payee;
import org.carewright.integrations.razorpay.RazorpayOrderBook.Order;
import org.carewright.shared.problem.ProblemException;
import org.carewright.shared.tenant.ClinicScope;
import org.carewright.shared.web.PublicUrl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * The way to Razorpay's page and back. Razorpay's page is entered by a form post from the patient's browser, and it posts
 * the result back; who has an order's id may pay it, and learns no more than its amount and reference.
 */
@Controller
class RazorpayPageController {

    private static final String CALLBACK = "/webhooks/razorpay/checkout/";

    private final RazorpayOrderBook book;
    private final RazorpayReturn returns;
    private final RazorpayAccounts accounts;
    private final Payees payees;
    private final ClinicScope scope;
    private final PublicUrl publicUrl;

    RazorpayPageController(
            RazorpayOrderBook book,
            RazorpayReturn returns,
            RazorpayAccounts accounts,
            Payees payees,
            ClinicScope scope,
            PublicUrl publicUrl) {
        this.book = book;
        this.returns = returns;
        this.accounts = accounts;
        this.payees = payees;
        this.scope = scope;
        this.publicUrl = publicUrl;
    }

    /** Shows what is paid; a button leads on. */
    @GetMapping(RazorpayGateway.PAGE + "{orderId}")
    String page(@PathVariable String orderId, Locale locale, Model model) {
        var order = book.ofAnyClinic(orderId).orElseThrow(ProblemException::notFound);
        var payee = scope.call(order.clinicId(), payees::current);
        model.addAttribute("clinic", payee);
        model.addAttribute("amount", order.amount().format(locale));
        model.addAttribute("reference", order.reference());
        model.addAttribute("closed", order.isClosed());
        model.addAttribute("cancel", order.cancel());
        model.addAttribute("checkout", accounts.pagesUrl(order.keyId()) + "/v1/checkout/embedded");
        model.addAttribute("fields", fields(order, payee));
        return "integrations/razorpay-pay";
    }

    private Map<String, String> fields(Order order, Payee payee) {
        return Map.of(
                "key_id", order.keyId(),
                "order_id", order.orderRef(),
                "amount", Long.toString(order.amount().minor()),
                "currency", order.amount().currency().getCurrencyCode(),
                "name", payee.name(),
                "description", order.reference(),
                "callback_url", publicUrl.of(CALLBACK + order.orderRef()),
                "cancel_url", order.cancel());
    }

    /**
     * Where Razorpay's page posts to. The patient goes on to where the payment was begun; a signed result is looked up at
     * Razorpay at once, so that the patient needn't wait for the webhook. Nothing that the browser brings is believed.
     */
    @PostMapping(CALLBACK + "{orderId}")
    ResponseEntity<Void> comeBack(@PathVariable String orderId, HttpServletRequest request) throws IOException {
        var order = book.ofAnyClinic(orderId).orElseThrow(ProblemException::notFound);
        var form = WebhookBody.read(request)
                .map(WebhookBody::form)
                .orElseThrow(() -> new ProblemException(HttpStatus.PAYLOAD_TOO_LARGE, "invalid_request"));
        var paid = returns.accept(order, form.get("razorpay_payment_id"), form.get("razorpay_signature"));
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(paid ? order.success() : order.cancel()))
                .build();
    }
}
