package org.carewright.scheduling.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;
import org.carewright.test.CarewrightTest;
import org.carewright.test.TestClinics;
import org.carewright.test.TestClinics.TestClinic;
import org.carewright.test.TestScheduling;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

@CarewrightTest
class PublicSchedulingControllerTests {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    @Autowired
    TestRestTemplate http;

    @Autowired
    TestClinics clinics;

    @Autowired
    TestScheduling setup;

    TestClinic clinic;
    UUID practitioner;
    UUID service;
    LocalDate day;

    @BeforeEach
    void openClinic() {
        clinic = clinics.open(NEW_YORK);
        practitioner = setup.practitioner(clinic);
        service = setup.service(clinic, Map.of("name", "Evaluation"), practitioner);
        day = LocalDate.now(NEW_YORK).plusDays(10);
    }

    @Test
    void showsWhatTheClinicOffers() {
        var body = get("").getBody();

        assertThat(body.get("timeZone").asText()).isEqualTo("America/New_York");
        assertThat(body.get("currency").asText()).isEqualTo("USD");
        assertThat(body.at("/services/0/id").asText()).isEqualTo(service.toString());
        assertThat(body.at("/services/0/name").asText()).isEqualTo("Evaluation");
        assertThat(body.at("/services/0/durationMinutes").asInt()).isEqualTo(60);
        assertThat(body.at("/services/0/price/amountMinor").asLong()).isEqualTo(8000);
        assertThat(body.at("/services/0/price/currency").asText()).isEqualTo("USD");
        assertThat(body.at("/services/0/approvalRequired").asBoolean()).isFalse();
        assertThat(body.at("/practitioners/0/id").asText()).isEqualTo(practitioner.toString());
        assertThat(body.at("/practitioners/0/serviceIds/0").asText()).isEqualTo(service.toString());
    }

    @Test
    void tellsTheDepositBeforeAnybodyBooks() {
        setup.service(clinic, Map.of("name", "Long visit", "deposit_minor", 2000L, "position", 1), practitioner);

        var services = get("").getBody().get("services");

        assertThat(services.at("/0/deposit/amountMinor").asLong(-1)).isZero();
        assertThat(services.at("/1/deposit/amountMinor").asLong()).isEqualTo(2000);
        assertThat(services.at("/1/deposit/currency").asText()).isEqualTo("USD");
    }

    @Test
    void unknownClinicIsAnsweredLikeAnUnknownService() {
        var noService = get("/services/" + UUID.randomUUID() + "/form");
        var noClinic = http.getForEntity("/api/v1/public/clinics/no-such-clinic", JsonNode.class);

        assertThat(noClinic.getStatusCode().value()).isEqualTo(404);
        assertThat(noService.getStatusCode().value()).isEqualTo(404);
        assertThat(withoutAddress(noService)).isEqualTo(withoutAddress(noClinic));
    }

    @Test
    void serviceOfAnotherClinicIsNotThere() {
        var other = clinics.open(NEW_YORK);
        var foreign = setup.service(other, Map.of(), setup.practitioner(other));

        assertThat(get("/availability?serviceId=" + foreign + "&from=" + day + "&to=" + day)
                        .getStatusCode()
                        .value())
                .isEqualTo(404);
    }

    @Test
    void offersStartsWithTheOffsetOfTheClinicsZone() {
        var body = availability("").getBody();
        var start = day.atTime(9, 0).atZone(NEW_YORK).toOffsetDateTime();

        assertThat(body.get("timeZone").asText()).isEqualTo("America/New_York");
        assertThat(body.get("slots")).hasSize(8);
        assertThat(OffsetDateTime.parse(body.at("/slots/0/start").asText())).isEqualTo(start);
        assertThat(body.at("/slots/0/start").asText())
                .endsWith(start.getOffset().getId());
        assertThat(OffsetDateTime.parse(body.at("/slots/0/end").asText())).isEqualTo(start.plusHours(1));
        assertThat(body.at("/slots/0/practitionerId").asText()).isEqualTo(practitioner.toString());
    }

