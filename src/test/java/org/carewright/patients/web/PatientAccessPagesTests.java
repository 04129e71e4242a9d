package org.carewright.patients.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.carewright.identity.Role;
import org.carewright.patients.access.AccessByStaff;
import org.carewright.patients.access.AccessLevel;
import org.carewright.patients.access.NewGrant;
import org.carewright.patients.access.PatientAccess;
import org.carewright.patients.access.Relation;
import org.carewright.patients.record.PatientRecords;
import org.carewright.patients.record.RecordDraft;
import org.carewright.shared.problem.ProblemException;
import org.carewright.test.CarewrightTest;
import org.carewright.test.StatementCounter;
import org.carewright.test.TestClinics;
import org.carewright.test.TestClinics.TestClinic;
import org.carewright.test.TestMail;
import org.carewright.test.TestScheduling;
import org.carewright.test.TestStaff;
import org.carewright.test.TestStaff.Person;
import org.carewright.test.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** Who opens a record at the portal, as the desk sees and decides it (IAM-1). */
@CarewrightTest
class PatientAccessPagesTests {

    @LocalServerPort
    int port;

    @Autowired
    TestClinics clinics;

    @Autowired
    TestScheduling scheduling;

    @Autowired
    TestStaff staff;

    @Autowired
    PatientRecords records;

    @Autowired
    PatientAccess access;

    @Autowired
    AccessByStaff byStaff;

    @Autowired
    TestMail mail;

    @Autowired
    StatementCounter statements;

    @Autowired
    JdbcTemplate database;

    @Autowired
    Clock clock;

    private TestClinic clinic;
    private UUID patient;
    private Person holder;
    private String page;

    @BeforeEach
    void open() {
        clinic = clinics.open();
        patient = patient(LocalDate.of(1980, 5, 2));
        holder = staff.portal(clinic);
        page = "/desk/patients/" + patient + "/access";
    }

    @Test
    void givesAccessToWhoeverSignsInWithTheAddress() {
        var visitor = visitor(Role.RECEPTIONIST);

        var answer = give(visitor, form("partner", "messaging", "true"));

        assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith(page);
        assertThat(require(AccessLevel.MESSAGING)).isEqualTo(AccessLevel.MESSAGING);
        assertThat(visitor.get(page).body())
                .contains("Access has been given", holder.email(), "Partner", "Messaging", "Has access");
        assertThat(audited("portal-access.granted")).isEqualTo(1);
    }

    @Test
    void seeingWhoHasAccessIsARead() {
        visitor(Role.RECEPTIONIST).get(page);

        assertThat(audited("patient.read")).isEqualTo(1);
    }

    @Test
    void namesEachWrongField() {
        var form = form("", "everything", null);
        form.put("name", "");
        form.put("email", "nobody");
        form.put("endsOn", "2020-01-01");

        var answer = give(visitor(Role.RECEPTIONIST), form);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("choose one of the options", "value=\"nobody\"");
        form.put("level", "full");
        assertThat(give(visitor(Role.RECEPTIONIST), form).body())
                .contains("name-error", "email-error", "relation-error", "endsOn-error");
        assertThat(grants()).isZero();
    }

    @Test
    void lastsFromItsFirstDayToTheEndOfItsLast() {
        var today = LocalDate.now(clock.withZone(ZoneOffset.UTC));
        var form = form("self", "full", null);
        form.put("startsOn", today.plusDays(10).toString());
        form.put("endsOn", today.plusDays(20).toString());
        var visitor = visitor(Role.RECEPTIONIST);

        give(visitor, form);

        assertThat(visitor.get(page).body()).contains("Not yet");
        var grant = scheduling.in(clinic, () -> access.of(patient)).get(0);
        assertThat(java.time.Duration.between(grant.startsAt(), grant.endsAt()).toDays())
                .isBetween(10L, 11L);
        refused();
    }

    @Test
    void restsUntilThePatientOfAgeAgrees() {
        var visitor = visitor(Role.RECEPTIONIST);
        give(visitor, form("child", "view_only", null));
        assertThat(visitor.get(page).body()).contains("On hold");
        refused();

        post(visitor, "/desk/portal-access/" + grant() + "/agree");

        assertThat(require(AccessLevel.VIEW_ONLY)).isEqualTo(AccessLevel.VIEW_ONLY);
        assertThat(visitor.get(page).body()).contains("patient agreed").doesNotContain("On hold");
    }

