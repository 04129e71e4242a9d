package org.carewright.negative;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.carewright.identity.Door;
import org.carewright.identity.Role;
import org.carewright.patients.access.AccessLevel;
import org.carewright.patients.access.NewGrant;
import org.carewright.patients.access.PatientAccess;
import org.carewright.patients.access.Relation;
import org.carewright.patients.record.PatientRecords;
import org.carewright.patients.record.RecordDraft;
import org.carewright.test.CarewrightTest;
import org.carewright.test.TestClinics;
import org.carewright.test.TestClinics.TestClinic;
import org.carewright.test.TestConsents;
import org.carewright.test.TestOnboarding;
import org.carewright.test.TestOpenings;
import org.carewright.test.TestScheduling;
import org.carewright.test.TestStaff;
import org.carewright.test.TestStaff.Person;
import org.carewright.test.Visitor;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Each form is sent as it is in one clinic, and with every right, owner and state added in another: both clinics have the
 * same rows afterwards, and more than before. What {@code .form} files describe refuses an added key instead.
 */
@CarewrightTest
class FormAssignmentTests {

    private static final int REFUSED = 422;
    private static final Random RANDOM = new Random();

    @LocalServerPort
    int port;

    @Autowired
    TestClinics clinics;

    @Autowired
    TestStaff staff;

    @Autowired
    TestScheduling scheduling;

    @Autowired
    TestConsents consents;

    @Autowired
    TestOnboarding newcomers;

    @Autowired
    TestOpenings openings;

    @Autowired
    PatientRecords records;

    @Autowired
    PatientAccess access;

    @Autowired
    ClinicRows rows;

    private TestClinic bystander;

    /** Where a form stands, what it asks for, and who sends it. */
    private record Form(Visitor visitor, String page, String path, Map<String, String> fields, UUID clinicId) {}

    private interface Prepared {
        Form in(TestClinic clinic);
    }

    private Map<String, Prepared> plain() {
        var forms = new LinkedHashMap<String, Prepared>();
        forms.put("a new record", clinic -> desk(clinic, Role.RECEPTIONIST, "/desk/patients/new", person()));
        forms.put("a changed record", clinic -> {
            var fields = new HashMap<>(person());
            fields.put("version", "0");
            return desk(clinic, Role.RECEPTIONIST, "/desk/patients/" + patient(clinic) + "/edit", fields);
        });
        forms.put("access given at the desk", clinic -> {
            var visitor = new Visitor(port).signedIn(staff.of(clinic, Role.RECEPTIONIST));
            var path = "/desk/patients/" + patient(clinic) + "/access";
            return new Form(visitor, "/desk/patients", path, family(), clinic.id());
        });
        forms.put("an invite by the family", clinic -> portal(clinic, "/family", family()));
        forms.put("a consent signed at the portal", clinic -> {
            var consent = consents.defined(clinic, "Treatment");
            return portal(clinic, "/consents/sign", signature(consent.versionId()));
        });
        forms.put("a consent signed at the desk", clinic -> {
            var visitor = new Visitor(port).signedIn(staff.of(clinic, Role.RECEPTIONIST));
            var version = consents.defined(clinic, "Treatment").versionId();
            var path = "/desk/patients/" + patient(clinic) + "/consents/sign";
            return new Form(visitor, "/desk/patients", path, signature(version), clinic.id());
        });
        forms.put("a consent signed on the way in", clinic -> {
            var version = consents.defined(clinic, "Treatment").versionId();
            return newcomer(clinic, "/consents", signature(version));
        });
        settings(forms);
        operator(forms);
        return forms;
    }

