package org.carewright.scheduling;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.RuntimeService;
import org.carewright.messaging.MessageLog;
import org.carewright.shared.tenant.ClinicScope;
import org.carewright.test.CarewrightTest;
import org.carewright.test.TestJobs;
import org.carewright.test.TestVisits;
import org.carewright.test.TestVisits.Practice;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Two hundred people want the same slot at the same moment (SCH-4). */
@CarewrightTest
class OneSlotManyClientsTests {

    private static final int CLIENTS = 200;

    @LocalServerPort
    int port;

    @Autowired
    TestVisits visits;

    @Autowired
    TestJobs jobs;

    @Autowired
    ClinicScope scope;

    @Autowired
    RuntimeService runtime;

    @Autowired
    MessageLog messages;

    @Autowired
    ObjectMapper json;

    @Autowired
    JdbcTemplate database;

    @Autowired
    PlatformTransactionManager transactions;

    @Test
    void givesOneSlotToExactlyOneOfTwoHundred() throws Exception {
        var practice = visits.open();
        var start = Instant.now()
                .plus(30, ChronoUnit.DAYS)
                .truncatedTo(ChronoUnit.DAYS)
                .plus(16, ChronoUnit.HOURS);
        var answers = book(practice, start);

        assertThat(answers.stream().collect(groupingBy(HttpResponse::statusCode, counting())))
                .containsOnly(Map.entry(201, 1L), Map.entry(409, CLIENTS - 1L));
        assertThat(appointments(practice)).isEqualTo(1);
        assertThat(instances(practice)).isEqualTo(1);

        var created = answers.stream()
                .filter(answer -> answer.statusCode() == 201)
                .findFirst()
                .orElseThrow();
        var id = UUID.fromString(json.readTree(created.body()).get("id").asText());
        jobs.runDue(runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(id.toString())
                .singleResult()
                .getId());
        assertThat(scope.call(practice.clinic().id(), () -> messages.of("appointment", id)))
                .extracting(
                        message -> message.template() + " " + message.channel().code())
                .containsExactlyInAnyOrder("appointment-confirmed email", "appointment-confirmed sms");
    }

    private java.util.List<HttpResponse<String>> book(Practice practice, Instant start) {
        var threads = Executors.newFixedThreadPool(CLIENTS);
        try {
            var client = HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .executor(threads)
                    .build();
            var calls = IntStream.range(0, CLIENTS)
                    .mapToObj(number ->
                            client.sendAsync(request(practice, start, number), HttpResponse.BodyHandlers.ofString()))
                    .toList();
            return calls.stream().map(CompletableFuture::join).toList();
        } finally {
            threads.shutdown();
        }
    }

    private HttpRequest request(Practice practice, Instant start, int number) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("serviceId", practice.visit());
        body.put("start", start.toString());
        body.put("form", TestVisits.form());
        try {
            return HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1/public/clinics/"
                            + practice.clinic().slug() + "/appointments"))
                    .header("Content-Type", "application/json")
                    // Each client comes from its own address, as the proxy tells it.
                    .header("X-Forwarded-For", "198.51.100." + number)
                    .POST(HttpRequest.BodyPublishers.ofString(json.writeValueAsString(body)))
                    .build();
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private long appointments(Practice practice) {
        return scope.call(practice.clinic().id(), () -> new TransactionTemplate(transactions)
                .execute(status -> database.queryForObject("select count(*) from scheduling.appointment", Long.class)));
    }

    private long instances(Practice practice) {
        return runtime.createProcessInstanceQuery()
                .tenantIdIn(practice.clinic().id().toString())
                .count();
    }
}
