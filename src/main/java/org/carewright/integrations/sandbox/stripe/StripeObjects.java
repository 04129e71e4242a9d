package org.carewright.integrations.sandbox.stripe;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.carewright.integrations.sandbox.ConditionalOnSandbox;
import org.carewright.integrations.sandbox.stripe.StripeSandboxMapper.ListQuery;
import org.springframework.stereotype.Component;

/** The objects of Stripe's sandbox; always in a transaction. */
@Component
@ConditionalOnSandbox
class StripeObjects {

    static final String CUSTOMER = "customer";
    static final String INTENT = "payment_intent";
    static final String SETUP = "setup_intent";
    static final String SESSION = "checkout.session";
    static final String METHOD = "payment_method";
    static final String CHARGE = "charge";
    static final String REFUND = "refund";
    static final String DISPUTE = "dispute";
    static final String TRANSACTION = "balance_transaction";

    private static final int MOST = 100;
    private static final int USUAL = 10;

    private final StripeSandboxMapper mapper;
    private final ObjectMapper json;

    StripeObjects(StripeSandboxMapper mapper, ObjectMapper json) {
        this.mapper = mapper;
        this.json = json;
    }

    /** A new object that isn't kept yet. @param prefix of its id, e.g. {@code pi_} */
    ObjectNode start(StripeTurn turn, String prefix, String kind) {
        return json.createObjectNode()
                .put("id", StripeIds.id(prefix))
                .put("object", kind)
                .put("created", turn.seconds())
                .put("livemode", false);
    }

    ObjectNode keep(StripeTurn turn, ObjectNode object, String parentId) {
        mapper.insert(
                object.path("id").asText(),
                turn.apiKey(),
                object.path("object").asText(),
                parentId,
                object.toString(),
                turn.now());
        return object;
    }

    void update(ObjectNode object) {
        mapper.update(object.path("id").asText(), object.toString());
    }

    ObjectNode find(StripeTurn turn, String kind, String id) {
        return required(mapper.find(turn.apiKey(), kind, id), kind, id);
    }

    /** The object, until the request ends nobody else's to change. */
    ObjectNode lock(StripeTurn turn, String kind, String id) {
        return required(mapper.lock(turn.apiKey(), kind, id), kind, id);
    }

    List<ObjectNode> children(String parentId, String kind) {
        return mapper.children(parentId, kind).stream().map(this::parse).toList();
    }

    /** Whose object it is, null when there is none. */
    String apiKeyOf(String id) {
        return mapper.apiKeyOf(id);
    }

    /** A list as the API answers it: newest first, by {@code created} and pages. */
    ObjectNode list(StripeTurn turn, String kind, Map<String, String> query) {
        var limit = Math.min(MOST, Integer.parseInt(query.getOrDefault("limit", Integer.toString(USUAL))));
        var found = mapper.list(
                turn.apiKey(),
                kind,
                new ListQuery(
                        second(query, "created[gte]", 0),
                        second(query, "created[lt]", Integer.MAX_VALUE),
                        query.get("starting_after"),
                        limit + 1));
        var list = json.createObjectNode()
                .put("object", "list")
                .put("url", "/v1/" + kind + "s")
                .put("has_more", found.size() > limit);
        var data = list.putArray("data");
        found.stream().limit(limit).map(this::parse).forEach(data::add);
        return list;
    }

    private static Instant second(Map<String, String> query, String name, long usual) {
        return Instant.ofEpochSecond(Long.parseLong(query.getOrDefault(name, Long.toString(usual))));
    }

    /** Puts objects in the place of their ids. @param paths such as {@code data.source.payment_intent} */
    ObjectNode expand(StripeTurn turn, ObjectNode object, Collection<String> paths) {
        paths.forEach(path -> expand(turn, object, path));
        return object;
    }

    private void expand(StripeTurn turn, JsonNode node, String path) {
        var parts = path.split("\\.", 2);
        if (node.isArray()) {
            node.forEach(item -> expand(turn, item, path));
            return;
        }
        if (!(node instanceof ObjectNode object)) {
            return;
        }
        var value = object.path(parts[0]);
        if (value.isTextual()) {
            var found = mapper.findAny(turn.apiKey(), value.asText());
            if (found != null) {
                object.set(parts[0], parse(found));
            }
        }
        if (parts.length == 2) {
            expand(turn, object.path(parts[0]), parts[1]);
        }
    }

    private ObjectNode required(String body, String kind, String id) {
        if (body == null) {
            throw StripeRefusal.noSuch(kind, id);
        }
        return parse(body);
    }

    ObjectNode parse(String body) {
        try {
            return (ObjectNode) json.readTree(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The sandbox holds no JSON", e);
        }
    }
}
