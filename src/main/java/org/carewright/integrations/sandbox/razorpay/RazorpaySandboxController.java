package org.carewright.integrations.sandbox.razorpay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Map;
import java.util.function.Function;
import org.carewright.integrations.sandbox.ConditionalOnSandbox;
import org.carewright.integrations.sandbox.SandboxFault.Kind;
import org.carewright.integrations.sandbox.SandboxMessages;
import org.carewright.integrations.sandbox.razorpay.RazorpaySandboxMapper.ListQuery;
import org.carewright.integrations.sandbox.web.SandboxStalls;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Razorpay's API as the real service answers it. */
@RestController
@ConditionalOnSandbox
@RequestMapping("/sandbox/razorpay/v1")
class RazorpaySandboxController {

    private static final String AUTHORIZATION = "Authorization";
    private static final int MOST = 100;

    private final RazorpaySandboxAccounts accounts;
    private final RazorpayOrders orders;
    private final RazorpayRefunds refunds;
    private final RazorpayObjects objects;
    private final RazorpayWebhooks webhooks;
    private final SandboxMessages faults;
    private final SandboxStalls stalls;
    private final ObjectMapper json;

    RazorpaySandboxController(
            RazorpaySandboxAccounts accounts,
            RazorpayOrders orders,
            RazorpayRefunds refunds,
            RazorpayObjects objects,
            RazorpayWebhooks webhooks,
            SandboxMessages faults,
            SandboxStalls stalls,
            ObjectMapper json) {
        this.accounts = accounts;
        this.orders = orders;
        this.refunds = refunds;
        this.objects = objects;
        this.webhooks = webhooks;
        this.faults = faults;
        this.stalls = stalls;
        this.json = json;
    }

    @PostMapping("/orders")
    ObjectNode createOrder(
            @RequestHeader(name = AUTHORIZATION, required = false) String authorization,
            @RequestBody JsonNode request) {
        return answer(authorization, account -> orders.create(account, request));
    }

    @GetMapping("/orders")
    ObjectNode orders(
            @RequestHeader(name = AUTHORIZATION, required = false) String authorization,
            @RequestParam Map<String, String> query) {
        return list(authorization, RazorpayObjects.ORDER, query);
    }

    @GetMapping("/orders/{id}")
    ObjectNode order(
            @RequestHeader(name = AUTHORIZATION, required = false) String authorization, @PathVariable String id) {
        return find(authorization, RazorpayObjects.ORDER, id);
    }

    @GetMapping("/orders/{id}/payments")
    ObjectNode paymentsOfOrder(
            @RequestHeader(name = AUTHORIZATION, required = false) String authorization, @PathVariable String id) {
        return children(authorization, RazorpayObjects.ORDER, id, RazorpayObjects.PAYMENT);
    }

    @GetMapping("/payments")
    ObjectNode payments(
            @RequestHeader(name = AUTHORIZATION, required = false) String authorization,
            @RequestParam Map<String, String> query) {
        return list(authorization, RazorpayObjects.PAYMENT, query);
    }

    @GetMapping("/payments/{id}")
    ObjectNode payment(
            @RequestHeader(name = AUTHORIZATION, required = false) String authorization, @PathVariable String id) {
        return find(authorization, RazorpayObjects.PAYMENT, id);
    }

    @PostMapping("/payments/{id}/refund")
    ObjectNode refund(
            @RequestHeader(name = AUTHORIZATION, required = false) String authorization,
            @RequestHeader(name = "X-Refund-Idempotency", required = false) String idempotencyKey,
            @PathVariable String id,
            @RequestBody JsonNode request) {
        return answer(authorization, account -> {
            var failsLater = faults.takeFault(RazorpayWebhooks.PROVIDER, Kind.FAIL_DELIVERY)
                    .isPresent();
            var outcome = refunds.refund(account, id, request, idempotencyKey, failsLater);
            webhooks.send(outcome.events());
            return outcome.made();
        });
    }

    @GetMapping("/payments/{id}/refunds")
    ObjectNode refundsOfPayment(
            @RequestHeader(name = AUTHORIZATION, required = false) String authorization, @PathVariable String id) {
        return children(authorization, RazorpayObjects.PAYMENT, id, RazorpayObjects.REFUND);
    }

    @GetMapping("/refunds")
    ObjectNode refunds(
            @RequestHeader(name = AUTHORIZATION, required = false) String authorization,
            @RequestParam Map<String, String> query) {
        return list(authorization, RazorpayObjects.REFUND, query);
    }

    @GetMapping("/refunds/{id}")
    ObjectNode refund(
            @RequestHeader(name = AUTHORIZATION, required = false) String authorization, @PathVariable String id) {
        return find(authorization, RazorpayObjects.REFUND, id);
    }

    @ExceptionHandler(RazorpayRefusal.class)
    ResponseEntity<ObjectNode> refuse(RazorpayRefusal refusal) {
        var body = json.createObjectNode();
        var error = body.putObject("error")
                .put("code", refusal.code())
                .put("description", refusal.getMessage())
                .put("source", refusal.field() == null ? "NA" : "business")
                .put("step", refusal.field() == null ? "NA" : "payment_initiation")
                .put("reason", refusal.field() == null ? "NA" : "input_validation_failed");
        error.putObject("metadata");
        if (refusal.field() != null) {
            error.put("field", refusal.field());
        }
        return ResponseEntity.status(refusal.status()).body(body);
    }

    @ExceptionHandler(HttpMessageNotReadableException.class)
    ResponseEntity<ObjectNode> refuse() {
        return refuse(RazorpayRefusal.bad("Please provide a valid JSON body", null));
    }

    /** Refused before anything is done, or done and then perhaps answered late. */
    private ObjectNode answer(String authorization, Function<RazorpaySandboxAccount, ObjectNode> work) {
        var account = accounts.opened(authorization).orElseThrow(RazorpayRefusal::unauthenticated);
        faults.takeFault(RazorpayWebhooks.PROVIDER, Kind.STATUS).ifPresent(status -> {
            throw RazorpayRefusal.askedFor(status);
        });
        var answer = work.apply(account);
        stalls.stall(RazorpayWebhooks.PROVIDER);
        return answer;
    }

    private ObjectNode find(String authorization, String kind, String id) {
        return answer(authorization, account -> objects.find(account.keyId(), kind, id));
    }

    private ObjectNode children(String authorization, String parentKind, String parentId, String kind) {
        return answer(authorization, account -> {
            objects.find(account.keyId(), parentKind, parentId);
            return objects.children(parentId, kind);
        });
    }

    private ObjectNode list(String authorization, String kind, Map<String, String> query) {
        return answer(authorization, account -> objects.list(account.keyId(), kind, query(query)));
    }

    private static ListQuery query(Map<String, String> query) {
        var count = number(query, "count", 10);
        if (count < 1 || count > MOST) {
            throw RazorpayRefusal.bad("The count may not be greater than 100.", "count");
        }
        return new ListQuery(
                query.get("receipt"),
                Instant.ofEpochSecond(number(query, "from", 0)),
                // Whole seconds: what happened within the last one belongs to it.
                Instant.ofEpochSecond(number(query, "to", Integer.MAX_VALUE)).plusMillis(999),
                (int) count,
                (int) number(query, "skip", 0));
    }

    private static long number(Map<String, String> query, String name, long usual) {
        var text = query.getOrDefault(name, Long.toString(usual));
        if (!text.matches("\\d{1,10}")) {
            throw RazorpayRefusal.bad("The " + name + " must be an integer.", name);
        }
        return Long.parseLong(text);
    }
}
