package org.carewright.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.OutputStreamAppender;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.carewright.integrations.http.ProviderBreakers;
import org.carewright.integrations.sandbox.SandboxFault.Kind;
import org.carewright.test.Canary;
import org.carewright.test.CarewrightTest;
import org.carewright.test.SandboxFixture;
import org.carewright.test.TestInbox;
import org.carewright.test.TestJobs;
import org.carewright.test.TestPhones;
import org.carewright.test.TestTime;
import org.carewright.test.TestVisits;
import org.carewright.test.TestVisits.Practice;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Where what patients and practitioners type ends up: in the modules' tables, and nowhere else in clear (HIP-6). */
@CarewrightTest
class CanaryTests {

    private static final Instant NOW = Instant.parse("2027-03-01T15:00:00Z");
    private static final Instant START = Instant.parse("2027-03-15T14:00:00Z");
    private static final int MORE_THAN_TRIES = 20;

    /** The patient's record itself, and the mailboxes of the providers that the sandbox plays. */
    private static final Set<String> WHERE_IT_BELONGS = Set.of("patients.patient", "integrations.sandbox_message");

    @RegisterExtension
    final TestTime time = new TestTime();

    @Autowired
    TestVisits visits;

    @Autowired
    TestJobs jobs;

    @Autowired
    TestInbox inbox;

    @Autowired
    SandboxFixture sandbox;

    @Autowired
    ProviderBreakers breakers;

    @Autowired
    Canary canary;

    @Autowired
    TestRestTemplate http;

    @Autowired
    ObjectMapper json;

    @Autowired
    FormService forms;

    @Autowired
    TaskService tasks;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService management;

    @LocalManagementPort
    int managementPort;

    private final ByteArrayOutputStream log = new ByteArrayOutputStream();
    private final LoggerContext loggers = (LoggerContext) LoggerFactory.getILoggerFactory();
    private final Logger root = loggers.getLogger(Logger.ROOT_LOGGER_NAME);
    private final OutputStreamAppender<ILoggingEvent> appender = new OutputStreamAppender<>();

    // Begins with a letter: in broken JSON a digit would be read as a number of the wrong type first.
    private final String word = "w" + UUID.randomUUID().toString().replace("-", "");
    private final String given = "Zebulon" + word;
    private final String family = "Quagmire" + word;
    private final String email = "zq" + word + "@canary.example";
    private final String phone = TestPhones.next().substring("+1".length());
    private Practice practice;

    @BeforeEach
    void openPracticeAndListen() {
        time.moveTo(NOW);
        practice = visits.open();
        var encoder = new PatternLayoutEncoder();
        encoder.setContext(loggers);
        encoder.setPattern("%d %level %logger %mdc %msg %kvp%n%ex{full}");
        encoder.start();
        appender.setContext(loggers);
        appender.setEncoder(encoder);
        appender.setOutputStream(log);
        appender.start();
        root.addAppender(appender);
        breakers.of("sendgrid").reset();
    }

    @AfterEach
    void stopListening() {
        root.detachAppender(appender);
        sandbox.clearFaults();
        breakers.of("sendgrid").reset();
    }

    @Test
    void leavesNothingInClearOfABookingsWholeLife() throws Exception {
        sandbox.fault("sendgrid", Kind.STATUS, 503, MORE_THAN_TRIES);
        var visit = bookAndBeMisunderstood();
        failUntilIncident(visit);
        assertNothingInClear();

        sandbox.clearFaults();
        breakers.of("sendgrid").reset();
        approveRemindAndSee(visit);
        cancelAnother();
        await().until(() -> !inbox.openKinds(practice.clinic().id()).isEmpty());
        inbox.apply(practice.clinic().id());
        assertNothingInClear();
    }

    @Test
    void findsTheWordsWhereTheyBelong() throws Exception {
        book(practice.visit(), START);

        assertThat(canary.findInDatabaseExcept(Set.of(), word))
                .containsExactlyInAnyOrder(
                        "patients.patient.given_name",
                        "patients.patient.family_name",
                        "patients.patient.search_given",
                        "patients.patient.search_family");
    }

    @Test
    void noTestLeftItsPatientInTheEngine() {
        visits.book(practice, practice.visit(), START);

        assertThat(canary.findInEngine(TestVisits.CANARIES)).isEmpty();
    }

    private void assertNothingInClear() {
        assertThat(canary.findInDatabaseExcept(WHERE_IT_BELONGS, word, phone)).isEmpty();
        assertThat(log.toString(StandardCharsets.UTF_8)).isNotEmpty().doesNotContain(word, phone);
        assertThat(new TestRestTemplate()
                        .getForObject("http://localhost:" + managementPort + "/actuator/prometheus", String.class))
                .contains("carewright_")
                .doesNotContain(word, phone);
    }

