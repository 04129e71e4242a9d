package org.carewright.integrations.sandbox.stripe;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.function.Function;
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

/** The hosted page on which a patient pays or saves a card with one of Stripe's test cards; it works without script. */
@Controller
@ConditionalOnSandbox
@RequestMapping("/sandbox/stripe")
class StripeCheckoutController {

    private final StripeApi api;
    private final StripeObjects objects;
    private final StripeSessions sessions;
    private final StripeCharges charges;
    private final StripeWebhooks webhooks;
    private final PublicUrl publicUrl;

    StripeCheckoutController(
            StripeApi api,
            StripeObjects objects,
            StripeSessions sessions,
            StripeCharges charges,
            StripeWebhooks webhooks,
            PublicUrl publicUrl) {
        this.api = api;
        this.objects = objects;
        this.sessions = sessions;
        this.charges = charges;
        this.webhooks = webhooks;
        this.publicUrl = publicUrl;
    }

    /** A session as the page shows it. */
    record Shown(
            String id, boolean setup, String item, String amount, String cancelUrl, String error, boolean asksBank) {}

    @GetMapping("/pay/{id}")
    String page(@PathVariable String id, Locale locale, Model model) {
        var session = run(id, turn -> sessions.current(turn, id));
        if (!StripeSessions.isOpen(session)) {
            return "integrations/stripe-closed";
        }
        var shown = run(id, turn -> shown(turn, session, locale));
        model.addAttribute("shown", shown);
        model.addAttribute("cards", StripeTestCard.values());
        return shown.asksBank() ? "integrations/stripe-bank" : "integrations/stripe-pay";
    }

    @PostMapping("/pay/{id}")
    String pay(@PathVariable String id, @RequestParam String card, Model model, Locale locale) {
        var known = StripeTestCard.ofNumber(card);
        if (known.isEmpty()) {
            model.addAttribute("unknownCard", true);
            return page(id, locale, model);
        }
        return after(id, run(id, turn -> sessions.submit(turn, id, known.get())));
    }

    /** The bank's question of 3-D Secure is answered. */
    @PostMapping("/pay/{id}/bank")
    String bank(@PathVariable String id, @RequestParam boolean approved) {
        return after(id, run(id, turn -> sessions.authenticate(turn, id, approved)));
    }

    private String after(String id, ObjectNode session) {
        return "complete".equals(session.path("status").asText())
                ? "redirect:" + ours(session.path("success_url").asText())
                : "redirect:" + StripeSessions.PAGES + id;
    }

    /** What happened to a payment, and what may still happen. */
    @GetMapping("/payments/{id}")
    String payment(@PathVariable String id, Model model) {
        var intent = run(id, turn -> objects.find(turn, StripeObjects.INTENT, id));
        model.addAttribute("intentId", id);
        model.addAttribute("status", intent.path("status").asText());
        model.addAttribute("chargeId", intent.path("latest_charge").asText(null));
        model.addAttribute(
                "disputes",
                run(id, turn -> objects.children(id, StripeObjects.DISPUTE)).stream()
                        .filter(dispute ->
                                "needs_response".equals(dispute.path("status").asText()))
                        .map(dispute -> dispute.path("id").asText())
                        .toList());
        model.addAttribute("events", webhooks.eventsOf(id));
        return "integrations/stripe-payment";
    }

    /** The card's owner disputes it. */
    @PostMapping("/payments/{id}/dispute")
    String dispute(@PathVariable String id) {
        run(
                id,
                turn -> charges.dispute(
                        turn,
                        objects.find(turn, StripeObjects.INTENT, id)
                                .path("latest_charge")
                                .asText()));
        return paymentPage(id);
    }

    /** The bank decides. */
    @PostMapping("/disputes/{id}/decision")
    String decide(@PathVariable String id, @RequestParam boolean won) {
        var dispute = run(id, turn -> charges.decide(turn, id, won));
        return paymentPage(dispute.path("payment_intent").asText());
    }

    @PostMapping("/events/{id}/again")
    String sendAgain(@PathVariable String id, @RequestParam String payment) {
        webhooks.sendAgain(id);
        return paymentPage(payment);
    }

    @ExceptionHandler(StripeRefusal.class)
    @ResponseStatus(HttpStatus.BAD_REQUEST)
    String refuse(StripeRefusal refusal, Model model) {
        model.addAttribute("reason", refusal.getMessage());
        return "integrations/stripe-refused";
    }

    private Shown shown(StripeTurn turn, ObjectNode session, Locale locale) {
        var isSetup = StripeSessions.isSetup(session);
        return new Shown(
                session.path("id").asText(),
                isSetup,
                session.path("sandbox_item").asText(null),
                isSetup
                        ? null
                        : Money.of(
                                        session.path("amount_total").asLong(),
                                        session.path("currency").asText().toUpperCase(Locale.ROOT))
                                .format(locale),
                ours(session.path("cancel_url").asText("")),
                sessions.lastError(turn, session),
                sessions.needsAuthentication(turn, session));
    }

    private <T> T run(String id, Function<StripeTurn, T> work) {
        var apiKey = objects.apiKeyOf(id);
        if (apiKey == null) {
            throw ProblemException.notFound();
        }
        var done = api.run(apiKey, work);
        webhooks.send(done.events());
        return done.result();
    }

    /** Our own addresses only: the sandbox must not become an open door to anywhere. */
    private String ours(String address) {
        return address.startsWith(publicUrl.base() + "/") ? address : publicUrl.of("/");
    }

    private static String paymentPage(String id) {
        return "redirect:/sandbox/stripe/payments/" + id;
    }
}
