package org.carewright.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.carewright.test.AppProcess;
import org.carewright.test.CarewrightTest;
import org.carewright.test.ClusterSeed;
import org.carewright.test.TestNodes;
import org.carewright.test.TestVisits;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;

/**
 * Nodes as processes of their own on one new database: killed in the worst moment, and side by side (OPS-6). The first
 * node plays the providers and runs no jobs; the second does the work.
 */
@CarewrightTest
class SeveralNodesTests {

    private static final String SLUG = "test-clinic-1";
    private static final int BOOKINGS = 20;
    private static final int STALL_MILLIS = 60_000;
    private static final Duration LIMIT = Duration.ofMinutes(4);

    @Autowired
    JdbcConnectionDetails server;

    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient client = HttpClient.newHttpClient();
    private TestNodes nodes;

    @BeforeEach
    void createDatabase() throws SQLException {
        nodes = new TestNodes(server);
    }

    @AfterEach
    void stopNodes() {
        nodes.close();
    }

    @Test
    void sendsOneMailAlthoughTheNodeIsKilledBetweenSentAndCommitted() throws Exception {
        var providers =
                nodes.start("providers", "camunda.bpm.job-execution.enabled=false", "carewright.test.seed=true");
        nodes.execute("insert into integrations.sandbox_fault (provider, kind, value) values ('sendgrid', 'stall', "
                + STALL_MILLIS + ")");
        var appointment = book(providers, 0);

        var worker = startWorker(providers);
        await().atMost(LIMIT).until(() -> nodes.count("select count(*) from integrations.sandbox_message") == 1);
        assertThat(nodes.count("select count(*) from integrations.effect where state = 'done'"))
                .isZero();
        nodes.kill(worker);

        startWorker(providers);
        await().atMost(LIMIT).until(() -> nodes.count(messagesOf(appointment, "sms")) == 1);
        assertThat(nodes.count(messagesOf(appointment, "email"))).isEqualTo(1);
        assertThat(nodes.count("select count(*) from integrations.sandbox_message where provider = 'sendgrid'"))
                .isEqualTo(1);
        assertThat(nodes.count("select count(*) from engine.act_ru_incident")).isZero();
    }

    /** One start of two nodes for both halves of the rule: what a session is and what a job is, both know. */
    @Test
    void sharesSessionsAndJobsBetweenTwoNodesAndDoesNothingTwice() throws Exception {
        var first = nodes.start("first", "carewright.test.seed=true");
        var second = nodes.start("second");
        assertThat(openDeskAfterSigningInAt(first, second)).isEqualTo(200);
        for (var number = 0; number < BOOKINGS; number++) {
            book(number % 2 == 0 ? first : second, number);
        }
        await().atMost(LIMIT)
                .until(() -> nodes.count("select count(*) from messaging.message where status in ('sent', 'delivered')")
                        == 2L * BOOKINGS);
        assertThat(nodes.count("select count(*) from integrations.sandbox_message"))
                .isEqualTo(2L * BOOKINGS);
        assertThat(nodes.count("select count(distinct (recipient, provider)) from integrations.sandbox_message"))
                .isGreaterThanOrEqualTo(BOOKINGS);
        assertThat(nodes.count("select max(sent) from (select count(*) as sent from integrations.sandbox_message"
                        + " group by effect_id) as by_effect"))
                .isEqualTo(1);
        assertThat(nodes.count("select count(*) from engine.act_ru_incident")).isZero();
    }

    /** @return the status with which {@code other} answers the session that was begun at {@code one} */
    private int openDeskAfterSigningInAt(AppProcess one, AppProcess other) throws IOException, InterruptedException {
        var browser = HttpClient.newBuilder()
                .cookieHandler(new CookieManager())
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        var page = browser.send(
                HttpRequest.newBuilder(URI.create(one.url("/desk/sign-in"))).build(),
                HttpResponse.BodyHandlers.ofString());
        var csrf = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"").matcher(page.body());
        assertThat(csrf.find()).isTrue();
        var form = "_csrf=" + URLEncoder.encode(csrf.group(1), StandardCharsets.UTF_8)
                + "&email=" + URLEncoder.encode(ClusterSeed.EMAIL, StandardCharsets.UTF_8)
                + "&password=" + ClusterSeed.PASSWORD;
        browser.send(
                HttpRequest.newBuilder(URI.create(one.url("/desk/sign-in")))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build(),
                HttpResponse.BodyHandlers.discarding());
        return browser.send(
                        HttpRequest.newBuilder(URI.create(other.url("/desk"))).build(),
                        HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private static String messagesOf(String appointment, String channel) {
        return "select count(*) from messaging.message where subject_id = '" + appointment + "' and channel = '"
                + channel + "' and status in ('sent', 'delivered')";
    }

    private AppProcess startWorker(AppProcess providers) {
        return nodes.start(
                "worker",
                "camunda.bpm.job-execution.lock-time-in-millis=15000",
                "carewright.integrations.sendgrid.base-url=" + providers.url("/sandbox/sendgrid"),
                "carewright.integrations.twilio.base-url=" + providers.url("/sandbox/twilio"),
                "carewright.public-url=" + providers.url(""));
    }

    /** @return the appointment's id */
    private String book(AppProcess node, int number) throws IOException, InterruptedException {
        var service = service(node);
        var day = Instant.now().plus(20 + number, ChronoUnit.DAYS).truncatedTo(ChronoUnit.DAYS);
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("serviceId", service);
        body.put("start", day.plus(16, ChronoUnit.HOURS).toString());
        body.put("form", TestVisits.form());
        var request = HttpRequest.newBuilder(URI.create(node.url("/api/v1/public/clinics/" + SLUG + "/appointments")))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json.writeValueAsString(body)))
                .build();
        var answer = client.send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return json.readTree(answer.body()).get("id").asText();
    }

    /** A node answers before it has made its practice, so the practice is waited for. */
    private String service(AppProcess node) {
        return await().atMost(LIMIT)
                .ignoreException(IOException.class)
                .until(
                        () -> {
                            for (var service :
                                    get(node, "/api/v1/public/clinics/" + SLUG).path("services")) {
                                if (service.get("name").asText().equals("Follow-up")) {
                                    return service.get("id").asText();
                                }
                            }
                            return null;
                        },
                        Objects::nonNull);
    }

    private JsonNode get(AppProcess node, String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(node.url(path))).build();
        return json.readTree(
                client.send(request, HttpResponse.BodyHandlers.ofString()).body());
    }
}
