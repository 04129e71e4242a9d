package org.carewright.integrations.http;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.carewright.shared.process.pace.OutsideAnswer;

/**
 * The HTTP client below the providers' SDKs. It never sends twice: no retries and no redirects, and it tells a provider
 * that was not reached from one whose answer is missing.
 */
public final class ProviderHttp {

    private final HttpClient client;
    private final Duration timeout;

    private ProviderHttp(Duration timeout) {
        this.timeout = timeout;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(timeout)
                .build();
    }

    /** @param timeout to connect, and in all until the whole answer is there */
    public static ProviderHttp withTimeout(Duration timeout) {
        return new ProviderHttp(timeout);
    }

    /** A provider's answer. @param headers the first value of each, names in lower case */
    public record Answer(int status, Map<String, String> headers, String body) {}

    /**
     * Sends a request and waits for the whole answer.
     *
     * @param body null for none
     * @throws NotReachedException when no connection came about
     * @throws IOException when the request may have been received but no whole answer came in time
     */
    public Answer send(String method, URI address, Map<String, String> headers, String body) throws IOException {
        var request = HttpRequest.newBuilder(address)
                .timeout(timeout)
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        headers.forEach(request::setHeader);
        var response = client.sendAsync(request.build(), HttpResponse.BodyHandlers.ofString());
        try {
            return answer(OutsideAnswer.await(response, timeout));
        } catch (TimeoutException e) {
            response.cancel(true);
            throw new IOException("The provider's answer took too long", e);
        } catch (ExecutionException e) {
            throw isNotReached(e.getCause())
                    ? new NotReachedException(e.getCause())
                    : new IOException("The provider's answer is missing", e.getCause());
        } catch (InterruptedException e) {
            response.cancel(true);
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Interrupted while waiting for a provider");
        }
    }

    private static boolean isNotReached(Throwable failure) {
        return failure instanceof ConnectException
                || failure instanceof HttpConnectTimeoutException
                || failure instanceof UnresolvedAddressException;
    }

    private static Answer answer(HttpResponse<String> response) {
        var headers = new java.util.HashMap<String, String>();
        response.headers().map().forEach((name, values) -> headers.put(name, values.get(0)));
        return new Answer(response.statusCode(), headers, response.body());
    }
}
