package org.carewright.onboarding.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.carewright.identity.Door;
import org.carewright.test.CarewrightTest;
import org.carewright.test.TestClinics;
import org.carewright.test.TestClinics.TestClinic;
import org.carewright.test.TestMail;
import org.carewright.test.TestOnboarding;
import org.carewright.test.TestPhones;
import org.carewright.test.TestStaff;
import org.carewright.test.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Registration and checklist from the outside (ONB-1, ONB-3). */
@CarewrightTest
class OnboardingPagesTests {

    private static final String CHECKLIST = "/portal/onboarding";

    @LocalServerPort
    int port;

    @Autowired
    TestClinics clinics;

    @Autowired
    TestStaff staff;

    @Autowired
    TestMail mail;

    @Autowired
    TestOnboarding newcomers;

    private TestClinic clinic;
    private Visitor visitor;

    @BeforeEach
    void setUp() {
        clinic = clinics.open();
        visitor = new Visitor(port);
    }

    @Test
    void answersTheSameWhetherAnAddressHasAnAccountOrNot() {
        var known = staff.portal(clinic).email();
        var unknown = "new-" + UUID.randomUUID() + "@patient.example";

        var first = register(known, TestOnboarding.PASSWORD);
        var second = register(unknown, TestOnboarding.PASSWORD);

        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(plain(first)).isEqualTo(plain(second));
    }

    @Test
    void saysAllThatIsWrongAtOnceAndNeverShowsThePassword() {
        var answer = post(register(), Map.of("form.givenName", "Ines", "form.email", "nowhere", "password", "short"));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("f-familyName-error", "f-dateOfBirth-error", "f-email-error", "password-error", "Ines")
                .doesNotContain("\"short\"");
    }

    @Test
    void whoFillsInTheHiddenFieldLearnsNothingAndBeginsNothing() {
        var email = "bot-" + UUID.randomUUID() + "@patient.example";
        var fields = fields(email, TestOnboarding.PASSWORD);
        fields.put("website", "https://spam.example");

        assertThat(post(register(), fields).statusCode()).isEqualTo(200);
        assertThat(mail.to(email)).isEmpty();
    }

    @Test
    void anUnknownClinicHasNoPage() {
        assertThat(visitor.get("/c/nowhere-at-all/register").statusCode()).isEqualTo(404);
    }

    @Test
    void asksWhoHasNoOnboardingForTheirDetails() {
        visitor.signedIn(Door.PORTAL, staff.portal(clinic));
        assertThat(location(visitor.get(CHECKLIST))).endsWith("/portal/onboarding/details");
        assertThat(visitor.get("/portal/onboarding/details").body()).doesNotContain("f-email");

        var fields = fields(null, null);
        assertThat(location(post("/portal/onboarding/details", fields))).endsWith(CHECKLIST);
        assertThat(visitor.get(CHECKLIST).body()).contains("/portal/onboarding/intake", "/portal/onboarding/insurance");
        assertThat(visitor.get("/portal").body()).contains(CHECKLIST);
    }

    @Test
    void asksForTheMobileNumberToBeConfirmedUntilItIs() {
        var link = "<a class=\"cw-choice\" href=\"/portal/phone\"";
        var newcomer = newcomers.atPortal(clinic, TestOnboarding.details());
        visitor.signedIn(Door.PORTAL, newcomer.person());
        assertThat(visitor.get(CHECKLIST).body()).contains(link);

        var number = TestPhones.next();
        post("/portal/phone", Map.of("phone", number));
        var code = mail.to(number).get(0).body().replaceAll(".*code is (\\d{6}).*", "$1");
        post("/portal/phone/code", Map.of("code", code));

        assertThat(visitor.get(CHECKLIST).body()).doesNotContain(link);
    }

    @Test
    void takesNoAddressButTheAccountsOwn() {
        visitor.signedIn(Door.PORTAL, staff.portal(clinic));
        var fields = fields("someone-else@patient.example", null);

        var answer = post("/portal/onboarding/details", fields);

        assertThat(answer.statusCode()).as("an unknown key is refused").isEqualTo(422);
    }

    @Test
    void namesWhatIsWrongInIntakeAndInsurance() {
        var newcomer = newcomers.atPortal(clinic, TestOnboarding.details());
        visitor.signedIn(Door.PORTAL, newcomer.person());

        assertThat(post("/portal/onboarding/intake", Map.of()).statusCode()).isEqualTo(422);
        var insurance = post("/portal/onboarding/insurance", Map.of("form.insured", "yes"));
        assertThat(insurance.statusCode()).isEqualTo(422);
        assertThat(insurance.body()).contains("f-payer-error", "f-policyNumber-error");
    }

