package org.carewright.identity.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.carewright.identity.AccountEvent;
import org.carewright.identity.Door;
import org.carewright.identity.Role;
import org.carewright.shared.forms.InvalidFormException;
import org.carewright.shared.tenant.ClinicScope;
import org.carewright.test.CarewrightTest;
import org.carewright.test.TestClinics;
import org.carewright.test.TestClinics.TestClinic;
import org.carewright.test.TestMail;
import org.carewright.test.TestPhones;
import org.carewright.test.TestStaff;
import org.carewright.test.TestStaff.Person;
import org.carewright.test.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/** Accounts from the outside: registration, links, passwords, invites, phones (IAM-2, IAM-7). */
@CarewrightTest
@RecordApplicationEvents
class AccountPagesTests {

    private static final String PASSWORD = "violet otter nine lanterns";
    private static final String OTHER_PASSWORD = "seven quiet harbours glow";

    @LocalServerPort
    int port;

    @Autowired
    TestClinics clinics;

    @Autowired
    TestStaff staff;

    @Autowired
    TestMail mail;

    @Autowired
    Invites invites;

    @Autowired
    Passwords passwords;

    @Autowired
    PhoneVerification phones;

    @Autowired
    ClinicScope scope;

    @Autowired
    JdbcTemplate database;

    @Autowired
    ApplicationEvents events;

    private TestClinic clinic;
    private String email;
    private Visitor visitor;

    @BeforeEach
    void setUp() {
        clinic = clinics.open();
        email = "new-" + UUID.randomUUID() + "@patient.example";
        visitor = new Visitor(port);
    }

    @Test
    void opensAnAccountThatWorksOnceItsAddressIsConfirmed() {
        assertThat(register(email, PASSWORD).statusCode()).isEqualTo(200);
        assertThat(location(visitor.signIn(Door.PORTAL, email, PASSWORD))).endsWith("?refused");

        var link = mail.linkTo(email);
        assertThat(visitor.get(link).statusCode()).isEqualTo(200);
        assertThat(location(visitor.signIn(Door.PORTAL, email, PASSWORD))).endsWith("?refused");
        assertThat(location(post(link, Map.of()))).endsWith("/portal/sign-in?verified");

        assertThat(location(visitor.signIn(Door.PORTAL, email, PASSWORD))).endsWith("/portal");
        assertThat(visitor.get(link).statusCode()).as("used").isEqualTo(410);
    }

    @Test
    void thePublicPageLeadsToAnAccountOfThatClinic() {
        assertThat(visitor.get("/c/" + clinic.slug() + "/book").body())
                .contains("/portal/register?clinic=" + clinic.slug(), "/portal/sign-in");
    }

    @Test
    void answersTheSameWhetherAnAddressHasAnAccountOrNot() {
        var known = staff.portal(clinic);

        var first = register(known.email(), PASSWORD);
        var second = register(email, PASSWORD);

        assertThat(plain(first)).isEqualTo(plain(second));
        assertThat(mail.to(known.email()).get(0).subject()).isEqualTo("You already have an account");
        assertThat(location(visitor.signIn(Door.PORTAL, known.email(), PASSWORD)))
                .endsWith("?refused");
        assertThat(plain(forgot(Door.PORTAL, known.email()))).isEqualTo(plain(forgot(Door.PORTAL, "nobody-" + email)));
        assertThat(mail.to("nobody-" + email)).isEmpty();
        assertThat(plain(resend(known.email()))).isEqualTo(plain(resend("nobody-" + email)));
    }

    @Test
    void doesTheWorkOfATicketAlsoForAnAddressWithoutAccount() {
        passwords.forgot(Door.PORTAL, "nobody-" + email);

        assertThat(events.stream(AccountMessageRequested.class)).hasSize(1);
    }

    @Test
    void namesTheFieldsThatAreWrong() {
        var answer = post(
                "/portal/register?clinic=" + clinic.slug(),
                Map.of("name", "", "email", "nowhere", "password", "short"));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("name-error", "email-error", "password-error")
                .doesNotContain("short\"");
    }

