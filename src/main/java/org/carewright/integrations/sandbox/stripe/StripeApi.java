package org.carewright.integrations.sandbox.stripe;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import org.carewright.integrations.sandbox.ConditionalOnSandbox;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Runs one request of the API in one transaction: its idempotency key, what it does and the events it makes. A request
 * with a key that is in work waits for the first one; Stripe would answer 409.
 */
@Service
@ConditionalOnSandbox
class StripeApi {

    /** What the SDK of this product speaks; events carry it so that the SDK could read them. */
    private static final String API_VERSION = com.stripe.Stripe.API_VERSION;

    private static final int OK = 200;

    private final StripeSandboxMapper mapper;
    private final StripeObjects objects;
    private final ObjectMapper json;
    private final Clock clock;

    StripeApi(StripeSandboxMapper mapper, StripeObjects objects, ObjectMapper json, Clock clock) {
        this.mapper = mapper;
        this.objects = objects;
        this.json = json;
        this.clock = clock;
    }

    /**
     * A request that changes something.
     *
     * @param idempotencyKey null for none
     * @param request the same for the same request
     */
    @Transactional
    public StripeAnswer post(
            String apiKey,
            String idempotencyKey,
            String request,
            List<String> expanded,
            Function<StripeTurn, ObjectNode> work) {
        var turn = new StripeTurn(apiKey, clock.instant());
        if (idempotencyKey != null && mapper.insertKey(apiKey, idempotencyKey, request, turn.now()) == 0) {
            return replay(apiKey, idempotencyKey, request);
        }
        var object = work.apply(turn);
        var refusal = turn.refusal();
        var status = refusal == null ? OK : refusal.status();
        var body = refusal == null
                ? objects.expand(turn, object, expanded).toString()
                : error(refusal, object).toString();
        if (idempotencyKey != null) {
            mapper.keepAnswer(apiKey, idempotencyKey, status, body);
        }
        return new StripeAnswer(status, body, false, events(turn));
    }

    /** A request that only reads, or a person's on the page. */
    @Transactional
    public <T> Done<T> run(String apiKey, Function<StripeTurn, T> work) {
        var turn = new StripeTurn(apiKey, clock.instant());
        var result = work.apply(turn);
        return new Done<>(result, events(turn));
    }

    /** What came of it and what is to be reported. */
    record Done<T>(T result, List<StripeSandboxEvent> events) {}

    private StripeAnswer replay(String apiKey, String idempotencyKey, String request) {
        var known = mapper.key(apiKey, idempotencyKey);
        if (!known.request().equals(request)) {
            throw new StripeRefusal(
                    400,
                    "idempotency_error",
                    null,
                    null,
                    null,
                    "Keys for idempotent requests can only be used with the same parameters they were first used"
                            + " with.");
        }
        return new StripeAnswer(known.status(), known.answer(), true, List.of());
    }

    private List<StripeSandboxEvent> events(StripeTurn turn) {
        return turn.news().stream()
                .map(news -> {
                    var event = objects.start(turn, "evt_", "event")
                            .put("type", news.name())
                            .put("api_version", API_VERSION)
                            .put("pending_webhooks", 1);
                    event.putObject("data").set("object", news.object());
                    event.putObject("request").putNull("id").putNull("idempotency_key");
                    var kept = new StripeSandboxEvent(
                            event.path("id").asText(),
                            turn.apiKey(),
                            news.name(),
                            news.object().path("id").asText(),
                            event.toString());
                    mapper.insertEvent(kept, turn.now());
                    return kept;
                })
                .toList();
    }

    /** An error as Stripe writes it. @param object what a declined payment left behind, or null */
    ObjectNode error(StripeRefusal refusal, ObjectNode object) {
        var body = json.createObjectNode();
        var error = body.putObject("error")
                .put("type", refusal.type())
                .put("message", refusal.getMessage())
                .put("doc_url", "https://stripe.com/docs/error-codes");
        if (refusal.code() != null) {
            error.put("code", refusal.code());
        }
        if (refusal.declineCode() != null) {
            error.put("decline_code", refusal.declineCode());
        }
        if (refusal.param() != null) {
            error.put("param", refusal.param());
        }
        if (object != null) {
            error.set(object.path("object").asText(), object);
        }
        return body;
    }
}
