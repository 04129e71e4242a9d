package org.carewright.onboarding.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BarcodeFormat;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.carewright.documents.PdfText;
import org.carewright.identity.Door;
import org.carewright.identity.Role;
import org.carewright.onboarding.patient.EnrolmentSource;
import org.carewright.onboarding.patient.Enrolments;
import org.carewright.onboarding.patient.OnTheWay;
import org.carewright.test.CarewrightTest;
import org.carewright.test.StatementCounter;
import org.carewright.test.TestClinics;
import org.carewright.test.TestClinics.TestClinic;
import org.carewright.test.TestMail;
import org.carewright.test.TestOnboarding;
import org.carewright.test.TestStaff;
import org.carewright.test.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** The desk's list of new patients on their way, and inviting one (ONB-1, ONB-5). */
@CarewrightTest
class DeskOnboardingTests {

    private static final String PAGE = "/desk/onboarding";

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

    @Autowired
    Enrolments enrolments;

    @Autowired
    StatementCounter statements;

    @Autowired
    JdbcTemplate database;

    private TestClinic clinic;
    private Visitor reception;

    @BeforeEach
    void setUp() {
        clinic = clinics.open();
        reception = new Visitor(port).signedIn(staff.of(clinic, Role.RECEPTIONIST));
    }

    @Test
    void showsWhoIsOnTheirWayAndWhatIsMissing() {
        var newcomer = newcomers.atPortal(clinic, TestOnboarding.details());
        newcomers.giveInsurance(newcomer, TestOnboarding.insured());

        assertThat(reception.get(PAGE).body())
                .contains("Ines Okafor", "Intake form")
                .doesNotContain("bi-shield\"");
    }

    @Test
    void showsNobodyWhoIsThroughNorAnyOfAnotherClinic() {
        var newcomer = newcomers.atPortal(clinic, TestOnboarding.details());
        newcomers.answerIntake(newcomer, TestOnboarding.healthy());
        newcomers.giveInsurance(newcomer, TestOnboarding.insured());
        newcomers.atPortal(clinics.open(), TestOnboarding.details());

        assertThat(reception.get(PAGE).body()).doesNotContain("Okafor");
    }

    @Test
    void listsInAsManyStatementsForManyAsForOne() {
        newcomers.atPortal(clinic, TestOnboarding.details());
        var one = list();
        for (var more = 0; more < 4; more++) {
            var details = TestOnboarding.details();
            details.put("givenName", "Ines" + (char) ('a' + more));
            details.put("dateOfBirth", "198" + more + "-01-01");
            details.put("phone", null);
            newcomers.atPortal(clinic, details);
        }

        assertThat(list()).isEqualTo(one);
    }

    @Test
    void goesOnAfterTheLastOneOfAPage() {
        var first = newcomers.atPortal(clinic, TestOnboarding.details());
        newcomers.atPortal(clinic, TestOnboarding.details());

        var page = newcomers.in(clinic, () -> enrolments.onTheWay(null, 1));
        var next = newcomers.in(clinic, () -> enrolments.onTheWay(page.get(0).id(), 2));

        assertThat(next).extracting(OnTheWay::id).containsExactly(first.onboarding());
    }

    @Test
    void printsThePosterOfOnesOwnClinicInTheLanguageChosen() {
        var poster = reception.getBytes(PAGE + "/poster.pdf?in=ja").body();

        assertThat(PdfText.scan(poster, BarcodeFormat.QR_CODE)).endsWith("/c/" + clinic.slug() + "/register");
        assertThat(PdfText.of(poster)).contains("初めてご来院の方へ");
        assertThat(reception.get(PAGE + "/poster.pdf?in=xx").statusCode()).isEqualTo(404);
    }

    @Test
    void invitesSomebodyWhoThenGivesTheirDetails() {
        var email = "invited-" + UUID.randomUUID() + "@patient.example";
        assertThat(location(post(reception, PAGE + "/invite", PAGE, Map.of("name", "Ines Okafor", "email", email))))
                .endsWith("?invited");
        var link = mail.linkTo(email);
        var guest = new Visitor(port);
        post(guest, link, link, Map.of("name", "Ines Okafor", "password", TestOnboarding.PASSWORD));
        guest.signIn(Door.PORTAL, email, TestOnboarding.PASSWORD);
        assertThat(guest.get("/portal").body()).contains("/portal/onboarding/details");

        var fields = new LinkedHashMap<String, String>();
        TestOnboarding.details().forEach((key, value) -> fields.put("form." + key, value.toString()));
        post(guest, "/portal/onboarding/details", "/portal/onboarding/details", fields);

        assertThat(newcomers.in(clinic, () -> enrolments.onTheWay(null, 9)))
                .singleElement()
                .satisfies(one -> assertThat(one.source()).isEqualTo(EnrolmentSource.INVITE));
    }

    @Test
    void namesWhatIsWrongWithAnInvite() {
        var answer = post(reception, PAGE + "/invite", PAGE, Map.of("name", "", "email", "nowhere"));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("name-error", "email-error");
    }

    @Test
    void showsTheAnswersToManagersAndWritesDownThatTheyWereRead() {
        var newcomer = newcomers.atPortal(clinic, TestOnboarding.details());
        newcomers.answerIntake(newcomer, TestOnboarding.healthy());
        var manager = new Visitor(port).signedIn(staff.of(clinic, Role.MANAGER));
        var patientId = newcomers.enrolment(newcomer).patientId();

        assertThat(manager.get("/desk/patients/" + patientId + "/timeline").body())
                .contains("Intake form answered", PAGE + "/" + newcomer.onboarding() + "/intake");
        assertThat(manager.get(PAGE + "/" + newcomer.onboarding() + "/intake").body())
                .contains("Broken arm in 1999", "Birch pollen, Sneezing");
        assertThat(newcomers.in(
                        clinic,
                        () -> database.queryForObject(
                                "select count(*) from audit.event where action = 'patient.read'"
                                        + " and resource_type = 'intake' and patient_id = ?",
                                Long.class,
                                patientId)))
                .isOne();
    }

    @Test
    void closesTheAnswersToPractitionersWhoDoNotTreatThePatient() {
        var newcomer = newcomers.atPortal(clinic, TestOnboarding.details());
        newcomers.answerIntake(newcomer, TestOnboarding.healthy());
        var practitioner = new Visitor(port).signedIn(staff.of(clinic, Role.PRACTITIONER));
        var page = PAGE + "/" + newcomer.onboarding() + "/intake";

        assertThat(location(practitioner.get(page))).contains("/desk/emergency-access/");
        assertThat(reception.get(page).statusCode()).isEqualTo(403);
    }

    private int list() {
        return newcomers.in(clinic, () -> statements.during(() -> enrolments.onTheWay(null, 50)));
    }

    private static HttpResponse<String> post(Visitor visitor, String path, String page, Map<String, String> fields) {
        var all = new HashMap<>(fields);
        all.put("_csrf", visitor.csrfToken(page));
        return visitor.postForm(path, all);
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }
}
