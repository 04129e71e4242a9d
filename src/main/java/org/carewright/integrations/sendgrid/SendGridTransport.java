package org.carewright.integrations.sendgrid;

import com.sendgrid.Client;
import com.sendgrid.Request;
import com.sendgrid.Response;
import java.io.IOException;
import java.net.URI;
import org.apache.http.impl.client.CloseableHttpClient;
import org.carewright.integrations.http.ProviderHttp;

/** Carries the SDK's requests over our client, with its time-outs and to whatever base address the SDK is given. */
class SendGridTransport extends Client {

    private final ProviderHttp http;

    SendGridTransport(ProviderHttp http) {
        super((CloseableHttpClient) null);
        this.http = http;
    }

    @Override
    public Response api(Request request) throws IOException {
        var answer = http.send(
                request.getMethod().name(),
                URI.create(request.getBaseUri() + request.getEndpoint()),
                request.getHeaders(),
                request.getBody());
        return new Response(answer.status(), answer.body(), answer.headers());
    }

    @Override
    public void close() {
        // The SDK's own client was never made.
    }
}
