package org.carewright.integrations.sandbox.stripe;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.function.BiFunction;
import org.carewright.integrations.sandbox.ConditionalOnSandbox;
import org.carewright.integrations.sandbox.SandboxFault.Kind;
import org.carewright.integrations.sandbox.SandboxMessages;
import org.carewright.integrations.sandbox.web.SandboxStalls;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Stripe's API as the real service answers it. */
@RestController
@ConditionalOnSandbox
@RequestMapping("/sandbox/stripe/v1")
class StripeSandboxController {

    private final StripeSandboxAccounts accounts;
    private final StripeApi api;
    private final StripeObjects objects;
    private final StripeMethods methods;
    private final StripeIntents intents;
    private final StripeSessions sessions;
    private final StripeCharges charges;
    private final StripeWebhooks webhooks;
    private final SandboxMessages faults;
    private final SandboxStalls stalls;
    private final ObjectMapper json;

    StripeSandboxController(
            StripeSandboxAccounts accounts,
            StripeApi api,
            StripeObjects objects,
            StripeMethods methods,
            StripeIntents intents,
            StripeSessions sessions,
            StripeCharges charges,
            StripeWebhooks webhooks,
            SandboxMessages faults,
            SandboxStalls stalls,
            ObjectMapper json) {
        this.accounts = accounts;
        this.api = api;
        this.objects = objects;
        this.methods = methods;
        this.intents = intents;
        this.sessions = sessions;
        this.charges = charges;
        this.webhooks = webhooks;
        this.faults = faults;
        this.stalls = stalls;
        this.json = json;
    }

    @PostMapping("/customers")
    ResponseEntity<String> createCustomer(HttpServletRequest request, @RequestParam Map<String, String> form) {
        return change(request, form, methods::customer);
    }

    @GetMapping("/payment_methods/{id}")
    ResponseEntity<String> method(
            HttpServletRequest request, @PathVariable String id, @RequestParam Map<String, String> query) {
        return find(request, query, StripeObjects.METHOD, id);
    }

    @PostMapping("/payment_methods/{id}/detach")
    ResponseEntity<String> detach(
            HttpServletRequest request, @PathVariable String id, @RequestParam Map<String, String> form) {
        return change(request, form, (turn, fields) -> methods.detach(turn, id));
    }

    @PostMapping("/payment_intents")
    ResponseEntity<String> createIntent(HttpServletRequest request, @RequestParam Map<String, String> form) {
        return change(request, form, intents::create);
    }

    @GetMapping("/payment_intents")
    ResponseEntity<String> intents(HttpServletRequest request, @RequestParam Map<String, String> query) {
        return list(request, query, StripeObjects.INTENT);
    }

    @GetMapping("/payment_intents/{id}")
    ResponseEntity<String> intent(
            HttpServletRequest request, @PathVariable String id, @RequestParam Map<String, String> query) {
        return find(request, query, StripeObjects.INTENT, id);
    }

    @PostMapping("/payment_intents/{id}/confirm")
    ResponseEntity<String> confirm(
            HttpServletRequest request, @PathVariable String id, @RequestParam Map<String, String> form) {
        return change(request, form, (turn, fields) -> intents.confirm(turn, id, fields));
    }

    @PostMapping("/payment_intents/{id}/cancel")
    ResponseEntity<String> cancel(
            HttpServletRequest request, @PathVariable String id, @RequestParam Map<String, String> form) {
        return change(request, form, (turn, fields) -> intents.cancel(turn, id));
    }

    @GetMapping("/setup_intents/{id}")
    ResponseEntity<String> setup(
            HttpServletRequest request, @PathVariable String id, @RequestParam Map<String, String> query) {
        return find(request, query, StripeObjects.SETUP, id);
    }

    @PostMapping("/checkout/sessions")
    ResponseEntity<String> createSession(HttpServletRequest request, @RequestParam Map<String, String> form) {
        return change(request, form, sessions::create);
    }

    @GetMapping("/checkout/sessions/{id}")
    ResponseEntity<String> session(
            HttpServletRequest request, @PathVariable String id, @RequestParam Map<String, String> query) {
        return read(request, query, (turn, fields) -> sessions.current(turn, id));
    }

