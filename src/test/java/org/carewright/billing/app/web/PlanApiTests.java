package org.carewright.billing.app.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.carewright.test.ApiClient.json;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.carewright.identity.Role;
import org.carewright.identity.key.ApiKeys;
import org.carewright.patients.access.AccessLevel;
import org.carewright.patients.access.NewGrant;
import org.carewright.patients.access.PatientAccess;
import org.carewright.patients.access.Relation;
import org.carewright.shared.tenant.ClinicScope;
import org.carewright.test.ApiClient;
import org.carewright.test.CarewrightTest;
import org.carewright.test.TestClinics.TestClinic;
import org.carewright.test.TestPayers;
import org.carewright.test.TestPayers.Payer;
import org.carewright.test.TestPlans;
import org.carewright.test.TestStaff;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Plans and subscriptions through the API (BIL-5, PLT-5). */
@CarewrightTest
class PlanApiTests {

    private static final String SUBSCRIPTIONS = "/api/v1/subscriptions";

    @LocalServerPort
    int port;

    @Autowired
    TestPayers payers;

    @Autowired
    TestStaff staff;

    @Autowired
    TestPlans plans;

    @Autowired
    ApiKeys keys;

    @Autowired
    PatientAccess portal;

    @Autowired
    ClinicScope scope;

    private Payer payer;
    private TestClinic clinic;
    private UUID patient;
    private UUID plan;
    private ApiClient reader;
    private ApiClient writer;

    @BeforeEach
    void open() {
        payer = payers.open();
        clinic = payer.clinic();
        patient = payer.id();
        plan = plans.plan(clinic, "Monthly", 10_000);
        reader = key("billing:read");
        writer = key("billing:write");
    }

    @Test
    void listsWhatIsSold() {
        var answer = json(reader.get("/api/v1/plans")).get(0);

        assertThat(answer.get("id").asText()).isEqualTo(plan.toString());
        assertThat(answer.get("priceMinor").asLong()).isEqualTo(10_000);
        assertThat(answer.get("interval").asText()).isEqualTo("month");
        assertThat(answer.get("sessions").asInt()).isEqualTo(4);
    }

    @Test
    void subscribesOnceHoweverOftenItIsSent() {
        var first = json(subscribe("one", body(plan)));
        var again = json(subscribe("one", body(plan)));

        assertThat(first.get("status").asText()).isEqualTo("active");
        assertThat(first.get("nextChargeMinor").asLong()).isEqualTo(10_000);
        assertThat(again.get("id")).isEqualTo(first.get("id"));
        assertThat(json(reader.get(SUBSCRIPTIONS + "?patient=" + patient))).hasSize(1);
        assertThat(subscribe("two", body(plan)).statusCode()).isEqualTo(409);
        assertThat(subscribe("one", body(plans.plan(clinic))).statusCode()).isEqualTo(422);
    }

    @Test
    void aPlanMayBeginAheadAndBeInvoiced() {
        var day = LocalDate.now().plusDays(30);
        var answer = json(subscribe(
                "ahead", Map.of("patientId", patient, "planId", plan, "startsOn", day.toString(), "payBy", "invoice")));

        assertThat(answer.get("status").asText()).isEqualTo("waiting");
        assertThat(answer.get("payBy").asText()).isEqualTo("invoice");
        assertThat(answer.get("nextChargeOn").asText()).isEqualTo(day.toString());
        assertThat(answer.get("invoiceId").isNull()).isTrue();
    }

    @Test
    void pausesResumesChangesAndCancels() {
        var id = json(subscribe("one", body(plan))).get("id").asText();
        var large = plans.plan(clinic, "Large", 30_000);

        assertThat(status(id + "/pause", Map.of())).isEqualTo("paused");
        assertThat(status(id + "/resume", Map.of())).isEqualTo("active");
        var changed = json(post(id + "/change", Map.of("planId", large)));
        assertThat(changed.get("planId").asText()).isEqualTo(large.toString());
        assertThat(post(id + "/change", Map.of()).statusCode()).isEqualTo(422);
        var ends = json(post(id + "/cancel", Map.of()));
        assertThat(ends.get("endsWithPeriod").asBoolean()).isTrue();
        assertThat(ends.get("nextChargeOn").isNull()).isTrue();
        assertThat(post(id + "/cancel", Map.of("when", "someday")).statusCode()).isEqualTo(422);
        assertThat(status(id + "/cancel", Map.of("when", "now"))).isEqualTo("cancelled");
        assertThat(post(id + "/cancel", Map.of("when", "now")).statusCode()).isEqualTo(409);
    }

    @Test
    void aKeyThatOnlyReadsChangesNothing() {
        var id = plans.subscribed(clinic, patient, plan);

        assertThat(reader.post(SUBSCRIPTIONS + "/" + id + "/pause", Map.of()).statusCode())
                .isEqualTo(403);
        assertThat(json(reader.get(SUBSCRIPTIONS + "/" + id)).get("status").asText())
                .isEqualTo("active");
    }

    @Test
    void familyReadsWhatItsAccessReaches() {
        var id = plans.subscribed(clinic, patient, plan);
        var holder = staff.portal(clinic);
        var app = new ApiClient(port);
        var token = app.portalLogin(holder).get("accessToken").asText();
        assertThat(app.with(token).get(SUBSCRIPTIONS + "/" + id).statusCode()).isEqualTo(404);
        payer.in(() ->
                portal.grant(new NewGrant(holder.id(), patient, AccessLevel.FULL, Relation.PARENT, null, null, true)));

        assertThat(app.with(token).get(SUBSCRIPTIONS + "/" + id).statusCode()).isEqualTo(200);
        assertThat(json(app.with(token).get(SUBSCRIPTIONS + "?patient=" + patient)))
                .hasSize(1);
        assertThat(app.with(token)
                        .post(SUBSCRIPTIONS + "/" + id + "/pause", Map.of())
                        .statusCode())
                .isEqualTo(403);
    }

    private Map<String, Object> body(UUID wanted) {
        return Map.of("patientId", patient, "planId", wanted);
    }

    private HttpResponse<String> subscribe(String key, Map<String, ?> body) {
        return writer.postOnce(SUBSCRIPTIONS, key, body);
    }

    private HttpResponse<String> post(String path, Map<String, ?> body) {
        return writer.post(SUBSCRIPTIONS + "/" + path, body);
    }

    private String status(String path, Map<String, ?> body) {
        return json(post(path, body)).get("status").asText();
    }

    private ApiClient key(String scopeName) {
        var owner = staff.of(clinic, Role.RECEPTIONIST);
        return new ApiClient(port)
                .with(scope.call(clinic.id(), () -> keys.create("Accounting", Set.of(scopeName), 30, owner.id()))
                        .secret());
    }
}
