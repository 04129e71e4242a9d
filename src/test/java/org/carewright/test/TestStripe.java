package org.carewright.test;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.carewright.integrations.sandbox.stripe.StripeSandboxAccounts;
import org.carewright.integrations.sandbox.stripe.StripeWebhooks;
import org.carewright.shared.web.LocalUrl;
import org.springframework.stereotype.Component;

/** What a payer does on the sandbox's hosted page, and Stripe's signed events. */
@Component
public class TestStripe {

    public static final String PAYS = "4242 4242 4242 4242";
    public static final String DECLINED = "4000 0000 0000 0002";
    public static final String INSUFFICIENT_FUNDS = "4000 0000 0000 9995";
    public static final String ASKS_THE_BANK = "4000 0025 0000 3155";
    public static final String ALWAYS_ASKS_THE_BANK = "4000 0027 6000 3184";
    public static final String SAVES_THEN_DECLINES = "4000 0000 0000 0341";
    public static final String DISPUTED = "4000 0000 0000 0259";
    public static final String WEBHOOK = "/api/v1/payments/webhook/stripe";

    private final StripeSandboxAccounts accounts;
    private final LocalUrl local;
    private final Clock clock;
    private final HttpClient client = HttpClient.newHttpClient();

    TestStripe(StripeSandboxAccounts accounts, LocalUrl local, Clock clock) {
        this.accounts = accounts;
        this.local = local;
        this.clock = clock;
    }

    /** Types a card on the page. @return where the browser is sent afterwards */
    public String pay(URI page, String card) {
        return location(form(page.getPath(), "card=" + URLEncoder.encode(card, StandardCharsets.UTF_8)));
    }

    /** Answers the bank's question. @return where the browser is sent afterwards */
    public String answerBank(URI page, boolean approved) {
        return location(form(page.getPath() + "/bank", "approved=" + approved));
    }

    /** The page as a browser gets it. */
    public String read(URI page) {
        return send(HttpRequest.newBuilder(URI.create(local.base() + page.getPath())))
                .body();
    }

    /** Posts a form anywhere on our side. */
    public HttpResponse<String> form(String path, String body) {
        return send(HttpRequest.newBuilder(URI.create(local.base() + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** A request to the sandbox's API. @param idempotencyKey null for none */
    public HttpResponse<String> api(String path, String body, String idempotencyKey) {
        var request = HttpRequest.newBuilder(URI.create(accounts.url() + "/v1" + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Authorization", "Bearer " + accounts.platform().apiKey())
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (idempotencyKey != null) {
            request.header("Idempotency-Key", idempotencyKey);
        }
        return send(request);
    }

    /** An event of the platform's account, signed now. */
    public int event(String body) {
        return event(WEBHOOK, body, signature(accounts.platform().webhookSecret(), body, 0));
    }

    /** An event with that signature. @param signature null for none */
    public int event(String path, String body, String signature) {
        var request = HttpRequest.newBuilder(URI.create(local.base() + path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (signature != null) {
            request.header("Stripe-Signature", signature);
        }
        return send(request).statusCode();
    }

    /** The header with which Stripe signs, {@code age} seconds ago. */
    public String signature(String secret, String body, long age) {
        return StripeWebhooks.signature(secret, body, clock.instant().getEpochSecond() - age);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }
}
