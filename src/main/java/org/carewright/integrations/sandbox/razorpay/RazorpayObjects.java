package org.carewright.integrations.sandbox.razorpay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.carewright.integrations.sandbox.ConditionalOnSandbox;
import org.carewright.integrations.sandbox.razorpay.RazorpaySandboxMapper.ListQuery;
import org.carewright.integrations.sandbox.razorpay.RazorpaySandboxMapper.ObjectRow;
import org.springframework.stereotype.Component;

/** Keeps what the API hands out, as JSON. Its methods run in the caller's transaction. */
@Component
@ConditionalOnSandbox
class RazorpayObjects {

    static final String ORDER = "order";
    static final String PAYMENT = "payment";
    static final String REFUND = "refund";
    static final String DISPUTE = "dispute";

    private final RazorpaySandboxMapper mapper;
    private final ObjectMapper json;
    private final Clock clock;

    RazorpayObjects(RazorpaySandboxMapper mapper, ObjectMapper json, Clock clock) {
        this.mapper = mapper;
        this.json = json;
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
    }

    /** An object with the fields that all have, not kept yet. */
    ObjectNode create(String prefix, String entity) {
        return json.createObjectNode()
                .put("id", RazorpayIds.id(prefix))
                .put("entity", entity)
                .put("created_at", now().getEpochSecond());
    }

    void keep(String keyId, String kind, String parentId, ObjectNode body) {
        keep(keyId, kind, parentId, null, null, body);
    }

    /** @param request what was asked for under that idempotency key */
    void keep(String keyId, String kind, String parentId, String idempotencyKey, String request, ObjectNode body) {
        mapper.insert(new ObjectRow(
                body.path("id").asText(), keyId, kind, parentId, idempotencyKey, request, body.toString(), now()));
    }

    void change(ObjectNode body) {
        mapper.update(body.path("id").asText(), body.toString());
    }

    /** @throws RazorpayRefusal when the account has no such object */
    ObjectNode find(String keyId, String kind, String id) {
        return required(mapper.find(keyId, kind, id));
    }

    /** Like {@link #find}, and nobody else changes it until the transaction ends. */
    ObjectNode lock(String keyId, String kind, String id) {
        return required(mapper.lock(keyId, kind, id));
    }

    /** What was made under that key, null for nothing. */
    ObjectRow ofIdempotencyKey(String keyId, String kind, String idempotencyKey) {
        return mapper.ofIdempotencyKey(keyId, kind, idempotencyKey);
    }

    ObjectNode list(String keyId, String kind, ListQuery query) {
        return collection(mapper.list(keyId, kind, query));
    }

    ObjectNode children(String parentId, String kind) {
        return collection(mapper.children(parentId, kind));
    }

    ObjectNode parse(String text) {
        try {
            return (ObjectNode) json.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A sandbox object holds no JSON", e);
        }
    }

    /** Razorpay answers {@code []} for no notes. */
    JsonNode notes(JsonNode request) {
        var notes = request.path("notes");
        return notes.isObject() && !notes.isEmpty() ? notes : json.createArrayNode();
    }

    /** A webhook about objects as they are now. @param contains named by their entity */
    RazorpaySandboxEvent event(RazorpaySandboxAccount account, String name, String orderId, ObjectNode... contains) {
        var body = json.createObjectNode()
                .put("entity", "event")
                .put("account_id", account.accountId())
                .put("event", name);
        var names = body.putArray("contains");
        var payload = body.putObject("payload");
        Arrays.stream(contains).forEach(object -> {
            names.add(object.path("entity").asText());
            payload.putObject(object.path("entity").asText()).set("entity", object.deepCopy());
        });
        body.put("created_at", now().getEpochSecond());
        var event = new RazorpaySandboxEvent(RazorpayIds.id(""), account.keyId(), name, orderId, body.toString());
        mapper.insertEvent(event, now());
        return event;
    }

    private ObjectNode collection(List<String> bodies) {
        var collection = json.createObjectNode().put("entity", "collection").put("count", bodies.size());
        var items = collection.putArray("items");
        bodies.stream().map(this::parse).forEach(items::add);
        return collection;
    }

    private ObjectNode required(String body) {
        if (body == null) {
            throw RazorpayRefusal.noSuchId();
        }
        return parse(body);
    }
}