    @Test
    void setsANewPasswordByLinkAndEndsAllSessions() {
        var person = staff.of(clinic, Role.RECEPTIONIST);
        var elsewhere = new Visitor(port).signedIn(person);
        forgot(Door.DESK, person.email());
        var link = mail.linkTo(person.email());

        assertThat(post(link, Map.of("password", "short")).statusCode()).isEqualTo(422);
        assertThat(location(post(link, Map.of("password", PASSWORD)))).endsWith("/desk/sign-in?reset");

        assertThat(elsewhere.get("/desk").statusCode()).isNotEqualTo(200);
        assertThat(location(visitor.signIn(person.email(), TestStaff.PASSWORD))).endsWith("?refused");
        assertThat(location(visitor.signIn(person.email(), PASSWORD))).endsWith("/desk");
        assertThat(post(link, Map.of("password", OTHER_PASSWORD)).statusCode())
                .as("used")
                .isEqualTo(410);
        assertThat(mail.to(person.email()).get(0).subject()).isEqualTo("Your password was changed");
    }

    @Test
    void refusesALinkOfAnotherDoorPurposeOrMaking() {
        var person = staff.of(clinic, Role.RECEPTIONIST);
        forgot(Door.DESK, person.email());
        var token = mail.linkTo(person.email()).substring("/desk/reset/".length());
        var changed = token.substring(0, token.length() - 1) + (token.endsWith("A") ? "B" : "A");

        assertThat(visitor.get("/desk/reset/" + token).statusCode()).isEqualTo(200);
        assertThat(visitor.get("/portal/reset/" + token).statusCode()).isEqualTo(410);
        assertThat(visitor.get("/desk/invite/" + token).statusCode()).isEqualTo(410);
        assertThat(visitor.get("/desk/reset/" + changed).statusCode()).isEqualTo(410);
        assertThat(visitor.get("/desk/reset/x").statusCode()).isEqualTo(410);
    }

    @Test
    void letsOnlyTheNewestLinkWork() {
        var person = staff.portal(clinic);
        forgot(Door.PORTAL, person.email());
        var first = mail.linkTo(person.email());
        forgot(Door.PORTAL, person.email());
        var second = mail.linkTo(person.email());

        assertThat(visitor.get(first).statusCode()).isEqualTo(410);
        assertThat(visitor.get(second).statusCode()).isEqualTo(200);
    }

    @Test
    void makesLinksFromTheConfiguredAddressWhateverTheRequestSays() {
        var person = staff.portal(clinic);
        visitor.postForm(
                "/portal/forgot",
                Map.of("email", person.email(), "_csrf", visitor.csrfToken("/portal/forgot")),
                Map.of("X-Forwarded-Host", "evil.example", "Forwarded", "host=evil.example"));

        assertThat(mail.to(person.email()).get(0).body()).doesNotContain("evil.example");
    }

    @Test
    void keepsNothingThatOpensAnAccountInEngineOrDatabase() {
        var person = staff.portal(clinic);
        forgot(Door.PORTAL, person.email());
        var token = mail.linkTo(person.email()).substring("/portal/reset/".length());

        var variables = database.queryForList("select coalesce(text_, '') from engine.act_hi_varinst", String.class);
        assertThat(variables).noneMatch(text -> text.contains(token.substring(22)));
        assertThat(variables).noneMatch(text -> text.contains(person.email()));
    }

    @Test
    void changesOnesOwnPasswordOnlyWithTheCurrentOne() {
        visitor.signedIn(Door.PORTAL, staff.portal(clinic));

        assertThat(post("/portal/password", Map.of("current", "wrong", "password", PASSWORD))
                        .statusCode())
                .isEqualTo(422);
        assertThat(location(post("/portal/password", Map.of("current", TestStaff.PASSWORD, "password", PASSWORD))))
                .endsWith("/portal/sign-in?reset");
        assertThat(location(visitor.get("/portal"))).endsWith("/portal/sign-in");
    }

    @Test
    void invitesStaffForTheAddressTheInviteWentTo() {
        visitor.signedIn(staff.of(clinic, Role.MANAGER));
        post("/desk/staff/invite", Map.of("name", "Ida Berg", "email", email, "roles", "billing"), "/desk/staff");
        var link = mail.linkTo(email);
        var guest = new Visitor(port);

        var accepted = guest.postForm(
                link,
                Map.of(
                        "name", "Ida Berg",
                        "email", "other@elsewhere.example",
                        "roles", "manager",
                        "password", PASSWORD,
                        "_csrf", guest.csrfToken(link)));

        assertThat(location(accepted)).endsWith("/desk/sign-in?invited");
        assertThat(location(guest.signIn("other@elsewhere.example", PASSWORD))).endsWith("?refused");
        assertThat(location(guest.signIn(email, PASSWORD))).endsWith("/desk");
        assertThat(guest.get("/desk/staff").statusCode()).as("billing only").isEqualTo(403);
        assertThat(guest.get(link).statusCode()).as("used").isEqualTo(410);
    }