    @Test
    void takesNoEmptySignatureAndNoFileThatIsNoDrawing() {
        var version = newcomers.askConsent(clinic).toString();
        var newcomer = newcomers.atPortal(clinic, TestOnboarding.details());
        visitor.signedIn(Door.PORTAL, newcomer.person());
        var consents = "/portal/onboarding/consents";

        assertThat(post(consents, signature(version, "", "")).statusCode()).isEqualTo(422);
        assertThat(post(consents, signature(version, "Ines", "data:image/png;base64,AAAA"))
                        .statusCode())
                .isEqualTo(422);
        assertThat(post(consents, signature(version, "Ines", "data:text/html;base64,AAAA"))
                        .statusCode())
                .isEqualTo(422);
        assertThat(newcomers.enrolment(newcomer).consentsAt()).isNull();

        assertThat(location(post(consents, signature(version, "Ines Okafor", ""))))
                .endsWith(consents);
        assertThat(newcomers.enrolment(newcomer).consentsAt()).isNotNull();
        assertThat(location(visitor.get(consents))).endsWith(CHECKLIST);
    }

    @Test
    void signsNoConsentOfAnotherClinic() {
        newcomers.askConsent(clinic);
        var foreign = newcomers.askConsent(clinics.open()).toString();
        visitor.signedIn(
                Door.PORTAL,
                newcomers.atPortal(clinic, TestOnboarding.details()).person());

        assertThat(post("/portal/onboarding/consents", signature(foreign, "Ines", ""))
                        .statusCode())
                .isEqualTo(404);
        assertThat(post(
                                "/portal/onboarding/consents",
                                signature(UUID.randomUUID().toString(), "Ines", ""))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void endsWithTheAccessToTheRecord() {
        var newcomer = newcomers.atPortal(clinic, TestOnboarding.details());
        visitor.signedIn(Door.PORTAL, newcomer.person());
        assertThat(visitor.get(CHECKLIST).statusCode()).isEqualTo(200);

        newcomers.revoke(newcomer);

        assertThat(visitor.get(CHECKLIST).statusCode()).isEqualTo(404);
        assertThat(post("/portal/onboarding/insurance", Map.of("form.insured", "no"))
                        .statusCode())
                .isEqualTo(404);
    }

    private static Map<String, String> signature(String version, String name, String drawing) {
        return Map.of("version", version, "language", "en", "signerName", name, "drawing", drawing);
    }

    @Test
    void reachesOnlyOnesOwnOnboarding() {
        newcomers.atPortal(clinic, TestOnboarding.details());
        visitor.signedIn(Door.PORTAL, staff.portal(clinic));

        assertThat(post("/portal/onboarding/insurance", Map.of("form.insured", "no"))
                        .statusCode())
                .isEqualTo(404);
        assertThat(visitor.get("/portal/onboarding/intake").statusCode()).isEqualTo(404);
    }

    @Test
    void escapesWhatPeopleTyped() {
        var fields = fields("x", "short");
        fields.put("form.givenName", "<script>alert(1)</script>");

        assertThat(post(register(), fields).body())
                .doesNotContain("<script>alert")
                .contains("&lt;script&gt;alert");
    }

    private String register() {
        return "/c/" + clinic.slug() + "/register";
    }

    private HttpResponse<String> register(String email, String password) {
        return post(register(), fields(email, password));
    }

    private static Map<String, String> fields(String email, String password) {
        var fields = new LinkedHashMap<String, String>();
        TestOnboarding.details().forEach((key, value) -> fields.put("form." + key, value.toString()));
        if (email != null) {
            fields.put("form.email", email);
        }
        if (password != null) {
            fields.put("password", password);
        }
        return fields;
    }

    private HttpResponse<String> post(String path, Map<String, String> fields) {
        var all = new HashMap<>(fields);
        all.put("_csrf", visitor.csrfToken(path.startsWith("/c/") ? path : "/portal"));
        return visitor.postForm(path, all);
    }

    private static String plain(HttpResponse<String> answer) {
        return answer.body().replaceAll("(nonce|content|value)=\"[^\"]*\"", "");
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }
}
