package org.carewright.integrations.sandbox.stripe;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;

@Mapper
interface StripeSandboxMapper {

    StripeSandboxAccount accountOfKey(String apiKey);

    StripeSandboxAccount accountOfWebhook(String webhookPath);

    void insertAccount(StripeSandboxAccount account);

    void moveWebhook(String apiKey, String path);

    void insert(String id, String apiKey, String kind, String parentId, String body, Instant createdAt);

    void update(String id, String body);

    String find(String apiKey, String kind, String id);

    /** Whatever has that id. */
    String findAny(String apiKey, String id);

    /** Whose object it is, for the pages; null when there is none. */
    String apiKeyOf(String id);

    String lock(String apiKey, String kind, String id);

    List<String> list(String apiKey, String kind, ListQuery query);

    List<String> children(String parentId, String kind);

    /** @return 0 when the key was used before; waits for the one that uses it now */
    int insertKey(String apiKey, String idempotencyKey, String request, Instant now);

    KeyRow key(String apiKey, String idempotencyKey);

    void keepAnswer(String apiKey, String idempotencyKey, int status, String answer);

    void insertEvent(StripeSandboxEvent event, Instant createdAt);

    StripeSandboxEvent event(String id);

    List<StripeSandboxEvent> events(String apiKey, int limit);

    List<StripeSandboxEvent> eventsOf(String objectId);

    List<StripeSandboxEvent> undelivered(Instant since);

    void markLost(String id);

    void markDelivered(String id, Instant now);

    /** What to list. @param after id of the last one of the page before; null for the first page */
    record ListQuery(Instant from, Instant to, String after, int limit) {}

    record KeyRow(String request, Integer status, String answer) {}
}