    private void settings(Map<String, Prepared> forms) {
        forms.put(
                "a kind of consent",
                clinic -> desk(clinic, Role.MANAGER, "/desk/settings/consents", Map.of("name", "Photos")));
        forms.put("the words of a consent", clinic -> {
            var consent = consents.defined(clinic, "Treatment").definitionId();
            var words = Map.of("title.en", "Treatment", "body.en", "# Read\nI agree.", "renews", "false");
            return desk(clinic, Role.MANAGER, "/desk/settings/consents/" + consent, words);
        });
        forms.put(
                "how long a sign-in lasts",
                clinic -> desk(
                        clinic,
                        Role.MANAGER,
                        "/desk/settings/security",
                        Map.of("staffIdleMinutes", "10", "portalIdleMinutes", "20")));
        var billing = "/desk/settings/billing";
        forms.put(
                "how the clinic bills",
                clinic -> desk(
                        clinic,
                        Role.MANAGER,
                        billing,
                        Map.of("paymentDays", "30", "numberPrefix", "NYC", "taxNumber", "12-34")));
        forms.put(
                "a tax",
                clinic -> at(
                        desk(clinic, Role.MANAGER, billing, Map.of("name", "GST", "partName", "CGST", "partRate", "9")),
                        "/taxes"));
        forms.put(
                "a coupon",
                clinic -> at(
                        desk(
                                clinic,
                                Role.MANAGER,
                                billing,
                                Map.of("code", "SUMMER", "kind", "percent", "worth", "25", "validFrom", "2020-01-01")),
                        "/coupons"));
        var period = Map.of("count", "1", "unit", "month", "sessions", "4", "trialDays", "0");
        forms.put("a plan", clinic -> {
            var fields = new HashMap<>(period);
            fields.putAll(Map.of("name", "Monthly", "price", "10"));
            return desk(clinic, Role.MANAGER, "/desk/plans/new", fields);
        });
        forms.put(
                "a package that is offered",
                clinic -> desk(
                        clinic,
                        Role.MANAGER,
                        "/desk/package-offers/new",
                        Map.of("name", "Ten", "sessions", "10", "price", "500", "validDays", "365")));
        forms.put(
                "what patients may do with plans",
                clinic -> new Form(
                        new Visitor(port).signedIn(staff.of(clinic, Role.MANAGER)),
                        "/desk/plans",
                        "/desk/plan-rules",
                        Map.of("patientsCancel", "true"),
                        clinic.id()));
    }

    private void operator(Map<String, Prepared> forms) {
        forms.put(
                "a room of a clinic being opened",
                clinic -> operator("/rooms", opening -> Map.of("roomName", "Room 1")));
        forms.put(
                "a practitioner of a clinic being opened",
                clinic -> operator(
                        "/practitioners",
                        opening -> Map.of(
                                "practitionerName",
                                "Ada",
                                "title",
                                "PT",
                                "days",
                                "1",
                                "from",
                                "09:00",
                                "to",
                                "17:00")));
        forms.put(
                "a service of a clinic being opened",
                clinic -> operator("/services", opening -> {
                    openings.addPractitioner(opening);
                    return Map.of(
                            "serviceName",
                            "First visit",
                            "speciality",
                            "pt",
                            "mode",
                            "in_person",
                            "minutes",
                            "45",
                            "price",
                            "90",
                            "practitioners",
                            openings.practitioner(opening).toString());
                }));
    }

    /** Those that a {@code .form} file describes. */
    private Map<String, Prepared> described() {
        var forms = new LinkedHashMap<String, Prepared>();
        forms.put("a registration", clinic -> {
            var fields = form(TestOnboarding.details());
            fields.put("form.email", "");
            fields.put("password", TestOnboarding.PASSWORD);
            var page = "/c/" + clinic.slug() + "/register";
            return new Form(new Visitor(port), page, page, fields, clinic.id());
        });
        forms.put("details at the portal", clinic -> {
            var path = "/portal/onboarding/details";
            var visitor = new Visitor(port).signedIn(Door.PORTAL, staff.portal(clinic));
            return new Form(visitor, path, path, form(TestOnboarding.details()), clinic.id());
        });
        forms.put("insurance", clinic -> newcomer(clinic, "/insurance", form(TestOnboarding.insured())));
        forms.put("a new clinic", clinic -> {
            var visitor = new Visitor(port).signedIn(staff.operator());
            var fields = newClinic();
            return new Form(visitor, "/ops/clinics/new", "/ops/clinics", fields, null);
        });
        return forms;
    }

