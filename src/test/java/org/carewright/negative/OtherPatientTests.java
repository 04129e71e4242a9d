package org.carewright.negative;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.carewright.identity.Door;
import org.carewright.identity.matrix.AccessRule;
import org.carewright.identity.matrix.RoleMatrix;
import org.carewright.patients.access.AccessLevel;
import org.carewright.patients.access.NewGrant;
import org.carewright.patients.access.PatientAccess;
import org.carewright.patients.access.Relation;
import org.carewright.shared.tenant.ClinicScope;
import org.carewright.test.ApiClient;
import org.carewright.test.CarewrightTest;
import org.carewright.test.TestClinics;
import org.carewright.test.TestClinics.TestClinic;
import org.carewright.test.TestConsents;
import org.carewright.test.TestObjects;
import org.carewright.test.TestObjects.Made;
import org.carewright.test.TestScheduling;
import org.carewright.test.TestStaff;
import org.carewright.test.TestStaff.Person;
import org.carewright.test.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Another patient of the same clinic (IAM-1): every address of the portal that names somebody's object by an id is walked
 * by an account without access, with access that was taken away, and with each level. Too little opens and changes
 * nothing; the twin is the level that is enough. A new address fails here until {@link #LEAST} says what it needs.
 */
@CarewrightTest
class OtherPatientTests {

    private static final int NOT_FOUND = 404;
    private static final int FORBIDDEN = 403;

    /** The least level; a parent's, who also decides who else has access. */
    private static final Map<String, AccessLevel> LEAST = Map.ofEntries(
            entry("GET /portal/patients/{patientId}", AccessLevel.VIEW_ONLY),
            entry("GET /portal/patients/{patientId}/record", AccessLevel.VIEW_ONLY),
            entry("GET /portal/patients/{patientId}/card.pdf", AccessLevel.VIEW_ONLY),
            entry("GET /portal/patients/{patientId}/consents", AccessLevel.VIEW_ONLY),
            entry("GET /portal/consents/{consentId}/consent.pdf", AccessLevel.VIEW_ONLY),
            entry("GET /portal/patients/{patientId}/consents/sign", AccessLevel.FULL),
            entry("POST /portal/patients/{patientId}/consents/sign", AccessLevel.FULL),
            entry("POST /portal/consents/{consentId}/withdraw", AccessLevel.FULL),
            entry("GET /portal/appointments/{id}/cancel", AccessLevel.FULL),
            entry("POST /portal/appointments/{id}/cancel", AccessLevel.FULL),
            entry("GET /portal/patients/{patientId}/family", AccessLevel.FULL),
            entry("POST /portal/patients/{patientId}/family", AccessLevel.FULL),
            entry("POST /portal/family/invites/{id}/withdraw", AccessLevel.FULL),
            entry("POST /portal/family/{id}/revoke", AccessLevel.FULL),
            entry("POST /portal/family/{id}/agree", AccessLevel.FULL),
            entry("GET /portal/patients/{patientId}/billing", AccessLevel.FULL),
            entry("GET /portal/patients/{patientId}/statement.pdf", AccessLevel.FULL),
            entry("GET /portal/invoices/{invoiceId}", AccessLevel.FULL),
            entry("GET /portal/invoices/{invoiceId}/pdf", AccessLevel.FULL),
            entry("POST /portal/invoices/{invoiceId}/pay", AccessLevel.FULL),
            entry("GET /portal/payments/{paymentId}", AccessLevel.FULL),
            entry("GET /portal/payments/{paymentId}/page", AccessLevel.FULL),
            entry("GET /portal/payments/{paymentId}/receipt.pdf", AccessLevel.FULL),
            entry("POST /portal/upi-payments/{paymentId}/says-paid", AccessLevel.FULL),
            entry("GET /portal/credit-notes/{creditNoteId}/pdf", AccessLevel.FULL),
            entry("GET /portal/subscriptions/{subscriptionId}", AccessLevel.FULL),
            entry("POST /portal/subscriptions/{subscriptionId}", AccessLevel.FULL),
            entry("POST /portal/patients/{patientId}/cards", AccessLevel.FULL),
            entry("GET /portal/card-set-ups/{setUpId}", AccessLevel.FULL),
            entry("GET /portal/card-set-ups/{setUpId}/page", AccessLevel.FULL),
            entry("POST /portal/cards/{cardId}", AccessLevel.FULL),
            entry("GET /api/v1/subscriptions/{id}", AccessLevel.FULL),
            entry("GET /api/v1/invoices/{id}/download", AccessLevel.FULL),
            entry("GET /api/v1/payments/invoice/{id}", AccessLevel.FULL));

    /** Only the patient agrees; everybody else, however far their access reaches, finds nothing there. */
    private static final String AGREE = "POST /portal/family/{id}/agree";

    /** What an address could change of a patient without touching the object it names. */
    private static final List<String> OF_PATIENT = List.of(
            "patients.portal_access where patient_id",
            "patients.family_invite where patient_id",
            "documents.consent_signature where patient_id",
            "billing.payment where patient_id",
            "billing.upi_claim c join billing.payment p using (clinic_id) where p.id = c.payment_id and p.patient_id",
            "billing.card_set_up where patient_id",
            "billing.saved_card where patient_id",
            "scheduling.appointment where status like '%cancel%' and patient_id");

    @LocalServerPort
    int port;

    @Autowired
    RoleMatrix matrix;

    @Autowired
    TestObjects objects;

    @Autowired
    TestClinics clinics;

    @Autowired
    TestStaff staff;

    @Autowired
    TestScheduling scheduling;

    @Autowired
    TestConsents consents;

    @Autowired
    PatientAccess access;

    @Autowired
    ClinicScope scope;

    @Autowired
    JdbcTemplate database;

    private final List<String> wrong = new ArrayList<>();
    private TestClinic clinic;
    private UUID words;

    @BeforeEach
    void openClinic() {
        clinic = clinics.open();
        words = consents.defined(clinic, "Treatment").versionId();
    }

    @Test
    void whoHasNoAccessFindsNothingOnAnyVerb() {
        var caller = caller();
        for (var rule : lines()) {
            refuses(rule, caller, object(rule), NOT_FOUND, "no access");
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void whoseAccessWasTakenAwayFindsNothingOnAnyVerb() {
        var caller = caller();
        for (var rule : lines()) {
            var object = object(rule);
            var grant = grant(caller, object, AccessLevel.FULL);
            scope.run(clinic.id(), () -> access.revoke(object.patient(), grant));
            refuses(rule, caller, object, NOT_FOUND, "access taken away");
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void aLevelThatIsTooLowChangesNothingAndOneThatIsEnoughDoes() {
        for (var level : AccessLevel.values()) {
            var caller = caller();
            for (var rule : lines()) {
                var object = object(rule);
                grant(caller, object, level);
                if (!level.includes(LEAST.get(key(rule)))) {
                    refuses(rule, caller, object, FORBIDDEN, level.code());
                } else if (key(rule).equals(AGREE)) {
                    refuses(rule, caller, object, NOT_FOUND, "a parent");
                } else {
                    allows(rule, caller, object, level);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    /** Ids in the query are ids too. */
    @Test
    void anotherPatientInTheQueryIsNotFound() {
        var caller = caller();
        var own = object("/portal/appointments/{id}/cancel");
        var other = object("/portal/appointments/{id}/cancel");
        grant(caller, own, AccessLevel.VIEW_ONLY);

        assertThat(caller.browser()
                        .get("/portal/appointments?patient=" + other.patient())
                        .statusCode())
                .isEqualTo(NOT_FOUND);
        assertThat(caller.browser()
                        .get("/portal/appointments?patient=" + own.patient())
                        .body())
                .contains(own.patient().toString())
                .doesNotContain(other.patient().toString());
        assertThat(caller.browser().get("/portal/appointments").body())
                .doesNotContain(other.patient().toString(), other.made().id());
    }

    private record Caller(Person person, Visitor browser, ApiClient app, String csrf) {}

    private record Whose(Made made, UUID patient) {}

    private Caller caller() {
        var person = staff.portal(clinic);
        var browser = new Visitor(port).signedIn(Door.PORTAL, person);
        var app = new ApiClient(port);
        var token = app.portalLogin(person).get("accessToken").asText();
        return new Caller(person, browser, app.with(token), browser.csrfToken("/portal"));
    }

    private List<AccessRule> lines() {
        var lines = matrix.rules().stream()
                .filter(rule -> rule.kind().isMapped() && !rule.isPublic())
                .filter(rule -> rule.reaches().containsKey(RoleMatrix.PORTAL))
                .filter(rule -> rule.path().getPatternString().contains("{"))
                // Of an account, not of a patient: ForeignIdTests.
                .filter(rule -> !rule.path().getPatternString().contains("{passkeyId}"))
                .toList();
        assertThat(lines).extracting(OtherPatientTests::key).containsExactlyInAnyOrderElementsOf(LEAST.keySet());
        return lines;
    }

    private static String key(AccessRule rule) {
        return rule.method() + " " + rule.path().getPatternString();
    }

    private Whose object(AccessRule rule) {
        return object(rule.path().getPatternString());
    }

    /** An object of a patient of the clinic, whose account is somebody else's. */
    private Whose object(String pattern) {
        var owner = staff.portal(clinic);
        var made = objects.make(pattern, clinic, owner).orElseThrow(() -> new AssertionError("Can't make " + pattern));
        return new Whose(
                made,
                scheduling.in(
                        clinic,
                        () -> database.queryForObject(
                                "select patient_id from patients.portal_access where account_id = ?",
                                UUID.class,
                                owner.id())));
    }

    private UUID grant(Caller caller, Whose object, AccessLevel level) {
        return scope.call(
                clinic.id(),
                () -> access.grant(new NewGrant(
                        caller.person().id(), object.patient(), level, Relation.PARENT, null, null, true)));
    }

    private void refuses(AccessRule rule, Caller caller, Whose object, int expected, String how) {
        var before = state(object);
        var answer = send(rule, caller, object).statusCode();
        if (answer != expected) {
            wrong.add(key(rule) + " answers " + answer + " in place of " + expected + " to: " + how);
        }
        if (!state(object).equals(before)) {
            wrong.add(key(rule) + " changed something for: " + how);
        }
    }

    private void allows(AccessRule rule, Caller caller, Whose object, AccessLevel level) {
        var before = state(object);
        var answer = send(rule, caller, object).statusCode();
        var writes = rule.method().equals("POST");
        if (writes ? answer != 302 : answer != 200 && answer != 302) {
            wrong.add(key(rule) + " answers " + answer + " to " + level);
        }
        if (writes == state(object).equals(before)) {
            wrong.add(key(rule) + (writes ? " changed nothing" : " changed something") + " for " + level);
        }
    }

    private String state(Whose object) {
        var counts = OF_PATIENT.stream()
                .map(table -> scheduling.in(
                        clinic,
                        () -> database.queryForObject(
                                "select count(*)::text from " + table + " = ?", String.class, object.patient())));
        return Stream.concat(Stream.of(object.made().row().get()), counts)
                .toList()
                .toString();
    }

    /** What is done at an address that does several things. */
    private static String deed(AccessRule rule) {
        return rule.path().getPatternString().contains("{cardId}") ? "default" : "pause";
    }

    private HttpResponse<String> send(AccessRule rule, Caller caller, Whose object) {
        var path = rule.path()
                .getPatternString()
                .replaceAll("\\{[^}]+}", object.made().id());
        if (path.startsWith("/api/")) {
            return caller.app().get(path);
        }
        return rule.method().equals("GET")
                ? caller.browser().get(path)
                : caller.browser().postForm(path, fields(rule, caller));
    }

    /** What is asked for at any of them, all in order: only access can be what is missing. */
    private Map<String, String> fields(AccessRule rule, Caller caller) {
        var fields = new HashMap<>(Map.of(
                "_csrf", caller.csrf(),
                "name", "Ravi Verma",
                "email", "ravi-" + UUID.randomUUID() + "@family.example",
                "relation", "partner",
                "level", "view_only",
                "version", words.toString(),
                "language", "en",
                "signerName", "Asha Verma",
                "reason", "On holiday"));
        fields.put("do", deed(rule));
        return fields;
    }
}