    @Test
    void isTakenAwayAtOnceAndStaysOnTheList() {
        var visitor = visitor(Role.RECEPTIONIST);
        give(visitor, form("self", "full", null));
        require(AccessLevel.FULL);

        post(visitor, "/desk/portal-access/" + grant() + "/revoke");

        refused();
        assertThat(visitor.get(page).body()).contains("One access that has ended", "Taken away");
        assertThat(visitor.get("/desk/patients/" + patient + "/timeline").body())
                .contains("Portal access given: The patient (Full access)", "Portal access taken away");
    }

    @Test
    void whoHasAccessGetsNoSecondOne() {
        var visitor = visitor(Role.RECEPTIONIST);
        give(visitor, form("self", "full", null));

        assertThat(give(visitor, form("other", "view_only", null)).statusCode()).isEqualTo(422);
        assertThat(grants()).isEqualTo(1);
    }

    @Test
    void accessThatHasExpiredMakesWay() {
        var visitor = visitor(Role.RECEPTIONIST);
        give(visitor, form("self", "view_only", null));
        scheduling.in(
                clinic,
                () -> database.update("update patients.portal_access set starts_at = starts_at - interval '2 days',"
                        + " ends_at = starts_at - interval '1 day'"));

        give(visitor, form("self", "full", null));

        assertThat(require(AccessLevel.FULL)).isEqualTo(AccessLevel.FULL);
    }

    @Test
    void invitesWhoHasNoAccountAndOpensOnceTheyAccept() {
        var visitor = visitor(Role.RECEPTIONIST);
        var email = UUID.randomUUID() + "@patient.example";
        var form = form("partner", "messaging", "true");
        form.put("email", email);

        give(visitor, form);

        assertThat(visitor.get(page).body()).contains("invite is on its way", email, "can accept until");
        assertThat(grants()).isZero();
        assertThat(audited("portal-access.invited")).isEqualTo(1);
        accept(mail.linkTo(email));
        var grant = scheduling.in(clinic, () -> access.of(patient)).get(0);
        assertThat(grant.relation()).isEqualTo(Relation.PARTNER);
        assertThat(grant.level()).isEqualTo(AccessLevel.MESSAGING);
        assertThat(grant.agreedAt()).isNotNull();
        assertThat(visitor.get(page).body()).contains("Has access").doesNotContain("can accept until");
    }

    @Test
    void anInviteKeepsItsDays() {
        var email = UUID.randomUUID() + "@patient.example";
        var form = form("other", "view_only", "true");
        form.put("email", email);
        var last = LocalDate.now(clock.withZone(ZoneOffset.UTC)).plusDays(40);
        form.put("endsOn", last.toString());
        give(visitor(Role.RECEPTIONIST), form);

        accept(mail.linkTo(email));

        var grant = scheduling.in(clinic, () -> access.of(patient)).get(0);
        assertThat(grant.endsAt().atZone(ZoneId.of("America/New_York")).toLocalDate())
                .isEqualTo(last.plusDays(1));
    }

    @Test
    void aNewerInviteReplacesTheEarlierAndOneTakenBackOpensNothing() {
        var visitor = visitor(Role.RECEPTIONIST);
        var email = UUID.randomUUID() + "@patient.example";
        var form = form("self", "full", null);
        form.put("email", email);
        give(visitor, form);
        var first = mail.linkTo(email);
        give(visitor, form);
        assertThat(new Visitor(port).get(first).statusCode()).isEqualTo(410);
        var invite = scheduling.in(clinic, () -> byStaff.invites(patient));
        assertThat(invite).hasSize(1);

        post(visitor, "/desk/portal-invites/" + invite.get(0).id() + "/withdraw");

        assertThat(new Visitor(port).get(mail.linkTo(email)).statusCode()).isEqualTo(410);
        assertThat(visitor.get(page).body()).doesNotContain("can accept until");
        assertThat(audited("portal-access.invite-withdrawn")).isEqualTo(2);
    }

    @Test
    void thePatientIsInvitedInTheLanguageOfTheRecord() {
        patient = scheduling.in(
                clinic, () -> records.create(RecordDraft.of("Aiko", "Sato", null, "", "+12125550124", "ja")));
        page = "/desk/patients/" + patient + "/access";
        var email = UUID.randomUUID() + "@patient.example";
        var form = form("self", "full", null);
        form.put("email", email);

        give(visitor(Role.RECEPTIONIST), form);

        assertThat(mail.to(email).get(0).body()).containsPattern("[\\u3040-\\u30ff]");
    }

    @Test
    void anotherClinicsAccountIsInvitedAsIfItWereUnknown() {
        holder = staff.portal(clinics.open());

        assertThat(give(visitor(Role.RECEPTIONIST), form("self", "full", null)).statusCode())
                .isEqualTo(302);
        assertThat(grants()).isZero();
    }