    @TestFactory
    Stream<DynamicTest> addedFieldsChangeNothing() {
        bystander = clinics.open();
        var before = rows.of(bystander.id());
        return Stream.concat(
                plain().entrySet().stream()
                        .map(form -> DynamicTest.dynamicTest(form.getKey(), () -> addedChangeNothing(form.getValue()))),
                Stream.of(DynamicTest.dynamicTest(
                        "the clinic that was named has nothing of it",
                        () -> assertThat(rows.of(bystander.id())).isEqualTo(before))));
    }

    private void addedChangeNothing(Prepared prepared) {
        var asItIs = prepared.in(clinics.open());
        var withMore = prepared.in(clinics.open());
        var before = rows.of(withMore.clinicId());

        var answer = send(withMore, added(""));

        assertThat(answer.statusCode()).as(answer.body()).isLessThan(400);
        assertThat(send(asItIs, Map.of()).statusCode()).isEqualTo(answer.statusCode());
        assertThat(rows.of(withMore.clinicId()))
                .isEqualTo(rows.of(asItIs.clinicId()))
                .isNotEqualTo(before);
    }

    @TestFactory
    Stream<DynamicTest> addedKeysOfADescribedFormAreRefused() {
        bystander = clinics.open();
        return described().entrySet().stream()
                .map(form -> DynamicTest.dynamicTest(form.getKey(), () -> addedIsRefused(form.getValue())));
    }

    private void addedIsRefused(Prepared prepared) {
        var clinic = clinics.open();
        var form = prepared.in(clinic);
        var before = rows.of(clinic.id());

        added("form.").forEach((name, value) -> {
            if (!form.fields().containsKey(name)) {
                assertThat(send(form, Map.of(name, value)).statusCode())
                        .as(name)
                        .isEqualTo(REFUSED);
            }
        });

        assertThat(rows.of(clinic.id())).isEqualTo(before);
        assertThat(send(form, added("")).statusCode()).isLessThan(400);
    }

    /** Every right, owner and state there is, by the names it may have. */
    private Map<String, String> added(String prefix) {
        var added = new LinkedHashMap<String, String>();
        for (var name : List.of("clinicId", "clinic_id", "clinic.id", "tenantId")) {
            added.put(prefix + name, bystander.id().toString());
        }
        for (var name :
                List.of("id", "patientId", "accountId", "createdBy", "mergedInto", "signedBy", "practitionerId")) {
            added.put(prefix + name, UUID.randomUUID().toString());
        }
        added.put(prefix + "role", "manager");
        added.put(prefix + "roles", "manager");
        added.put(prefix + "door", "desk");
        added.put(prefix + "status", "active");
        added.put(prefix + "state", "live");
        added.put(prefix + "accessLevel", "full");
        added.put(prefix + "version", "99");
        added.put(prefix + "amount", "1");
        added.put(prefix + "priceMinor", "1");
        added.put(prefix + "number", "1");
        added.put(prefix + "uses", "77");
        added.put(prefix + "barcode", "1111111111111111");
        for (var name : List.of("verified", "active", "live", "restricted", "demo", "sealed")) {
            added.put(prefix + name, "true");
        }
        for (var name : List.of("emailVerifiedAt", "createdAt", "signedAt", "liveAt", "endsAt", "withdrawnAt")) {
            added.put(prefix + name, "2001-01-01T00:00:00Z");
        }
        return added;
    }

    private static HttpResponse<String> send(Form form, Map<String, String> added) {
        var fields = new HashMap<>(added);
        fields.putAll(form.fields());
        fields.put("_csrf", form.visitor().csrfToken(form.page()));
        if (!fields.containsKey("password")) {
            return form.visitor().postForm(form.path(), fields);
        }
        // Registering has limits for an address and for a client.
        fields.put("form.email", "new-" + UUID.randomUUID() + "@patient.example");
        var client = "10.1." + RANDOM.nextInt(256) + "." + RANDOM.nextInt(256);
        return form.visitor().postForm(form.path(), fields, Map.of("X-Forwarded-For", client));
    }

