package org.carewright.patients.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.carewright.patients.PreferredChannel;
import org.carewright.patients.access.AccessLevel;
import org.carewright.patients.access.NewGrant;
import org.carewright.patients.access.PatientAccess;
import org.carewright.patients.access.Relation;
import org.carewright.patients.record.Allergy;
import org.carewright.patients.record.EmergencyContact;
import org.carewright.patients.record.Insurance;
import org.carewright.patients.record.Medication;
import org.carewright.patients.record.PatientRecords;
import org.carewright.patients.record.RecordDraft;
import org.carewright.shared.tenant.ClinicScope;
import org.carewright.test.Accessibility;
import org.carewright.test.CarewrightTest;
import org.carewright.test.StaffBrowser;
import org.carewright.test.TestMail;
import org.carewright.test.TestScheduling;
import org.carewright.test.TestStaff;
import org.carewright.test.TestStaff.Person;
import org.carewright.test.TestVisits;
import org.carewright.test.TestVisits.Practice;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** What patients and their families see and do at the portal, in a real browser (IAM-1). */
@CarewrightTest
class PortalBrowserTests {

    private static final int PHONE = 390;
    private static final int DESK = 1280;

    @LocalServerPort
    int port;

    @Autowired
    TestVisits visits;

    @Autowired
    TestScheduling scheduling;

    @Autowired
    TestStaff staff;

    @Autowired
    TestMail mail;

    @Autowired
    PatientRecords records;

    @Autowired
    PatientAccess access;

    @Autowired
    ClinicScope scope;

    @Autowired
    JdbcTemplate database;

    private Practice practice;
    private UUID patient;
    private StaffBrowser browser;

