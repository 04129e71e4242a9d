package org.carewright.billing.app.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.carewright.test.ApiClient.json;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.carewright.audit.AuditEvent;
import org.carewright.audit.AuditFilter;
import org.carewright.audit.AuditLog;
import org.carewright.audit.AuditTrail;
import org.carewright.audit.access.RecordAccess;
import org.carewright.billing.process.InvoiceRuns;
import org.carewright.identity.Door;
import org.carewright.identity.Role;
import org.carewright.identity.StaffPrincipal;
import org.carewright.identity.key.ApiKeys;
import org.carewright.patients.access.AccessLevel;
import org.carewright.shared.tenant.ClinicScope;
import org.carewright.test.ApiClient;
import org.carewright.test.CarewrightTest;
import org.carewright.test.Simultaneously;
import org.carewright.test.TestClinics;
import org.carewright.test.TestClinics.TestClinic;
import org.carewright.test.TestMoney;
import org.carewright.test.TestPortal;
import org.carewright.test.TestScheduling;
import org.carewright.test.TestStaff;
import org.carewright.test.TestStaff.Person;
import org.carewright.test.TestTime;
import org.carewright.test.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Money through the API (PLT-5): who sees and asks for what, once, and that it is recorded. */
@CarewrightTest
class BillingApiTests {

    private static final String INVOICES = "/api/v1/invoices";
    private static final String INVOICE = "/api/v1/payments/invoice/";
    private static final String REFUNDS = "/api/v1/refunds";

    @RegisterExtension
    final TestTime time = new TestTime();

    @LocalServerPort
    int port;

    @Autowired
    TestClinics clinics;

    @Autowired
    TestScheduling scheduling;

    @Autowired
    TestStaff staff;

    @Autowired
    TestMoney money;

    @Autowired
    ApiKeys keys;

    @Autowired
    TestPortal portal;

    @Autowired
    RecordAccess records;

    @Autowired
    InvoiceRuns runs;

    @Autowired
    AuditTrail trail;

    @Autowired
    ClinicScope scope;

    private TestClinic clinic;
    private UUID patient;
    private ApiClient reader;
    private ApiClient writer;

    @BeforeEach
    void openClinic() {
        clinic = clinics.open();
        patient = scheduling.patient(clinic);
        reader = key("billing:read");
        writer = key("billing:write");
    }

    @Test
    void tellsAnInvoiceWithItsPayments() {
        var id = money.issued(clinic, patient, 10_000);
        money.cash(clinic, id, 4_000);

        var answer = json(reader.get(INVOICE + id));

        assertThat(answer.at("/invoice/status").asText()).isEqualTo("sent");
        assertThat(answer.at("/invoice/number").asText()).startsWith("INV-");
        assertThat(answer.at("/invoice/totalMinor").asLong()).isEqualTo(10_000);
        assertThat(answer.at("/invoice/outstandingMinor").asLong()).isEqualTo(6_000);
        assertThat(answer.at("/invoice/lines/0/description").asText()).isEqualTo("Visit");
        assertThat(answer.at("/payments/0/method").asText()).isEqualTo("cash");
        assertThat(answer.at("/payments/0/receipt").asText()).startsWith("REC-");
    }

    @Test
    void listsNewestFirstPageByPageByPatientAndStatus() {
        var first = money.issued(clinic, patient, 1_000);
        time.tick();
        var second = money.issued(clinic, patient, 2_000);
        time.tick();
        var draft = money.draft(clinic, patient, 3_000);
        time.tick();
        var others = money.issued(clinic, scheduling.patient(clinic), 4_000);

        var page = json(reader.get(INVOICES + "?limit=3"));
        var next = json(
                reader.get(INVOICES + "?limit=3&cursor=" + page.get("cursor").asText()));

        assertThat(page.get("items").findValuesAsText("id"))
                .containsExactly(others.toString(), draft.toString(), second.toString());
        assertThat(next.get("items").findValuesAsText("id")).containsExactly(first.toString());
        assertThat(next.get("cursor").isNull()).isTrue();
        assertThat(json(reader.get(INVOICES + "?patient=" + patient + "&status=draft"))
                        .get("items")
                        .findValuesAsText("id"))
                .containsExactly(draft.toString());
        assertThat(reader.get(INVOICES + "?status=lost").statusCode()).isEqualTo(422);
        assertThat(reader.get(INVOICES + "?limit=101").statusCode()).isEqualTo(422);
    }

