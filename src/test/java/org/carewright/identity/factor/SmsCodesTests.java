package org.carewright.identity.factor;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import org.carewright.identity.Door;
import org.carewright.identity.Role;
import org.carewright.identity.account.PhoneVerification;
import org.carewright.identity.session.ClinicSecurity;
import org.carewright.identity.session.ClinicSecurityService;
import org.carewright.integrations.sandbox.SandboxMessage;
import org.carewright.shared.tenant.ClinicScope;
import org.carewright.test.CarewrightTest;
import org.carewright.test.TestClinics;
import org.carewright.test.TestClinics.TestClinic;
import org.carewright.test.TestMail;
import org.carewright.test.TestPhones;
import org.carewright.test.TestStaff;
import org.carewright.test.TestStaff.Person;
import org.carewright.test.TestTime;
import org.carewright.test.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Codes by text message as a second step, where a clinic allows them (IAM-4). */
@CarewrightTest
class SmsCodesTests {

    private static final String STEP = "/portal/second-factor";
    private static final String SECURITY = "/portal/security";

    @RegisterExtension
    final TestTime time = new TestTime();

    @LocalServerPort
    int port;

    @Autowired
    TestClinics clinics;

    @Autowired
    TestStaff staff;

    @Autowired
    TestMail mail;

    @Autowired
    PhoneVerification phones;

    @Autowired
    ClinicSecurityService settings;

    @Autowired
    SecondFactors factors;

    @Autowired
    ClinicScope scope;

    private TestClinic clinic;
    private Visitor visitor;
    private Person person;
    private String number;

    @BeforeEach
    void setUp() {
        time.moveTo("2027-03-01T15:00:00Z");
        clinic = clinics.open();
        visitor = new Visitor(port);
        person = staff.portal(clinic);
        number = TestPhones.next();
    }

    @Test
    void asksForTheCodeOfATextMessageAtSignIn() {
        choose();

        visitor = new Visitor(port);
        signIn();
        assertThat(location(visitor.get("/portal"))).endsWith(STEP);
        post(STEP + "/sms", Map.of());
        assertThat(location(post(STEP, Map.of("code", newestCode())))).doesNotContain("refused");

        assertThat(visitor.get("/portal").statusCode()).isEqualTo(200);
    }

    @Test
    void takesACodeOnce() {
        choose();
        factorsSend();
        var code = newestCode();

        assertThat(factors.use(person.id(), code)).isPresent();
        assertThat(factors.use(person.id(), code)).isEmpty();
    }

    @Test
    void takesNoCodeAfterTenMinutesAndNoneAfterFiveWrongOnes() {
        choose();
        factorsSend();
        var late = newestCode();
        time.moveTo("2027-03-01T15:10:00Z");
        assertThat(factors.use(person.id(), late)).isEmpty();

        factorsSend();
        var tried = newestCode();
        var wrong = tried.equals("000000") ? "000001" : "000000";
        for (var i = 0; i < 5; i++) {
            assertThat(factors.use(person.id(), wrong)).isEmpty();
        }
        assertThat(factors.use(person.id(), tried)).isEmpty();
    }

    @Test
    void isNotOfferedWhereTheClinicDoesNotAllowIt() {
        confirmPhone();
        visitor.signedIn(Door.PORTAL, person);

        assertThat(visitor.get(SECURITY).body()).doesNotContain(SECURITY + "/sms");
        assertThat(post(SECURITY + "/sms", Map.of()).statusCode()).isEqualTo(404);
        assertThat(factors.of(person.id()).sms()).isFalse();
    }

    @Test
    void isNotOfferedBeforeThePhoneIsConfirmed() {
        allow();
        visitor.signedIn(Door.PORTAL, person);

        assertThat(post(SECURITY + "/sms", Map.of()).statusCode()).isEqualTo(404);
    }

    @Test
    void isNothingForStaff() {
        allow();
        var manager = staff.of(clinic, Role.MANAGER);
        visitor.signedIn(Door.DESK, manager);

        var answer = visitor.postForm("/desk/security/sms", Map.of("_csrf", visitor.csrfToken("/desk/security")));

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(factors.of(manager.id()).sms()).isFalse();
    }

    @Test
    void sendsNoEndlessTextMessages() {
        choose();
        visitor = new Visitor(port);
        signIn();

        for (var i = 0; i < 4; i++) {
            assertThat(post(STEP + "/sms", Map.of()).statusCode()).isEqualTo(302);
        }
        assertThat(post(STEP + "/sms", Map.of()).statusCode()).isEqualTo(429);
    }

    @Test
    void isNoLongerAskedOfWhoGaveItUp() {
        choose();
        post(SECURITY + "/sms/remove", Map.of());

        visitor = new Visitor(port);
        signIn();

        assertThat(visitor.get("/portal").statusCode()).isEqualTo(200);
    }

    private void choose() {
        allow();
        confirmPhone();
        visitor.signedIn(Door.PORTAL, person);
        assertThat(visitor.get(SECURITY).body()).contains(SECURITY + "/sms");
        assertThat(location(post(SECURITY + "/sms", Map.of()))).endsWith(SECURITY + "/added");
        assertThat(factors.of(person.id()).sms()).isTrue();
    }

    private void allow() {
        scope.run(clinic.id(), () -> settings.change(new ClinicSecurity(15, 30, true, ""), "127.0.0.1"));
    }

    private void confirmPhone() {
        scope.run(clinic.id(), () -> phones.sendCode(person.id(), number));
        var code = newest("your code is ");
        scope.run(clinic.id(), () -> phones.confirm(person.id(), code));
    }

    private void factorsSend() {
        visitor = new Visitor(port);
        signIn();
        post(STEP + "/sms", Map.of());
    }

    private String newestCode() {
        return newest("sign-in code is ");
    }

    /** The code after those words; of texts of the same moment the words tell which. */
    private String newest(String words) {
        return mail.to(number).stream()
                .map(SandboxMessage::body)
                .filter(text -> text.contains(words))
                .findFirst()
                .map(text -> text.replaceAll("(?s).*code is (\\d{6}).*", "$1"))
                .orElseThrow();
    }

    private void signIn() {
        visitor.signIn(Door.PORTAL, person.email(), TestStaff.PASSWORD);
    }

    private HttpResponse<String> post(String path, Map<String, String> fields) {
        var all = new HashMap<>(fields);
        all.put("_csrf", visitor.csrfToken(path.startsWith(STEP) ? STEP : SECURITY));
        return visitor.postForm(path, all);
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }
}