    @Test
    void anEmergencyShowsAccessAndChangesNone() {
        scheduling.in(clinic, () -> access.grant(grantTo(holder)));
        var practitioner = visitor(Role.PRACTITIONER);
        assertThat(practitioner.get(page).headers().firstValue("Location").orElseThrow())
                .endsWith("/desk/emergency-access/" + patient);
        var emergency = "/desk/emergency-access/" + patient;
        practitioner.postForm(
                emergency, Map.of("reason", "Unconscious, whom to call?", "_csrf", practitioner.csrfToken(emergency)));

        assertThat(practitioner.get(page).body())
                .contains(holder.email())
                .doesNotContain("/desk/portal-access/", "name=\"relation\"");
        assertThat(post(practitioner, "/desk/portal-access/" + grant() + "/revoke")
                        .statusCode())
                .isEqualTo(403);
        assertThat(give(practitioner, form("other", "full", null)).statusCode()).isEqualTo(403);
        require(AccessLevel.FULL);
    }

    @Test
    void thePrivacyOfficerTakesAwayAndDoesNotGive() {
        scheduling.in(clinic, () -> access.grant(grantTo(holder)));
        var officer = visitor(Role.PRIVACY_OFFICER);

        assertThat(officer.get(page).body()).doesNotContain("name=\"relation\"");
        assertThat(give(officer, form("other", "full", null)).statusCode()).isEqualTo(403);
        post(officer, "/desk/portal-access/" + grant() + "/revoke");
        refused();
    }

    @Test
    void costsTheSameHoweverManyHaveAccess() {
        scheduling.in(clinic, () -> access.grant(grantTo(holder)));
        var one = statements.during(() -> scheduling.in(clinic, () -> byStaff.holders(patient)));
        for (var i = 0; i < 5; i++) {
            scheduling.in(clinic, () -> access.grant(grantTo(staff.portal(clinic))));
        }

        assertThat(statements.during(() -> scheduling.in(clinic, () -> byStaff.holders(patient))))
                .isEqualTo(one);
    }

    @Test
    void aHoldersNameIsShownAsTextNotAsMarkup() {
        scheduling.in(clinic, () -> access.grant(grantTo(holder)));
        scheduling.in(
                clinic,
                () -> database.update(
                        "update identity.account set display_name = '<script>alert(1)</script>' where id = ?",
                        holder.id()));

        assertThat(visitor(Role.RECEPTIONIST).get(page).body())
                .contains("&lt;script&gt;")
                .doesNotContain("<script>alert");
    }

    private NewGrant grantTo(Person person) {
        return new NewGrant(person.id(), patient, AccessLevel.FULL, Relation.SELF, null, null, false);
    }

    private UUID patient(LocalDate born) {
        return scheduling.in(
                clinic, () -> records.create(RecordDraft.of("Ann", "Smith", born, "", "+12125550123", "en")));
    }

    private Map<String, String> form(String relation, String level, String agreed) {
        var form = new HashMap<String, String>();
        form.put("name", "Carla Smith");
        form.put("email", holder.email());
        form.put("relation", relation);
        form.put("level", level);
        if (agreed != null) {
            form.put("agreed", agreed);
        }
        return form;
    }

    private HttpResponse<String> give(Visitor visitor, Map<String, String> form) {
        var fields = new HashMap<>(form);
        fields.put("_csrf", visitor.csrfToken("/desk/patients"));
        return visitor.postForm(page, fields);
    }

    private HttpResponse<String> post(Visitor visitor, String path) {
        return visitor.postForm(path, Map.of("_csrf", visitor.csrfToken("/desk/patients")));
    }

    private void accept(String link) {
        var guest = new Visitor(port);
        var answer = guest.postForm(
                link, Map.of("name", "Carla", "password", TestStaff.PASSWORD, "_csrf", guest.csrfToken(link)));
        assertThat(answer.statusCode()).isEqualTo(302);
    }

    private UUID grant() {
        return scheduling.in(clinic, () -> access.of(patient)).get(0).id();
    }

    private int grants() {
        return scheduling.in(clinic, () -> access.of(patient)).size();
    }

    private AccessLevel require(AccessLevel wanted) {
        return scheduling
                .in(clinic, () -> access.require(holder.id(), patient, wanted))
                .level();
    }

    private void refused() {
        assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> require(AccessLevel.VIEW_ONLY));
    }

    private int audited(String action) {
        return scheduling.in(
                clinic,
                () -> database.queryForObject(
                        "select count(*) from audit.event where action = ? and patient_id = ?",
                        Integer.class,
                        action,
                        patient));
    }

    private Visitor visitor(Role role) {
        return new Visitor(port).signedIn(staff.of(clinic, role));
    }
}
