package org.carewright.integrations.twilio;

import com.twilio.exception.ApiConnectionException;
import com.twilio.exception.ApiException;
import com.twilio.http.HttpClient;
import com.twilio.http.HttpMethod;
import com.twilio.http.Request;
import com.twilio.http.Response;
import java.io.IOException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import org.carewright.integrations.http.ProviderHttp;

/**
 * Carries the SDK's requests over our client to the base address in use; the SDK itself can't be pointed elsewhere. The
 * SDK's own retries are off: it would send a message again after a 5xx.
 */
class TwilioTransport extends HttpClient {

    private final ProviderHttp http;
    private final String baseUrl;

    TwilioTransport(ProviderHttp http, String baseUrl) {
        this.http = http;
        this.baseUrl = baseUrl;
    }

    @Override
    public Response reliableRequest(Request request) {
        return makeRequest(request);
    }

    @Override
    public Response makeRequest(Request request) {
        var address = URI.create(baseUrl + request.constructURL().getFile());
        var body = request.getMethod() == HttpMethod.POST ? request.encodeFormBody() : null;
        try {
            var answer = http.send(request.getMethod().toString(), address, headers(request), body);
            if (answer.status() >= 500) {
                // A gateway's error page isn't JSON; the SDK would take it for a lost connection.
                throw new ApiException("HTTP " + answer.status(), answer.status());
            }
            return new Response(answer.body(), answer.status());
        } catch (IOException e) {
            throw new ApiConnectionException(e.getMessage(), e);
        }
    }

    private static Map<String, String> headers(Request request) {
        var headers = new LinkedHashMap<String, String>();
        request.getHeaderParams().forEach((name, values) -> headers.put(name, String.join(",", values)));
        headers.put("Authorization", request.getAuthString());
        headers.put("Accept", "application/json");
        if (request.getMethod() == HttpMethod.POST) {
            headers.put("Content-Type", "application/x-www-form-urlencoded; charset=utf-8");
        }
        return headers;
    }
}
