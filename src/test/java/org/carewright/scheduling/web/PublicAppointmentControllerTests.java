package org.carewright.scheduling.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.RuntimeService;
import org.carewright.test.CarewrightTest;
import org.carewright.test.TestJobs;
import org.carewright.test.TestScheduling;
import org.carewright.test.TestTime;
import org.carewright.test.TestVisits;
import org.carewright.test.TestVisits.Practice;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** The contract of booking and managing a visit over HTTP. */
@CarewrightTest
class PublicAppointmentControllerTests {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final int CLIENTS = 8;

    @RegisterExtension
    final TestTime time = new TestTime();

    @Autowired
    TestRestTemplate http;

    @Autowired
    TestVisits visits;

    @Autowired
    TestScheduling scheduling;

    @Autowired
    TestJobs jobs;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ObjectMapper json;

    private Practice practice;
    private OffsetDateTime start;

    @BeforeEach
    void openPractice() {
        practice = visits.open();
        start = OffsetDateTime.now(NEW_YORK)
                .toLocalDate()
                .plusDays(12)
                .atTime(10, 0)
                .atZone(NEW_YORK)
                .toOffsetDateTime();
    }

    @Test
    void tellsWhatWasBooked() {
        var answer = book(body());

        assertThat(answer.getStatusCode().value()).isEqualTo(201);
        var booked = answer.getBody();
        assertThat(names(booked))
                .containsExactlyInAnyOrder(
                        "id", "reservationId", "status", "start", "end", "practitionerId", "manageUrl");
        assertThat(UUID.fromString(booked.get("id").asText())).isNotNull();
        assertThat(booked.get("status").asText()).isEqualTo("confirmed");
        assertThat(OffsetDateTime.parse(booked.get("start").asText())).isEqualTo(start);
        assertThat(OffsetDateTime.parse(booked.get("end").asText())).isEqualTo(start.plusHours(1));
        assertThat(booked.get("practitionerId").asText())
                .isEqualTo(practice.practitioner().toString());
        assertThat(booked.get("manageUrl").asText()).contains("/m/");
    }

    @Test
    void tellsWhenApprovalIsAwaited() {
        var answer = book(body().put("serviceId", practice.onRequest().toString()));

        assertThat(answer.getBody().get("status").asText()).isEqualTo("requested");
    }

    @ParameterizedTest
    @ValueSource(strings = {"price", "durationMinutes", "end", "status", "clinicId"})
    void refusesWhatOnlyTheServerDecides(String member) {
        var answer = book(body().put(member, "1"));

        assertThat(answer.getStatusCode().value()).isEqualTo(422);
        assertThat(answer.getBody().get("code").asText()).isEqualTo("unknown_member");
        assertThat(answer.getBody().at("/errors/0/field").asText()).isEqualTo(member);
        assertThat(scheduling.count(practice.clinic(), "scheduling.appointment"))
                .isZero();
    }