    private Form desk(TestClinic clinic, Role role, String path, Map<String, String> fields) {
        return new Form(new Visitor(port).signedIn(staff.of(clinic, role)), path, path, fields, clinic.id());
    }

    private static Form at(Form form, String part) {
        return new Form(form.visitor(), form.page(), form.path() + part, form.fields(), form.clinicId());
    }

    private Form portal(TestClinic clinic, String part, Map<String, String> fields) {
        var person = staff.portal(clinic);
        var patient = patient(clinic);
        scheduling.in(clinic, () -> grant(person, patient));
        var visitor = new Visitor(port).signedIn(Door.PORTAL, person);
        return new Form(visitor, "/portal", "/portal/patients/" + patient + part, fields, clinic.id());
    }

    private UUID grant(Person person, UUID patient) {
        return access.grant(new NewGrant(person.id(), patient, AccessLevel.FULL, Relation.SELF, null, null, true));
    }

    private Form newcomer(TestClinic clinic, String part, Map<String, String> fields) {
        var newcomer = newcomers.atPortal(clinic, TestOnboarding.details());
        newcomers.runDue(newcomer);
        var visitor = new Visitor(port).signedIn(Door.PORTAL, newcomer.person());
        return new Form(visitor, "/portal", "/portal/onboarding" + part, fields, clinic.id());
    }

    private Form operator(String part, Function<TestOpenings.Opening, Map<String, String>> fields) {
        var opening = openings.begin();
        var page = "/ops/clinics/" + opening.clinicId() + "/setup";
        var visitor = new Visitor(port).signedIn(staff.operator());
        return new Form(visitor, page, page + part, fields.apply(opening), opening.clinicId());
    }

    private UUID patient(TestClinic clinic) {
        return scheduling.in(
                clinic, () -> records.create(RecordDraft.of("Ann", "Smith", null, "", "+12125550123", "en")));
    }

    private static Map<String, String> person() {
        return Map.of(
                "givenName",
                "Ann",
                "familyName",
                "Smith",
                "dateOfBirth",
                "1980-05-02",
                "phone",
                "+12125550123",
                "preferredChannel",
                "sms",
                "language",
                "en",
                "substance",
                "Latex",
                "reaction",
                "rash",
                "payer",
                "Acme Health",
                "policyNumber",
                "POL-7");
    }

    private static Map<String, String> family() {
        return Map.of(
                "name", "Carla Smith", "email", "carla@patient.example", "relation", "other", "level", "view_only");
    }

    private static Map<String, String> signature(UUID version) {
        return Map.of("version", version.toString(), "language", "en", "signerName", "Ann Smith", "drawing", "");
    }

    private static Map<String, String> form(Map<String, Object> values) {
        var fields = new HashMap<String, String>();
        values.forEach((key, value) -> fields.put("form." + key, value.toString()));
        return fields;
    }

    private static Map<String, String> newClinic() {
        var slug = "assigned-" + UUID.randomUUID().toString().substring(0, 8);
        var fields = new HashMap<String, String>();
        fields.putAll(Map.of(
                "form.name", "Harbour Physio",
                "form.slug", slug,
                "form.kind", "physiotherapy",
                "form.country", "US",
                "form.timeZone", "America/New_York",
                "form.currency", "USD",
                "form.language", "en",
                "form.accentColour", "#0f6e84"));
        fields.putAll(Map.of(
                "form.email", "hello@" + slug + ".example",
                "form.phone", "+1 212 555 0100",
                "form.address", "1 Pier Road",
                "form.managerName", "Mona Ferrier",
                "form.managerEmail", "boss@" + slug + ".example"));
        return fields;
    }
}