    @Test
    void downloadsThePaper() {
        var id = money.issued(clinic, patient, 10_000);

        var answer = reader.get(INVOICES + "/" + id + "/download");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("content-type")).contains("application/pdf");
        assertThat(answer.headers().firstValue("content-disposition")).contains("attachment; filename=\"invoice.pdf\"");
        assertThat(answer.body()).startsWith("%PDF-");
    }

    @Test
    void readingAndWritingAreScopesOfTheirOwn() {
        var id = money.issued(clinic, patient, 10_000);

        assertThat(writer.get(INVOICE + id).statusCode()).isEqualTo(403);
        assertThat(key("patients:read").get(INVOICE + id).statusCode()).isEqualTo(403);
        assertThat(reader.postOnce(INVOICES, "k", draft(patient)).statusCode()).isEqualTo(403);
        assertThat(app(Role.PRACTITIONER).get(INVOICE + id).statusCode()).isEqualTo(403);
        assertThat(app(Role.BILLING).get(INVOICE + id).statusCode()).isEqualTo(200);
    }

    @Test
    void keepsADraftOnceHoweverOftenItIsSent() {
        var key = UUID.randomUUID().toString();

        var first = writer.postOnce(INVOICES, key, draft(patient));
        var again = writer.postOnce(INVOICES, key, draft(patient));

        assertThat(first.statusCode()).as(first.body()).isEqualTo(201);
        assertThat(json(first).get("status").asText()).isEqualTo("draft");
        assertThat(json(first).get("totalMinor").asLong()).isEqualTo(5_000);
        assertThat(json(again).get("id")).isEqualTo(json(first).get("id"));
        assertThat(scheduling.count(clinic, "billing.invoice")).isEqualTo(1);
    }

    @Test
    void aKeyWithAnotherRequestIsRefused() {
        writer.postOnce(INVOICES, "same", draft(patient));
        var other = new LinkedHashMap<String, Object>(draft(patient));
        other.put("note", "Other");

        var answer = writer.postOnce(INVOICES, "same", other);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(json(answer).get("code").asText()).isEqualTo("idempotency_key_reused");
        assertThat(key("billing:write").postOnce(INVOICES, "same", other).statusCode())
                .as("keys of others don't matter")
                .isEqualTo(201);
        assertThat(writer.post(INVOICES, draft(patient)).statusCode())
                .as("without a key")
                .isBetween(400, 422);
    }

    @Test
    void oneRequestSentManyTimesAtOnceMakesOneDraft() throws Exception {
        var ids = new ConcurrentLinkedQueue<String>();

        Simultaneously.run(
                8,
                IllegalStateException.class,
                () -> ids.add(json(writer.postOnce(INVOICES, "many", draft(patient)))
                        .get("id")
                        .asText()));

        assertThat(Set.copyOf(ids)).hasSize(1);
        assertThat(scheduling.count(clinic, "billing.invoice")).isEqualTo(1);
    }

    @Test
    void aDraftTakesNothingButWhatItAsksFor() {
        var added = Map.of(
                "id", UUID.randomUUID(),
                "number", "INV-1",
                "status", "paid",
                "clinicId", clinics.open().id(),
                "totalMinor", 1,
                "source", "plan",
                "dueOn", "2099-01-01");

        added.forEach((name, value) -> {
            var body = new LinkedHashMap<String, Object>(draft(patient));
            body.put(name, value);
            var answer = writer.postOnce(INVOICES, name, body);
            assertThat(answer.statusCode()).as(name).isEqualTo(422);
            assertThat(json(answer).get("code").asText()).as(name).isEqualTo("unknown_member");
        });
    }

    @Test
    void aDraftNamesWhatIsWrong() {
        assertThat(refused(Map.of("currency", "XXX"))).contains("currency");
        assertThat(refused(Map.of("lines", List.of()))).contains("lines");
        assertThat(refused(Map.of("lines", List.of(Map.of("description", " ", "unitMinor", -1)))))
                .contains("lines[0].description", "lines[0].unitMinor");
        assertThat(refused(Map.of("periodStart", "2026-02-01"))).contains("period");
        assertThat(refused(Map.of("coupon", "NONE"))).contains("coupon");
    }

    @Test
    void aForeignPatientOrServiceIsUnknown() {
        var foreign = clinics.open();
        var service = scheduling.service(foreign, Map.of());
        var theirs = new LinkedHashMap<String, Object>(draft(patient));
        theirs.put("lines", List.of(Map.of("serviceId", service, "description", "Visit", "unitMinor", 1)));

        assertThat(writer.postOnce(INVOICES, "a", draft(scheduling.patient(foreign)))
                        .statusCode())
                .isEqualTo(404);
        assertThat(writer.postOnce(INVOICES, "b", theirs).statusCode()).isEqualTo(404);
        var invoice = money.issued(foreign, scheduling.patient(foreign), 1_000);
        assertThat(reader.get(INVOICE + invoice).statusCode()).isEqualTo(404);
        assertThat(ids(reader.get(INVOICES))).isEmpty();
        assertThat(ids(reader.get(INVOICES + "?cursor=" + invoice))).isEmpty();
    }

    @Test
    void aPortalTokenSeesWhatWasIssuedToItsPatientsAndNothingElse() {
        var owner = portal.self(clinic, patient);
        var own = money.issued(clinic, patient, 1_000);
        var draft = money.draft(clinic, patient, 2_000);
        var others = money.issued(clinic, scheduling.patient(clinic), 3_000);
        var app = portalApp(owner);

        assertThat(ids(app.get(INVOICES))).containsExactly(own.toString());
        assertThat(app.get(INVOICE + own).statusCode()).isEqualTo(200);
        assertThat(app.get(INVOICES + "/" + own + "/download").statusCode()).isEqualTo(200);
        assertThat(app.get(INVOICE + draft).statusCode()).isEqualTo(404);
        assertThat(app.get(INVOICE + others).statusCode()).isEqualTo(404);
        assertThat(app.get(INVOICES + "/" + others + "/download").statusCode()).isEqualTo(404);
        assertThat(ids(portalApp(staff.portal(clinic)).get(INVOICES))).isEmpty();
        assertThat(ids(portalApp(viewer()).get(INVOICES)))
                .as("who may see the record only")
                .isEmpty();
        assertThat(app.postOnce(INVOICES, "k", draft(patient)).statusCode()).isEqualTo(403);
    }

    @Test
    void readsAreRecordedAndARestrictedRecordIsClosedToKeys() {
        var id = money.issued(clinic, patient, 10_000);
        assertThat(reader.get(INVOICE + id).statusCode()).isEqualTo(200);
        var officer = new StaffPrincipal(UUID.randomUUID(), clinic.id(), "Robin Vale", Set.of(Role.PRIVACY_OFFICER), 0);
        scope.run(clinic.id(), () -> records.restrict(officer, patient, true, "Asked for by the patient"));

        var answer = reader.get(INVOICE + id);

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(json(answer).get("code").asText()).isEqualTo("record_closed");
        assertThat(reader.get(INVOICES + "?patient=" + patient).statusCode()).isEqualTo(403);
        assertThat(writer.postOnce(INVOICES, "k", draft(patient)).statusCode()).isEqualTo(403);
        assertThat(scheduling.count(clinic, "billing.invoice")).isEqualTo(1);
        assertThat(log("patient.read"))
                .extracting(AuditEvent::outcome)
                .containsExactly(AuditLog.REFUSED, AuditLog.REFUSED, AuditLog.REFUSED, AuditLog.SUCCESS);
    }

    @Test
    void sendingHandsADraftToItsProcessAndMailsAnIssuedOneOnceADay() {
        var draft = money.draft(clinic, patient, 10_000);
        var issued = money.issued(clinic, patient, 10_000);

        assertThat(json(writer.postOnce(INVOICE + draft + "/send", null, Map.of()))
                        .get("mail")
                        .asText())
                .isEqualTo("begun");
        scheduling.in(clinic, () -> {
            assertThat(runs.instanceOf(draft)).isNotNull();
            return null;
        });
        for (var time = 0; time < 2; time++) {
            var answer = writer.postOnce(INVOICE + issued + "/send", null, Map.of());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            assertThat(json(answer).get("mail").asText()).isIn("sent", "skipped");
        }
        assertThat(scheduling.count(clinic, "messaging.message")).isEqualTo(1);
    }

    @Test
    void aRefundIsAskedForOnceAndNeverAboveWhatWasPaid() {
        var invoice = money.issued(clinic, patient, 10_000);
        var payment = money.cash(clinic, invoice, 4_000).id();
        var body = Map.of("paymentId", payment, "amountMinor", 3_000, "reason", "goodwill");

        var first = writer.postOnce(REFUNDS, "one", body);
        var again = writer.postOnce(REFUNDS, "one", body);
        var above = writer.postOnce(REFUNDS, "two", body);

        assertThat(first.statusCode()).as(first.body()).isEqualTo(201);
        assertThat(json(again).get("id")).isEqualTo(json(first).get("id"));
        assertThat(above.statusCode()).isEqualTo(409);
        assertThat(json(above).get("code").asText()).isEqualTo("refund_above_payment");
        assertThat(scheduling.count(clinic, "billing.refund")).isEqualTo(1);
        var id = json(first).get("id").asText();
        assertThat(json(reader.get(REFUNDS + "/" + id)).get("amountMinor").asLong())
                .isEqualTo(3_000);
    }

    @Test
    void aRefundNamesWhatIsWrong() {
        var invoice = money.issued(clinic, patient, 10_000);
        var payment = money.cash(clinic, invoice, 4_000).id();
        var wrong = new ArrayList<HttpResponse<String>>();
        wrong.add(writer.postOnce(REFUNDS, "a", Map.of("paymentId", payment, "amountMinor", 0, "reason", "goodwill")));
        wrong.add(writer.postOnce(REFUNDS, "b", Map.of("paymentId", payment, "amountMinor", 1, "reason", "because")));

        assertThat(wrong).extracting(HttpResponse::statusCode).containsOnly(422);
        assertThat(wrong.get(0).body()).contains("amountMinor");
        assertThat(wrong.get(1).body()).contains("reason");
        assertThat(writer.postOnce(
                                REFUNDS,
                                "c",
                                Map.of("paymentId", UUID.randomUUID(), "amountMinor", 1, "reason", "goodwill"))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void papersAtDeskAndPortalAreReadsOfTheRecord() {
        var owner = portal.self(clinic, patient);
        var invoice = money.issued(clinic, patient, 10_000);
        var payment = money.cash(clinic, invoice, 4_000).id();
        var desk = new Visitor(port).signedIn(staff.of(clinic, Role.RECEPTIONIST));
        var own = new Visitor(port).signedIn(Door.PORTAL, owner);
        var stranger = new Visitor(port).signedIn(Door.PORTAL, staff.portal(clinic));

        for (var path : List.of(
                "invoices/" + invoice + "/pdf",
                "payments/" + payment + "/receipt.pdf",
                "patients/" + patient + "/statement.pdf?from=2026-01-01&to=2026-12-31")) {
            var before = log("patient.read").size();
            assertThat(desk.get("/desk/" + path).statusCode()).as(path).isEqualTo(200);
            assertThat(own.get("/portal/" + path).statusCode()).as(path).isEqualTo(200);
            assertThat(log("patient.read")).as(path).hasSize(before + 2);
            assertThat(stranger.get("/portal/" + path).statusCode()).as(path).isEqualTo(404);
        }
        assertThat(desk.get("/desk/patients/" + patient + "/statement.pdf?from=2026-02-01&to=2026-01-01")
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void aDraftIsNoPaperAtThePortal() {
        var owner = portal.self(clinic, patient);
        var draft = money.draft(clinic, patient, 10_000);

        assertThat(new Visitor(port)
                        .signedIn(Door.PORTAL, owner)
                        .get("/portal/invoices/" + draft + "/pdf")
                        .statusCode())
                .isEqualTo(404);
    }

    private Person viewer() {
        return portal.other(clinic, patient, AccessLevel.VIEW_ONLY);
    }

    private String refused(Map<String, ?> changed) {
        var body = new LinkedHashMap<String, Object>(draft(patient));
        body.putAll(changed);
        var answer = writer.postOnce(INVOICES, UUID.randomUUID().toString(), body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
        return json(answer).get("errors").findValuesAsText("field").toString();
    }

    private static Map<String, Object> draft(UUID patient) {
        return Map.of(
                "patientId",
                patient,
                "currency",
                "USD",
                "lines",
                List.of(Map.of("description", "Report", "quantity", 2, "unitMinor", 2_500)));
    }

    private static List<String> ids(HttpResponse<String> answer) {
        return json(answer).get("items").findValuesAsText("id");
    }

    private ApiClient key(String scopeName) {
        var owner = staff.of(clinic, Role.RECEPTIONIST);
        return new ApiClient(port)
                .with(scope.call(clinic.id(), () -> keys.create("Accounting", Set.of(scopeName), 30, owner.id()))
                        .secret());
    }

    private ApiClient app(Role role) {
        return new ApiClient(port).signedIn(staff.of(clinic, role));
    }

    private ApiClient portalApp(Person person) {
        var app = new ApiClient(port);
        return app.with(app.portalLogin(person).get("accessToken").asText());
    }

    private List<AuditEvent> log(String action) {
        var filter = new AuditFilter(null, null, null, null, action, null, false);
        return scope.call(clinic.id(), () -> trail.page(filter, null, 100));
    }
}