    /** Books on request, and before that sends what the server must refuse without repeating it to anyone. */
    private String bookAndBeMisunderstood() throws Exception {
        var wrongForm = body(practice.onRequest(), START);
        ((ObjectNode) wrongForm.get("form")).put("email", "no address " + word).put("x" + word, word);
        assertThat(post(bookingPath(), wrongForm.toString()).getStatusCode().value())
                .isEqualTo(422);
        var wrongType = body(practice.onRequest(), START).put("serviceId", word);
        assertThat(post(bookingPath(), wrongType.toString()).getStatusCode().value())
                .isEqualTo(422);
        for (var broken : new String[] {"{\"form\": " + word, "{\"form\": {\"reason\": \"" + word + "\""}) {
            assertThat(post(bookingPath(), broken).getStatusCode().value()).isEqualTo(400);
        }
        return book(practice.onRequest(), START).get("id").asText();
    }

    private void failUntilIncident(String visit) {
        var instance = instance(visit);
        var mail = management
                .createJobQuery()
                .processInstanceId(instance)
                .activityId("Task_SendRequestEmail")
                .singleResult()
                .getId();
        while (management.createJobQuery().jobId(mail).withRetriesLeft().count() > 0) {
            assertThat(catchThrowable(() -> management.executeJob(mail))).isNotNull();
        }
        assertThat(runtime.createIncidentQuery().processInstanceId(instance).count())
                .isPositive();
    }

    private void approveRemindAndSee(String visit) {
        var instance = instance(visit);
        runtime.createIncidentQuery()
                .processInstanceId(instance)
                .list()
                .forEach(incident -> management.setJobRetries(incident.getConfiguration(), 1));
        submit(instance, Map.of("approval", "approved"));
        jobs.runDue(instance);
        for (var moment : new String[] {"2027-03-08T15:00:00Z", "2027-03-14T14:00:00Z", "2027-03-15T13:00:00Z"}) {
            time.moveTo(moment);
            jobs.runDue(instance);
        }
        assertThat(catchThrowable(() -> submit(instance, Map.of("x" + word, word))))
                .isNotNull();
        submit(instance, Map.of("contactConfirmed", true));
        submit(instance, Map.of("visitOutcome", "as_planned", "visitNote", "Note " + word));
        jobs.runDue(instance);
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceId(instance)
                        .count())
                .isZero();
        assertThat(sandbox.sentTo(email)).isNotEmpty();
    }

    private void cancelAnother() throws Exception {
        var booked = book(practice.visit(), START.plusSeconds(24 * 3600));
        var url = booked.get("manageUrl").asText();
        var path = "/api/v1/public/appointments/" + url.substring(url.lastIndexOf('/') + 1) + "/cancel";
        var instance = instance(booked.get("id").asText());
        assertThat(post(path, "{\"reason\": \"Reason " + word + "\"}")
                        .getStatusCode()
                        .value())
                .isEqualTo(200);
        jobs.runDue(instance);
    }

    /** As Tasklist submits it. */
    private void submit(String instance, Map<String, Object> values) {
        forms.submitTaskForm(
                tasks.createTaskQuery()
                        .processInstanceId(instance)
                        .singleResult()
                        .getId(),
                values);
    }

    private String instance(String visit) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(visit)
                .singleResult()
                .getId();
    }

    private JsonNode book(UUID service, Instant start) throws Exception {
        var answer = post(bookingPath(), body(service, start).toString());
        assertThat(answer.getStatusCode().value()).isEqualTo(201);
        return json.readTree(answer.getBody());
    }

    private ObjectNode body(UUID service, Instant start) {
        var form = TestVisits.form();
        form.put("givenName", given);
        form.put("familyName", family);
        form.put("email", email);
        form.put("phone", "+1" + phone);
        form.put("reason", "Reason " + word);
        var body = json.createObjectNode();
        body.put("serviceId", service.toString()).put("start", start.toString());
        body.set("form", json.valueToTree(form));
        return body;
    }

    private String bookingPath() {
        return "/api/v1/public/clinics/" + practice.clinic().slug() + "/appointments";
    }

    private ResponseEntity<String> post(String path, String body) {
        var headers = new HttpHeaders();
        headers.setContentType(MediaType.APPLICATION_JSON);
        return http.postForEntity(path, new HttpEntity<>(body, headers), String.class);
    }
}