    @Test
    void namesTheMissingParameter() {
        var answer = get("/availability?serviceId=" + service + "&from=" + day);

        assertThat(answer.getStatusCode().value()).isEqualTo(422);
        assertThat(answer.getHeaders().getContentType()).isEqualTo(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(answer.getBody().at("/errors/0/field").asText()).isEqualTo("to");
    }

    @Test
    void namesTheParameterOfTheWrongType() {
        var answer = get("/availability?serviceId=1&from=" + day + "&to=" + day);

        assertThat(answer.getStatusCode().value()).isEqualTo(422);
        assertThat(answer.getBody().at("/errors/0/field").asText()).isEqualTo("serviceId");
    }

    @Test
    void refusesASearchOfMoreThanSixtyTwoDays() {
        assertThat(search(day, day.plusDays(61)).getStatusCode().value()).isEqualTo(200);

        var answer = search(day, day.plusDays(62));

        assertThat(answer.getStatusCode().value()).isEqualTo(422);
        assertThat(answer.getBody().at("/errors/0/field").asText()).isEqualTo("to");
    }

    @Test
    void refusesASearchThatEndsBeforeItBegins() {
        assertThat(search(day, day.minusDays(1)).getStatusCode().value()).isEqualTo(422);
    }

    @Test
    void givesTheFormOfTheService() {
        var body = get("/services/" + service + "/form").getBody();

        assertThat(body.get("id").asText()).isEqualTo("book-visit");
        assertThat(body.get("components")).isNotEmpty();
    }

    @Test
    void holdsAStart() {
        var answer = hold("""
                {"serviceId": "%s", "start": "%s"}""".formatted(service, start()));

        assertThat(answer.getStatusCode().value()).isEqualTo(201);
        assertThat(UUID.fromString(answer.getBody().get("holdId").asText())).isNotNull();
        assertThat(answer.getBody().get("practitionerId").asText()).isEqualTo(practitioner.toString());
        assertThat(OffsetDateTime.parse(answer.getBody().get("expiresAt").asText()))
                .isAfter(OffsetDateTime.now());
    }

    @Test
    void answersATakenStartWithAlternatives() {
        var request = """
                {"serviceId": "%s", "practitionerId": "%s", "start": "%s"}"""
                .formatted(service, practitioner, start());
        hold(request);

        var answer = hold(request);

        assertThat(answer.getStatusCode().value()).isEqualTo(409);
        assertThat(answer.getBody().get("code").asText()).isEqualTo("slot_taken");
        assertThat(OffsetDateTime.parse(
                        answer.getBody().at("/alternatives/0/start").asText()))
                .isEqualTo(start().plusHours(1));
    }

    @Test
    void refusesMembersItDoesNotKnow() {
        var answer = hold("""
                {"serviceId": "%s", "start": "%s", "durationMinutes": 5}"""
                .formatted(service, start()));

        assertThat(answer.getStatusCode().value()).isEqualTo(422);
        assertThat(answer.getBody().at("/errors/0/field").asText()).isEqualTo("durationMinutes");
    }

    @Test
    void namesTheMissingMember() {
        var answer = hold("""
                {"serviceId": "%s"}""".formatted(service));

        assertThat(answer.getStatusCode().value()).isEqualTo(422);
        assertThat(answer.getBody().at("/errors/0/field").asText()).isEqualTo("start");
    }

    private OffsetDateTime start() {
        return day.atTime(10, 0).atZone(NEW_YORK).toOffsetDateTime();
    }

    private ResponseEntity<JsonNode> availability(String further) {
        return get("/availability?serviceId=" + service + "&from=" + day + "&to=" + day + further);
    }

    private ResponseEntity<JsonNode> search(LocalDate from, LocalDate to) {
        return get("/availability?serviceId=" + service + "&from=" + from + "&to=" + to);
    }

    private ResponseEntity<JsonNode> get(String path) {
        return http.getForEntity("/api/v1/public/clinics/" + clinic.slug() + path, JsonNode.class);
    }

    private ResponseEntity<JsonNode> hold(String json) {
        var headers = new HttpHeaders();
        headers.setContentType(MediaType.APPLICATION_JSON);
        return http.postForEntity(
                "/api/v1/public/clinics/" + clinic.slug() + "/holds", new HttpEntity<>(json, headers), JsonNode.class);
    }

    /** The problem without the address that was asked for. */
    private static JsonNode withoutAddress(ResponseEntity<JsonNode> answer) {
        return ((ObjectNode) answer.getBody()).without("instance");
    }
}