    @Test
    void namesEachFieldOfTheFormThatIsWrong() {
        var body = body();
        form(body).remove("givenName");
        form(body)
                .put("email", "not an address")
                .put("preferredChannel", "pigeon")
                .put("diagnosis", "x");

        var answer = book(body);

        assertThat(answer.getStatusCode().value()).isEqualTo(422);
        assertThat(answer.getHeaders().getContentType()).isEqualTo(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(answer.getBody().get("code").asText()).isEqualTo("invalid_form");
        assertThat(fields(answer)).containsExactlyInAnyOrder("givenName", "email", "preferredChannel", "diagnosis");
        assertThat(answer.getBody().toString()).doesNotContain("pigeon", "not an address");
    }

    @Test
    void asksForAPhoneNumberWhereTextMessagesAreWanted() {
        var body = body();
        form(body).put("preferredChannel", "sms").remove("phone");

        assertThat(fields(book(body))).containsExactly("phone");
    }

    @Test
    void refusesCharactersThatNoNameHas() {
        var body = body();
        form(body).put("givenName", "Mi\u0000ra");

        var answer = book(body);

        assertThat(answer.getStatusCode().value()).isEqualTo(422);
        assertThat(fields(answer)).containsExactly("givenName");
    }

    @Test
    void namesTheMissingMember() {
        var body = body();
        body.remove("form");

        var answer = book(body);

        assertThat(answer.getStatusCode().value()).isEqualTo(422);
        assertThat(fields(answer)).containsExactly("form");
    }

    @Test
    void answersATakenStartWithTheNextFreeOnes() {
        book(body());

        var answer = book(body());

        assertThat(answer.getStatusCode().value()).isEqualTo(409);
        assertThat(answer.getBody().get("code").asText()).isEqualTo("slot_taken");
        assertThat(OffsetDateTime.parse(
                        answer.getBody().at("/alternatives/0/start").asText()))
                .isAfter(start);
    }

    @Test
    void booksTheHeldStart() {
        var hold = hold();

        assertThat(book(body()).getStatusCode().value()).isEqualTo(409);
        assertThat(book(body().put("holdId", hold)).getStatusCode().value()).isEqualTo(201);
    }

    @Test
    void tellsThatTheHoldIsOver() {
        var hold = hold();
        time.moveTo(java.time.Instant.now().plus(Duration.ofMinutes(6)));

        var answer = book(body().put("holdId", hold));

        assertThat(answer.getStatusCode().value()).isEqualTo(410);
        assertThat(answer.getBody().get("code").asText()).isEqualTo("hold_expired");
    }

    @Test
    void answersARepeatedRequestWithTheSameVisit() {
        var body = body();
        var key = UUID.randomUUID().toString();

        var first = book(body, key);
        var second = book(body, key);

        assertThat(second.getStatusCode().value()).isEqualTo(201);
        assertThat(second.getBody()).isEqualTo(first.getBody());
        assertThat(scheduling.count(practice.clinic(), "scheduling.appointment"))
                .isEqualTo(1);
        assertThat(instances()).isEqualTo(1);
    }

    @Test
    void makesOneVisitOfRequestsRepeatedAtTheSameMoment() {
        var body = body();
        var key = UUID.randomUUID().toString();
        var threads = Executors.newFixedThreadPool(CLIENTS);
        try {
            var answers = IntStream.range(0, CLIENTS)
                    .mapToObj(client -> CompletableFuture.supplyAsync(() -> book(body, key), threads))
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .toList();

            assertThat(answers)
                    .allSatisfy(
                            answer -> assertThat(answer.getStatusCode().value()).isEqualTo(201));
            assertThat(answers.stream().map(ResponseEntity::getBody).distinct()).hasSize(1);
        } finally {
            threads.shutdown();
        }
        assertThat(instances()).isEqualTo(1);
    }

    @Test
    void refusesAKeyThatWasUsedForSomethingElse() {
        var key = UUID.randomUUID().toString();
        book(body(), key);

        var answer = book(body().put("start", start.plusHours(2).toString()), key);

        assertThat(answer.getStatusCode().value()).isEqualTo(422);
        assertThat(answer.getBody().get("code").asText()).isEqualTo("idempotency_key_reused");
        assertThat(scheduling.count(practice.clinic(), "scheduling.appointment"))
                .isEqualTo(1);
    }

    @Test
    void aKeyIsFreeAgainAfterARequestThatFailed() {
        var key = UUID.randomUUID().toString();
        var taken = body();
        book(taken);
        assertThat(book(taken, key).getStatusCode().value()).isEqualTo(409);

        assertThat(book(body().put("start", start.plusHours(2).toString()), key)
                        .getStatusCode()
                        .value())
                .isEqualTo(201);
    }

    @Test
    void answersForeignAndUnknownServicesAlike() {
        var other = visits.open();

        var foreign = book(body().put("serviceId", other.visit().toString()));
        var unknown = book(body().put("serviceId", UUID.randomUUID().toString()));

        assertThat(foreign.getStatusCode().value()).isEqualTo(404);
        assertThat(unknown)
                .usingRecursiveComparison()
                .comparingOnlyFields("body", "status")
                .isEqualTo(foreign);
    }

    @Test
    void showsTheVisitToWhomeverHasTheLink() {
        var token = token(book(body()));

        var answer = http.getForEntity("/api/v1/public/appointments/" + token, JsonNode.class);

        assertThat(answer.getStatusCode().value()).isEqualTo(200);
        var visit = answer.getBody();
        assertThat(names(visit))
                .containsExactlyInAnyOrder(
                        "id",
                        "reservationId",
                        "status",
                        "start",
                        "end",
                        "timeZone",
                        "service",
                        "practitioner",
                        "price",
                        "changeable",
                        "fee",
                        "deposit",
                        "depositDueAt");
        assertThat(visit.get("timeZone").asText()).isEqualTo("America/New_York");
        assertThat(visit.at("/service/name").asText()).isEqualTo("Follow-up");
        assertThat(visit.at("/practitioner/name").asText()).isEqualTo("Dana Reed");
        assertThat(visit.at("/price/amountMinor").asLong()).isEqualTo(8000);
        assertThat(visit.at("/price/currency").asText()).isEqualTo("USD");
        assertThat(visit.get("changeable").asBoolean()).isTrue();
        assertThat(visit.toString()).doesNotContain(TestVisits.CANARIES);
    }

    @Test
    void cancelsTheVisit() {
        var token = token(book(body()));

        var answer = manage(token, "cancel", "{\"reason\": \"Something came up\"}");

        assertThat(answer.getStatusCode().value()).isEqualTo(200);
        assertThat(answer.getBody().get("status").asText()).isEqualTo("cancelled");
        assertThat(answer.getBody().get("changeable").asBoolean()).isFalse();
        assertThat(answer.getBody().at("/fee/amountMinor").asLong()).isZero();
        assertThat(book(body()).getStatusCode().value()).isEqualTo(201);
    }

    @Test
    void cancelsWithoutABodyAndTwiceAsOnce() {
        var token = token(book(body()));

        assertThat(manage(token, "cancel", null).getStatusCode().value()).isEqualTo(200);
        assertThat(manage(token, "cancel", null).getBody().get("status").asText())
                .isEqualTo("cancelled");
    }

    @Test
    void movesTheVisit() {
        var token = token(book(body()));

        var answer = manage(token, "reschedule", "{\"start\": \"%s\"}".formatted(start.plusDays(1)));

        assertThat(answer.getStatusCode().value()).isEqualTo(200);
        assertThat(OffsetDateTime.parse(answer.getBody().get("start").asText())).isEqualTo(start.plusDays(1));
        assertThat(instances()).isEqualTo(1);
        assertThat(book(body()).getStatusCode().value()).isEqualTo(201);
    }

    @Test
    void doesNotMoveToATakenStart() {
        book(body().put("start", start.plusDays(1).toString()));
        var token = token(book(body()));

        var answer = manage(token, "reschedule", "{\"start\": \"%s\"}".formatted(start.plusDays(1)));

        assertThat(answer.getStatusCode().value()).isEqualTo(409);
        assertThat(answer.getBody().get("code").asText()).isEqualTo("slot_taken");
        assertThat(answer.getBody().get("alternatives")).isNotEmpty();
    }

    @Test
    void doesNotMoveWhatIsCancelled() {
        var token = token(book(body()));
        manage(token, "cancel", null);

        var answer = manage(token, "reschedule", "{\"start\": \"%s\"}".formatted(start.plusDays(1)));

        assertThat(answer.getStatusCode().value()).isEqualTo(409);
        assertThat(answer.getBody().get("code").asText()).isEqualTo("not_changeable");
    }

    @Test
    void answersUnknownAndEndedLinksAlike() {
        var ended = token(book(body()));
        time.moveTo(start.plusHours(1).toInstant());

        List<ResponseEntity<JsonNode>> answers = new ArrayList<>();
        for (var token : List.of(ended, "AAAAAAAAAAAAAAAAAAAAAA")) {
            answers.add(http.getForEntity("/api/v1/public/appointments/" + token, JsonNode.class));
            answers.add(manage(token, "cancel", null));
            answers.add(manage(token, "reschedule", "{\"start\": \"%s\"}".formatted(start.plusDays(1))));
        }

        assertThat(answers)
                .allSatisfy(answer -> assertThat(answer.getStatusCode().value()).isEqualTo(404));
        assertThat(answers.stream().map(PublicAppointmentControllerTests::withoutAddress))
                .containsOnly(withoutAddress(answers.get(0)));
    }

    private ObjectNode body() {
        var body = json.createObjectNode();
        body.put("serviceId", practice.visit().toString());
        body.put("start", start.toString());
        body.set("form", json.valueToTree(TestVisits.form()));
        return body;
    }

    private static ObjectNode form(ObjectNode body) {
        return (ObjectNode) body.get("form");
    }

    private ResponseEntity<JsonNode> book(ObjectNode body) {
        return book(body, null);
    }

    private ResponseEntity<JsonNode> book(ObjectNode body, String idempotencyKey) {
        return post(
                "/api/v1/public/clinics/" + practice.clinic().slug() + "/appointments",
                body.toString(),
                idempotencyKey);
    }

    private String hold() {
        var wanted = Map.of("serviceId", practice.visit(), "start", start.toString());
        return post(
                        "/api/v1/public/clinics/" + practice.clinic().slug() + "/holds",
                        json.valueToTree(wanted).toString(),
                        null)
                .getBody()
                .get("holdId")
                .asText();
    }

    private ResponseEntity<JsonNode> manage(String token, String action, String body) {
        return post("/api/v1/public/appointments/" + token + "/" + action, body, null);
    }

    private ResponseEntity<JsonNode> post(String path, String body, String idempotencyKey) {
        var headers = new HttpHeaders();
        headers.setContentType(MediaType.APPLICATION_JSON);
        if (idempotencyKey != null) {
            headers.set("Idempotency-Key", idempotencyKey);
        }
        return http.postForEntity(path, new HttpEntity<>(body, headers), JsonNode.class);
    }

    private static String token(ResponseEntity<JsonNode> booked) {
        var url = booked.getBody().get("manageUrl").asText();
        return url.substring(url.lastIndexOf('/') + 1);
    }

    private static List<String> names(JsonNode object) {
        var names = new ArrayList<String>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static List<String> fields(ResponseEntity<JsonNode> answer) {
        return answer.getBody().findValuesAsText("field");
    }

    private static JsonNode withoutAddress(ResponseEntity<JsonNode> answer) {
        return ((ObjectNode) answer.getBody()).deepCopy().without("instance");
    }

    private long instances() {
        return runtime.createProcessInstanceQuery()
                .processDefinitionKey("AppointmentProcess")
                .tenantIdIn(practice.clinic().id().toString())
                .count();
    }
}
