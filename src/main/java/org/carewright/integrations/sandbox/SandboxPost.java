package org.carewright.integrations.sandbox;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.carewright.shared.web.LocalUrl;
import org.carewright.shared.web.PublicUrl;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Posts callbacks over HTTP, a little later and again when they aren't answered with 2xx, as providers do. It has
 * threads of its own because it plays the outside world, which the engine doesn't run.
 */
@Component
@ConditionalOnSandbox
public class SandboxPost implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(SandboxPost.class);

    /** Providers that give up after a few tries, here after half a minute. */
    public static final int A_FEW_TIMES = 6;

    /** Providers that don't give up on a webhook before a day is over: their pauses grow to a minute here. */
    public static final int FOR_A_DAY = 1_440;

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
    private static final int DOUBLINGS = 6;
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final SandboxSettings settings;
    private final PublicUrl publicUrl;
    private final LocalUrl localUrl;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(TIMEOUT)
            .build();
    private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(2, work -> {
        var thread = new Thread(work, "sandbox-callback");
        thread.setDaemon(true);
        return thread;
    });

    SandboxPost(SandboxSettings settings, PublicUrl publicUrl, LocalUrl localUrl) {
        this.settings = settings;
        this.publicUrl = publicUrl;
        this.localUrl = localUrl;
    }

    /**
     * A callback. @param headers made anew at each try, as signatures hold the time
     *
     * @param tries how often it is posted until it is answered with 2xx
     */
    public record Callback(
            String address, String contentType, String body, Supplier<Map<String, String>> headers, int tries) {}

    /** Posts it after the usual delay and runs {@code afterwards} once it was answered with 2xx or given up. */
    public void later(Callback callback, Runnable afterwards) {
        later(callback, Duration.ZERO, afterwards);
    }

    /** Like {@link #later(Callback, Runnable)}. @param delay on top of the usual one */
    public void later(Callback callback, Duration delay, Runnable afterwards) {
        threads.schedule(
                () -> attempt(callback, afterwards, 1),
                settings.callbackDelay().plus(delay).toMillis(),
                TimeUnit.MILLISECONDS);
    }

    private void attempt(Callback callback, Runnable afterwards, int attempt) {
        try {
            var taken = post(callback);
            if (!taken && attempt < callback.tries()) {
                threads.schedule(
                        () -> attempt(callback, afterwards, attempt + 1),
                        pauseAfter(attempt).toMillis(),
                        TimeUnit.MILLISECONDS);
                return;
            }
            afterwards.run();
        } catch (RuntimeException e) {
            log.debug("A sandbox callback ended with {}", e.getClass().getName());
        }
    }

    private static Duration pauseAfter(int attempt) {
        return attempt > DOUBLINGS ? LONGEST_PAUSE : FIRST_PAUSE.multipliedBy(1L << (attempt - 1));
    }

    private boolean post(Callback callback) {
        var request = HttpRequest.newBuilder(reachable(callback.address()))
                .timeout(TIMEOUT)
                .header("Content-Type", callback.contentType())
                .POST(HttpRequest.BodyPublishers.ofString(callback.body()));
        callback.headers().get().forEach(request::header);
        try {
            var status = client.send(request.build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
            return status >= 200 && status < 300;
        } catch (java.io.IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Our own public address may lead through a proxy that isn't reachable from in here. */
    private URI reachable(String address) {
        var outside = publicUrl.base();
        if (!address.startsWith(outside)) {
            return URI.create(address);
        }
        var inside = settings.callbackUrl().isBlank() ? localUrl.base() : settings.callbackUrl();
        return URI.create(inside + address.substring(outside.length()));
    }

    @Override
    public void destroy() {
        threads.shutdownNow();
    }
}