    @BeforeEach
    void aPatientWithAnAppointment() {
        practice = visits.open();
        patient = record("Asha", LocalDate.of(1980, 5, 2));
        appointment(patient, 20);
        appointment(patient, -30);
        browser = StaffBrowser.on(port, PHONE);
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    void aFamilyMemberSeesWhatTheLevelAllowsAndLosesItOnRevocation() {
        var cousin = staff.portal(practice.clinic());
        var first = grant(cousin, patient, AccessLevel.VIEW_ONLY, Relation.OTHER);
        var page = browser.signIn(cousin, "/portal");
        assertThat(page.locator("main")).containsText("Next appointment");
        assertThat(page.locator("main")).not().containsText("Family access");
        browser.open(page, record());
        assertThat(page.locator("main")).containsText("Asha Verma");
        assertThat(page.locator("main")).not().containsText("asha@patient.example");
        assertThat(page.locator("main")).not().containsText("Penicillin");
        browser.open(page, "/portal/appointments");
        assertThat(page.locator(".portal-visit")).hasCount(2);
        assertThat(page.locator("main a[href$='/cancel']")).hasCount(0);

        var second = replace(cousin, first, AccessLevel.MESSAGING);
        browser.open(page, record());
        assertThat(page.locator("main")).containsText("asha@patient.example");
        assertThat(page.locator("main")).not().containsText("Penicillin");

        var last = replace(cousin, second, AccessLevel.FULL);
        browser.open(page, record());
        assertThat(page.locator("main")).containsText("Penicillin");
        browser.open(page, "/portal/patients/" + patient + "/family");
        assertThat(page.locator("main")).not().containsText("Invite someone");

        scope.run(practice.clinic().id(), () -> access.revoke(patient, last));
        for (var path : List.of(record(), "/portal/patients/" + patient, "/portal/appointments?patient=" + patient)) {
            assertThat(page.request().get("http://localhost:" + port + path).status())
                    .as(path)
                    .isEqualTo(404);
        }
        browser.open(page, "/portal");
        assertThat(page.locator("main")).containsText("No record is linked");
        assertThat(page.locator("main")).not().containsText("Asha Verma");
    }

    @Test
    void aPatientInvitesSomeoneAndTakesTheAccessAway() {
        var asha = own();
        var email = "ravi." + UUID.randomUUID() + "@family.example";
        var page = browser.signIn(asha, "/portal");
        page.getByText("Family access").click();
        page.waitForURL("**/family");
        page.click("main form button.btn-primary");
        assertThat(page.locator(".cw-error-text")).hasCount(4);
        Accessibility.check(page);
        page.fill("#name", "Ravi Verma");
        page.fill("#email", email);
        page.selectOption("#relation", "partner");
        page.check("input[value=view_only]");
        page.click("main form button.btn-primary");
        assertThat(page.locator(".cw-notice")).containsText("on its way");
        assertThat(page.locator("main")).containsText(email);

        try (var elsewhere = StaffBrowser.on(port)) {
            var partner = elsewhere.session().newPage();
            elsewhere.open(partner, mail.linkTo(email));
            partner.fill("input[name=name]", "Ravi Verma");
            partner.fill("input[name=password]", TestStaff.PASSWORD);
            partner.click("main button[type=submit]");
            partner.waitForURL("**/portal/sign-in?invited");
            partner.fill("input[name=email]", email);
            partner.fill("input[name=password]", TestStaff.PASSWORD);
            partner.click("main button[type=submit]");
            partner.waitForURL("**/portal");
            assertThat(partner.locator("main")).containsText("Next appointment");

            page.reload();
            assertThat(page.locator("main")).containsText("Partner · View only");
            page.locator("form[action$='/revoke'] button").click();
            assertThat(page.locator(".cw-notice")).containsText("has ended");
            partner.reload();
            assertThat(partner.locator("main")).containsText("No record is linked");
        }
    }

    @Test
    void someoneWithSeveralPeopleSwitchesBetweenThem() {
        var asha = own();
        var child = record("Mira", LocalDate.now().minusYears(8));
        grant(asha, child, AccessLevel.FULL, Relation.PARENT);
        appointment(child, 22);
        var page = browser.signIn(asha, "/portal");
        assertThat(page.locator(".cw-choice-title")).hasText(new String[] {"Asha Verma", "Mira Verma"});
        page.getByText("Mira Verma").click();
        page.waitForURL("**/portal/patients/*");
        assertThat(page.locator(".portal-people a[aria-current]")).containsText("Mira Verma");
        browser.open(page, "/portal/appointments");
        assertThat(page.locator(".portal-visit")).hasCount(3);
        page.locator(".portal-people").getByText("Mira Verma").click();
        page.waitForURL("**patient=*");
        assertThat(page.locator(".portal-visit")).hasCount(1);
    }

    @Test
    void withFullAccessAnAppointmentIsCancelledAtThePortal() {
        var booking = visits.book(practice, practice.visit(), inDays(21));
        patient = scheduling.in(
                practice.clinic(),
                () -> database.queryForObject(
                        "select patient_id from scheduling.appointment where id = ?",
                        UUID.class,
                        booking.appointmentId()));
        var page = browser.signIn(own(), "/portal/appointments");
        page.locator("main a[href$='/cancel']").click();
        page.waitForURL("**/cancel");
        Accessibility.check(page);
        page.fill("#reason", "On holiday");
        page.click("main button.btn-danger");
        page.waitForURL("**/portal/appointments?patient=*");
        assertThat(page.locator(".cw-notice")).containsText("cancelled");
        assertThat(page.locator("main a[href$='/cancel']")).hasCount(0);
        assertThat(page.locator(".portal-visit").first()).containsText("Cancelled");
    }

    @Test
    void thePortalsPagesCanBeUsedByEveryone() {
        var asha = own();
        grant(asha, record("Mira", LocalDate.now().minusYears(8)), AccessLevel.VIEW_ONLY, Relation.PARENT);
        for (var width : new int[] {PHONE, DESK}) {
            try (var window = StaffBrowser.on(port, width)) {
                var page = window.signIn(asha, "/portal");
                // Colours are looked at where they have come to rest.
                page.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));
                for (var path : List.of(
                        "/portal",
                        "/portal/patients/" + patient,
                        record(),
                        "/portal/appointments",
                        "/portal/patients/" + patient + "/family",
                        "/portal/security",
                        "/portal/password",
                        "/portal/phone",
                        "/portal/appointments?lang=hi")) {
                    window.open(page, path);
                    check(page);
                    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
                    Accessibility.check(page);
                    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
                }
                assertThat(window.complaints()).isEmpty();
            }
        }
    }

    private static void check(Page page) {
        Accessibility.check(page);
        assertThat((int) page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .as(page.url())
                .isZero();
    }

    private String record() {
        return "/portal/patients/" + patient + "/record";
    }

    private Person own() {
        var account = staff.portal(practice.clinic());
        grant(account, patient, AccessLevel.FULL, Relation.SELF);
        return account;
    }

    private UUID record(String givenName, LocalDate born) {
        var draft = new RecordDraft(
                givenName,
                "Verma",
                born,
                givenName.toLowerCase() + "@patient.example",
                "+12125550123",
                PreferredChannel.EMAIL,
                "en",
                "5 Elm Street",
                new EmergencyContact("Ravi Verma", "brother", "+12125550124"),
                "Asthma as a child",
                List.of(new Allergy("Penicillin", "rash")),
                List.of(new Medication("Salbutamol", "when needed")),
                new Insurance("Acme Health", "POL-7", null, null),
                null);
        return scope.call(practice.clinic().id(), () -> records.create(draft));
    }

    private void appointment(UUID whose, int daysFromNow) {
        scheduling.appointment(
                practice.clinic(), whose, practice.visit(), practice.practitioner(), inDays(daysFromNow));
    }

    private static Instant inDays(int days) {
        return Instant.now()
                .truncatedTo(ChronoUnit.DAYS)
                .plus(days, ChronoUnit.DAYS)
                .plus(16, ChronoUnit.HOURS);
    }

    private UUID grant(Person account, UUID whose, AccessLevel level, Relation relation) {
        return scope.call(
                practice.clinic().id(),
                () -> access.grant(new NewGrant(account.id(), whose, level, relation, null, null, true)));
    }

    private UUID replace(Person account, UUID before, AccessLevel level) {
        scope.run(practice.clinic().id(), () -> access.revoke(patient, before));
        return grant(account, patient, level, Relation.OTHER);
    }
}
