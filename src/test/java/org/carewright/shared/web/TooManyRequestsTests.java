package org.carewright.shared.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.carewright.shared.problem.ProblemException;
import org.carewright.test.CarewrightTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What a client hears that books, holds or cancels too often. */
@CarewrightTest
class TooManyRequestsTests {

    private static final String CLIENT = "198.51.100.250";
    private static final Map<String, RateLimitSettings.Limit> ONE_AN_HOUR = Map.of(
            "booking", new RateLimitSettings.Limit(1, Duration.ofHours(1)),
            "hold", new RateLimitSettings.Limit(1, Duration.ofHours(1)));

    private static final String START = "\"start\": \"2027-01-01T10:00:00Z\"";
    private static final String SERVICE = "\"serviceId\": \"" + UUID.randomUUID() + "\"";
    private static final Map<String, String> BODIES = Map.of(
            "appointments", "{" + SERVICE + ", " + START + ", \"form\": {}}",
            "holds", "{" + SERVICE + ", " + START + "}",
            "cancel", "{}",
            "reschedule", "{" + START + "}");

    @LocalServerPort
    int port;

    @Autowired
    ObjectMapper json;

    @Autowired
    DataSource dataSource;

    @Autowired
    Clock clock;

    @ParameterizedTest
    @CsvSource({
        "booking, /api/v1/public/clinics/any/appointments",
        "hold, /api/v1/public/clinics/any/holds",
        "booking, /api/v1/public/appointments/any/cancel",
        "booking, /api/v1/public/appointments/any/reschedule"
    })
    void saysWhenToComeBack(String limit, String path) throws Exception {
        useUp(limit);

        var answer = post(path);

        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(json.readTree(answer.body()).get("code").asText()).isEqualTo("too_many_requests");
        assertThat(Long.parseLong(answer.headers().firstValue("Retry-After").orElseThrow()))
                .isBetween(1L, 3601L);
    }

    private void useUp(String limit) {
        var limits = new RateLimits(dataSource, new RateLimitSettings(ONE_AN_HOUR), clock);
        try {
            limits.take(limit, CLIENT);
        } catch (ProblemException alreadyUsedUp) {
            assertThat(alreadyUsedUp.code()).isEqualTo("too_many_requests");
        }
    }

    /** With a client that doesn't wait and try again by itself. */
    private HttpResponse<String> post(String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Content-Type", "application/json")
                .header("X-Forwarded-For", CLIENT)
                .POST(HttpRequest.BodyPublishers.ofString(BODIES.get(path.substring(path.lastIndexOf('/') + 1))))
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }
}