    @Test
    void tellsThePatientOfAFamilyInviteWhenItIsAccepted() {
        var patientId = UUID.randomUUID();
        scope.call(clinic.id(), () -> invites.inviteFamily(email, "Aunt May", patientId, "view_only", null));

        var link = mail.linkTo(email);
        assertThat(visitor.get(link).body()).contains(email);
        invites.accept(Door.PORTAL, link.substring("/portal/invite/".length()), "May", PASSWORD);

        assertThat(events.stream(AccountEvent.InviteAccepted.class))
                .singleElement()
                .satisfies(accepted -> {
                    assertThat(accepted.patientId()).isEqualTo(patientId);
                    assertThat(accepted.accessLevel()).isEqualTo("view_only");
                });
        assertThat(location(visitor.signIn(Door.PORTAL, email, PASSWORD))).endsWith("/portal");
    }

    @Test
    void letsAnAccountAcceptAFamilyInviteWithItsOwnPasswordOnly() {
        var known = staff.portal(clinic);
        scope.call(
                clinic.id(), () -> invites.inviteFamily(known.email(), "Known", UUID.randomUUID(), "view_only", null));
        var link = mail.linkTo(known.email());

        assertThat(post(link, Map.of("name", "Known", "password", PASSWORD)).statusCode())
                .isEqualTo(422);
        assertThat(location(post(link, Map.of("name", "Known", "password", TestStaff.PASSWORD))))
                .endsWith("?invited");
    }

    @Test
    void verifiesAPhoneByItsCode() {
        var person = staff.portal(clinic);
        visitor.signedIn(Door.PORTAL, person);
        var number = TestPhones.next();

        post("/portal/phone", Map.of("phone", number));
        var text = mail.to(number).get(0).body();
        var code = text.replaceAll(".*code is (\\d{6}).*", "$1");
        post("/portal/phone/code", Map.of("code", code), "/portal/phone");

        assertThat(visitor.get("/portal/phone").body()).contains(number + " is confirmed");
    }

    @Test
    void takesNoMoreThanFiveGuessesAtACode() {
        var person = staff.portal(clinic);
        var number = TestPhones.next();
        in(() -> phones.sendCode(person.id(), number));
        var code = mail.to(number).get(0).body().replaceAll(".*code is (\\d{6}).*", "$1");
        for (var guess = 0; guess < PhoneVerification.ATTEMPTS; guess++) {
            refused(person, "x" + guess);
        }

        refused(person, code);
        assertThat(scope.call(clinic.id(), () -> phones.of(person.id())).verified())
                .isFalse();
    }

    private void refused(Person person, String code) {
        assertThatExceptionOfType(InvalidFormException.class)
                .isThrownBy(() -> in(() -> phones.confirm(person.id(), code)));
    }

    private void in(Runnable work) {
        scope.run(clinic.id(), work);
    }

    private HttpResponse<String> register(String address, String password) {
        return post(
                "/portal/register?clinic=" + clinic.slug(),
                Map.of("name", "Nora Quist", "email", address, "password", password));
    }

    private HttpResponse<String> forgot(Door door, String address) {
        return post(door.path() + "/forgot", Map.of("email", address));
    }

    private HttpResponse<String> resend(String address) {
        return post("/portal/verify", Map.of("email", address));
    }

    private HttpResponse<String> post(String path, Map<String, String> fields) {
        return post(path, fields, path);
    }

    private HttpResponse<String> post(String path, Map<String, String> fields, String page) {
        var all = new HashMap<>(fields);
        all.put("_csrf", visitor.csrfToken(page));
        return visitor.postForm(path, all);
    }

    /** The answer without what is random in each: tokens and nonces. */
    private static String plain(HttpResponse<String> answer) {
        return answer.statusCode()
                + answer.body().replaceAll("nonce=\"[^\"]*\"|content=\"[^\"]*\"|value=\"[^\"]*\"", "");
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }
}