    @PostMapping("/checkout/sessions/{id}/expire")
    ResponseEntity<String> expire(
            HttpServletRequest request, @PathVariable String id, @RequestParam Map<String, String> form) {
        return change(request, form, (turn, fields) -> sessions.expire(turn, id));
    }

    @PostMapping("/refunds")
    ResponseEntity<String> refund(HttpServletRequest request, @RequestParam Map<String, String> form) {
        return change(request, form, (turn, fields) -> charges.refund(turn, fields, methods));
    }

    @GetMapping("/refunds/{id}")
    ResponseEntity<String> refund(
            HttpServletRequest request, @PathVariable String id, @RequestParam Map<String, String> query) {
        return find(request, query, StripeObjects.REFUND, id);
    }

    @GetMapping("/charges")
    ResponseEntity<String> charges(HttpServletRequest request, @RequestParam Map<String, String> query) {
        return list(request, query, StripeObjects.CHARGE);
    }

    @GetMapping("/balance_transactions")
    ResponseEntity<String> transactions(HttpServletRequest request, @RequestParam Map<String, String> query) {
        return list(request, query, StripeObjects.TRANSACTION);
    }

    @GetMapping("/disputes/{id}")
    ResponseEntity<String> dispute(
            HttpServletRequest request, @PathVariable String id, @RequestParam Map<String, String> query) {
        return find(request, query, StripeObjects.DISPUTE, id);
    }

    @GetMapping("/balance")
    ResponseEntity<String> balance(HttpServletRequest request, @RequestParam Map<String, String> query) {
        return read(request, query, (turn, fields) -> {
            var balance = json.createObjectNode().put("object", "balance").put("livemode", false);
            balance.putArray("available");
            balance.putArray("pending");
            return balance;
        });
    }

    @ExceptionHandler(StripeRefusal.class)
    ResponseEntity<String> refuse(StripeRefusal refusal) {
        return answer(refusal.status(), api.error(refusal, null).toString(), false);
    }

    private ResponseEntity<String> find(HttpServletRequest request, Map<String, String> query, String kind, String id) {
        return read(request, query, (turn, fields) -> objects.find(turn, kind, id));
    }

    private ResponseEntity<String> list(HttpServletRequest request, Map<String, String> query, String kind) {
        return read(request, query, (turn, fields) -> objects.list(turn, kind, query));
    }

    private ResponseEntity<String> read(
            HttpServletRequest request,
            Map<String, String> query,
            BiFunction<StripeTurn, StripeForm, ObjectNode> work) {
        var account = begin(request);
        var form = new StripeForm(query);
        var done = api.run(account.apiKey(), turn -> objects.expand(turn, work.apply(turn, form), form.expanded())
                .toString());
        webhooks.send(done.events());
        stalls.stall(StripeWebhooks.PROVIDER);
        return answer(200, done.result(), false);
    }

    private ResponseEntity<String> change(
            HttpServletRequest request,
            Map<String, String> fields,
            BiFunction<StripeTurn, StripeForm, ObjectNode> work) {
        var account = begin(request);
        var form = new StripeForm(fields);
        var done = api.post(
                account.apiKey(),
                request.getHeader("Idempotency-Key"),
                request.getRequestURI() + form.canonical(),
                form.expanded(),
                turn -> work.apply(turn, form));
        webhooks.send(done.events());
        stalls.stall(StripeWebhooks.PROVIDER);
        return answer(done.status(), done.body(), done.replayed());
    }

    private StripeSandboxAccount begin(HttpServletRequest request) {
        var account = accounts.opened(request.getHeader("Authorization"))
                .orElseThrow(() -> new StripeRefusal(
                        401, StripeRefusal.INVALID, null, null, null, "Invalid API Key provided: sk_test_***"));
        faults.takeFault(StripeWebhooks.PROVIDER, Kind.STATUS).ifPresent(status -> {
            throw new StripeRefusal(status, "api_error", null, null, null, "Asked for in the sandbox");
        });
        return account;
    }

    private static ResponseEntity<String> answer(int status, String body, boolean replayed) {
        var answer = ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_JSON)
                .header("Request-Id", StripeIds.id("req_"));
        if (replayed) {
            answer.header("Idempotent-Replayed", "true");
        }
        return answer.body(body);
    }
}
