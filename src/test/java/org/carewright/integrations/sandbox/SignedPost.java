package org.carewright.integrations.sandbox;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.carewright.shared.web.LocalUrl;
import org.carewright.shared.web.PublicUrl;
import org.springframework.stereotype.Component;

/** Posts to our webhooks with the sandbox accounts' signatures, at once and whatever is in the body. */
@Component
public class SignedPost {

    private static final String EVENTS = "/webhooks/sendgrid/events";

    private final SandboxAccounts accounts;
    private final LocalUrl local;
    private final PublicUrl publicUrl;
    private final Clock clock;
    private final HttpClient client = HttpClient.newHttpClient();

    SignedPost(SandboxAccounts accounts, LocalUrl local, PublicUrl publicUrl, Clock clock) {
        this.accounts = accounts;
        this.local = local;
        this.publicUrl = publicUrl;
        this.clock = clock;
    }

    /** SendGrid's events, signed now. */
    public int sendGrid(String body) {
        return sendGrid(body, body, Duration.ZERO);
    }

    /** SendGrid's events, with the signature of {@code signedBody} at a time {@code age} ago. */
    public int sendGrid(String body, String signedBody, Duration age) {
        var timestamp = Long.toString(clock.instant().minus(age).getEpochSecond());
        return post(
                        EVENTS,
                        body,
                        "X-Twilio-Email-Event-Webhook-Signature",
                        SandboxSignatures.sendGrid(accounts.sendGrid(), timestamp, signedBody),
                        "X-Twilio-Email-Event-Webhook-Timestamp",
                        timestamp)
                .statusCode();
    }

    /** SendGrid's events without any signature. */
    public int sendGridUnsigned(String body) {
        return post(EVENTS, body).statusCode();
    }

    /** Twilio's form, signed for that path. @param path with its query */
    public HttpResponse<String> twilio(String path, Map<String, String> form) {
        return twilio(path, form, form);
    }

    /** Twilio's form, with the signature of {@code signedForm}. */
    public HttpResponse<String> twilio(String path, Map<String, String> form, Map<String, String> signedForm) {
        var signature = SandboxSignatures.twilio(accounts.twilio(), publicUrl.of(path), signedForm);
        return post(path, encoded(form), "X-Twilio-Signature", signature);
    }

    /** Twilio's form without any signature. */
    public int twilioUnsigned(String path, Map<String, String> form) {
        return post(path, encoded(form)).statusCode();
    }

    private HttpResponse<String> post(String path, String body, String... headers) {
        var type = body.startsWith("[") ? "application/json" : "application/x-www-form-urlencoded";
        var request = HttpRequest.newBuilder(URI.create(local.base() + path))
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
