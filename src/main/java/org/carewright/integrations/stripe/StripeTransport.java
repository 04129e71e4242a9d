package org.carewright.integrations.stripe;

import com.stripe.exception.ApiConnectionException;
import com.stripe.net.HttpClient;
import com.stripe.net.HttpHeaders;
import com.stripe.net.StripeRequest;
import com.stripe.net.StripeResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.carewright.integrations.http.ProviderHttp;

/** Carries the SDK's requests over our client: its time-outs, no retries, and it tells what never reached Stripe. */
class StripeTransport extends HttpClient {

    private final ProviderHttp http;

    StripeTransport(ProviderHttp http) {
        this.http = http;
    }

    @Override
    public StripeResponse request(StripeRequest request) throws ApiConnectionException {
        var headers = new HashMap<String, String>();
        request.headers().map().forEach((name, values) -> headers.put(name, values.get(0)));
        headers.put("User-Agent", buildUserAgentString(request));
        String body = null;
        if (request.content() != null) {
            headers.put("Content-Type", request.content().contentType());
            body = new String(request.content().byteArrayContent(), StandardCharsets.UTF_8);
        }
        try {
            var answer = http.send(request.method().name(), address(request), headers, body);
            var answered = new HashMap<String, List<String>>();
            answer.headers().forEach((name, value) -> answered.put(name, List.of(value)));
            return new StripeResponse(answer.status(), HttpHeaders.of(Map.copyOf(answered)), answer.body());
        } catch (IOException e) {
            throw new ApiConnectionException("No whole answer of Stripe", e);
        }
    }

    /** The SDK leaves brackets as they are, which strict servers refuse. */
    private static URI address(StripeRequest request) {
        return URI.create(request.url().toString().replace("[", "%5B").replace("]", "%5D"));
    }

    /** Never: a repeated call is an effect's, with its own key. */
    @Override
    public StripeResponse requestWithRetries(StripeRequest request) throws com.stripe.exception.StripeException {
        return requestWithTelemetry(request);
    }
}
