package org.carewright.integrations.razorpay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.carewright.integrations.SendResult;
import org.carewright.integrations.http.NotReachedException;
import org.carewright.integrations.http.ProviderBreaker;
import org.carewright.integrations.http.ProviderBreakers;
import org.carewright.integrations.http.ProviderHttp;
import org.springframework.stereotype.Component;

/**
 * Calls to Razorpay's REST API, by hand: its SDK has one fixed address and brings an HTTP client of 2018. Amounts are in
 * paise.
 */
@Component
class RazorpayApi {

    static final String PROVIDER = "razorpay";

    private static final int CONFLICT = 409;
    private static final int TIME_OUT = 408;

    /** What refusals mean, by the words in Razorpay's description; it has one error code for all of them. */
    private static final Map<String, String> REFUSALS = refusals();

    private final ProviderHttp http;
    private final ProviderBreaker breaker;
    private final ObjectMapper json;

    RazorpayApi(ProviderHttp http, ProviderBreakers breakers, ObjectMapper json) {
        this.http = http;
        this.breaker = breakers.of(PROVIDER);
        this.json = json;
    }

    /** Whose account, and where. @param baseUrl without {@code /v1} */
    record Access(String baseUrl, String keyId, String keySecret) {

        /** Without the secret, as it could end in a log. */
        @Override
        public String toString() {
            return "Access[" + keyId + "]";
        }
    }

    /** @param path below {@code /v1}, with its query */
    RazorpayAnswer get(Access access, String path) {
        return call(access, "GET", path, null, Optional.empty());
    }

    /** @param idempotencyKey for refunds; Razorpay has none for anything else */
    RazorpayAnswer post(Access access, String path, JsonNode body, Optional<String> idempotencyKey) {
        return call(access, "POST", path, body.toString(), idempotencyKey);
    }

    private RazorpayAnswer call(
            Access access, String method, String path, String body, Optional<String> idempotencyKey) {
        var answer = new RazorpayAnswer[1];
        var result = breaker.call(() -> {
            var sent = send(access, method, path, body, idempotencyKey);
            answer[0] = sent.answer;
            return sent.meaning;
        });
        if (answer[0] != null) {
            return answer[0];
        }
        if (result instanceof SendResult.NotTaken notTaken) {
            return new RazorpayAnswer.NotTaken(notTaken.code());
        }
        throw new RazorpayUnsettledException(((SendResult.Unknown) result).reason());
    }

    /** @param answer null for one that never came; @param meaning the same for the breaker */
    private record Sent(RazorpayAnswer answer, SendResult meaning) {

        static Sent notTaken(String code) {
            return new Sent(new RazorpayAnswer.NotTaken(code), new SendResult.NotTaken(code, code));
        }

        static Sent lost(String code) {
            return new Sent(null, new SendResult.Unknown(code));
        }
    }

    private Sent send(Access access, String method, String path, String body, Optional<String> idempotencyKey) {
        try {
            var answer = http.send(
                    method, URI.create(access.baseUrl() + "/v1" + path), headers(access, idempotencyKey), body);
            return read(answer);
        } catch (NotReachedException e) {
            return Sent.notTaken("not_reached");
        } catch (IOException e) {
            return Sent.lost("no_answer");
        }
    }

    private Sent read(ProviderHttp.Answer answer) {
        var status = answer.status();
        // Behind a gateway's 5xx the call may have been carried out; 409 says that the first of two still runs.
        if (status >= 500 || status == CONFLICT || status == TIME_OUT) {
            return Sent.lost("http_" + status);
        }
        try {
            var body = json.readTree(answer.body());
            if (status == 200) {
                return new Sent(new RazorpayAnswer.Ok(body), new SendResult.Accepted("ok"));
            }
            if (status == 400 || status == 422) {
                var code = code(body.path("error"));
                return new Sent(new RazorpayAnswer.Refused(code), new SendResult.Refused(code, code));
            }
            return Sent.notTaken("http_" + status);
        } catch (JsonProcessingException e) {
            return status == 200 ? Sent.lost("unreadable") : Sent.notTaken("http_" + status);
        }
    }

    private static Map<String, String> headers(Access access, Optional<String> idempotencyKey) {
        var headers = new LinkedHashMap<String, String>();
        var pair = access.keyId() + ":" + access.keySecret();
        headers.put(
                "Authorization", "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
        headers.put("Accept", "application/json");
        headers.put("Content-Type", "application/json");
        idempotencyKey.ifPresent(key -> headers.put("X-Refund-Idempotency", key));
        return headers;
    }

    /** Descriptions may repeat what was sent, so only what is known is told. */
    private static String code(JsonNode error) {
        var description = error.path("description").asText();
        return REFUSALS.entrySet().stream()
                .filter(known -> description.contains(known.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseGet(() -> error.path("field").isTextual()
                        ? "invalid_" + error.path("field").asText().replaceAll("[^a-z_]", "")
                        : "refused");
    }

    private static Map<String, String> refusals() {
        var refusals = new LinkedHashMap<String, String>();
        refusals.put("fully refunded already", "already_refunded");
        refusals.put("refund amount is greater", "more_than_paid");
        refusals.put("same idempotency key", "idempotency_mismatch");
        refusals.put("should be captured", "not_captured");
        refusals.put("does not have enough balance", "insufficient_balance");
        refusals.put("does not exist", "unknown_id");
        refusals.put("must be at least INR 1.00", "amount_too_small");
        refusals.put("Currency is not supported", "currency_not_supported");
        refusals.put("already paid", "already_paid");
        return refusals;
    }
}
