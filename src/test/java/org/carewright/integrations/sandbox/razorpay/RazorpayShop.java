package org.carewright.integrations.sandbox.razorpay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.carewright.shared.web.LocalUrl;
import org.springframework.stereotype.Component;

/** A payer and a merchant at Razorpay's sandbox, and whoever posts to our webhook. */
@Component
public class RazorpayShop {

    private final RazorpaySandboxAccounts accounts;
    private final RazorpayPayments payments;
    private final RazorpayRefunds refunds;
    private final RazorpayObjects objects;
    private final RazorpaySandboxMapper mapper;
    private final LocalUrl local;
    private final ObjectMapper json;
    private final HttpClient client = HttpClient.newHttpClient();

    RazorpayShop(
            RazorpaySandboxAccounts accounts,
            RazorpayPayments payments,
            RazorpayRefunds refunds,
            RazorpayObjects objects,
            RazorpaySandboxMapper mapper,
            LocalUrl local,
            ObjectMapper json) {
        this.accounts = accounts;
        this.payments = payments;
        this.refunds = refunds;
        this.objects = objects;
        this.mapper = mapper;
        this.local = local;
        this.json = json;
    }

    /** An answer. */
    public record Answer(int status, JsonNode body) {

        /** What the error says. */
        public String description() {
            return body.at("/error/description").asText();
        }
    }

    /** The account of clinics without their own. */
    public RazorpaySandboxAccount account() {
        return accounts.platform();
    }

    /** Calls the API. @param headers names and values in turn */
    public Answer call(RazorpaySandboxAccount account, String method, String path, String body, String... headers) {
        var pair = account.keyId() + ":" + account.keySecret();
        var request = HttpRequest.newBuilder(URI.create(accounts.url() + "/v1" + path))
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)))
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        var response = send(request.build());
        try {
            return new Answer(response.statusCode(), json.readTree(response.body()));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** The id of a new order of that many paise. */
    public String order(RazorpaySandboxAccount account, long paise) {
        return call(account, "POST", "/orders", "{\"amount\":" + paise + ",\"currency\":\"INR\"}")
                .body()
                .path("id")
                .asText();
    }

    /** Pays or tries to, without sending webhooks. @return the payment */
    public ObjectNode pay(RazorpaySandboxAccount account, String orderId, RazorpayAttempt attempt) {
        return payments.attempt(account, orderId, attempt).payment();
    }

    /** The payer's app answers a late request, without sending webhooks. */
    public void answerLate(RazorpaySandboxAccount account, String paymentId, boolean paid) {
        payments.answerLate(account, paymentId, paid);
    }

    /** The bank gives a pending refund back, without sending webhooks. */
    public void failRefund(RazorpaySandboxAccount account, String refundId) {
        refunds.fail(account, refundId);
    }

    /** The payer's bank takes the money back, without sending webhooks. @return the dispute's id */
    public String dispute(RazorpaySandboxAccount account, String paymentId) {
        return refunds.dispute(account, paymentId).made().path("id").asText();
    }

    /** The bank decides the dispute. */
    public void closeDispute(RazorpaySandboxAccount account, String disputeId, boolean won) {
        refunds.closeDispute(account, disputeId, won);
    }

    /** The newest event of that name about an order, as it would be sent. */
    public RazorpaySandboxEvent event(String orderId, String name) {
        return mapper.eventsOf(orderId).stream()
                .filter(event -> event.name().equals(name))
                .reduce((first, second) -> second)
                .orElseThrow();
    }

    /** The names of all events about an order, oldest first. */
    public java.util.List<String> eventNames(String orderId) {
        return mapper.eventsOf(orderId).stream().map(RazorpaySandboxEvent::name).toList();
    }

    /** Posts an event to its account's webhook, rightly signed, at once. @return the status */
    public int deliver(RazorpaySandboxEvent event) {
        var account = accounts.ofKey(event.keyId()).orElseThrow();
        return deliver(
                account.webhookPath(),
                event.body(),
                RazorpayWebhooks.signature(account.webhookSecret(), event.body()),
                event.id());
    }

    /** Posts anything to a webhook. @param signature null for none @param eventId null for none */
    public int deliver(String path, String body, String signature, String eventId) {
        var request = HttpRequest.newBuilder(URI.create(local.base() + path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (signature != null) {
            request.header("X-Razorpay-Signature", signature);
        }
        if (eventId != null) {
            request.header("x-razorpay-event-id", eventId);
        }
        return send(request.build()).statusCode();
    }

    /** Posts a form as a browser. @return the answer, redirects not followed */
    public HttpResponse<String> form(String address, java.util.Map<String, String> fields) {
        var body = fields.entrySet().stream()
                .map(field ->
                        field.getKey() + "=" + java.net.URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(java.util.stream.Collectors.joining("&"));
        return send(HttpRequest.newBuilder(URI.create(address))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    /** The order as the API has it. */
    public ObjectNode orderNow(RazorpaySandboxAccount account, String orderId) {
        return objects.find(account.keyId(), RazorpayObjects.ORDER, orderId);
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
