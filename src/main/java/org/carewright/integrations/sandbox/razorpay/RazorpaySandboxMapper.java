package org.carewright.integrations.sandbox.razorpay;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;

@Mapper
interface RazorpaySandboxMapper {

    RazorpaySandboxAccount accountOfKey(String keyId);

    RazorpaySandboxAccount accountOfWebhook(String webhookPath);

    /** Does nothing when there is an account for that webhook. */
    void insertAccount(RazorpaySandboxAccount account);

    void insert(ObjectRow row);

    void update(String id, String body);

    String find(String keyId, String kind, String id);

    /** Like {@link #find}, and keeps others from changing it until the transaction ends. */
    String lock(String keyId, String kind, String id);

    ObjectRow ofIdempotencyKey(String keyId, String kind, String idempotencyKey);

    /** Newest first. */
    List<String> list(String keyId, String kind, ListQuery query);

    List<String> children(String parentId, String kind);

    void insertEvent(RazorpaySandboxEvent event, Instant createdAt);

    RazorpaySandboxEvent event(String id);

    List<RazorpaySandboxEvent> eventsOf(String objectId);

    List<RazorpaySandboxEvent> undelivered(Instant since);

    void markLost(String id);

    void markDelivered(String id, Instant now);

    record ObjectRow(
            String id,
            String keyId,
            String kind,
            String parentId,
            String idempotencyKey,
            String request,
            String body,
            Instant createdAt) {}

    /** @param receipt null for any */
    record ListQuery(String receipt, Instant from, Instant to, int count, int skip) {}
}
