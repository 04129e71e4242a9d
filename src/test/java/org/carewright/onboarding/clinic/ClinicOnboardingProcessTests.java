package org.carewright.onboarding.clinic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.carewright.onboarding.clinic.OpeningStep.COMPLETE_SET_UP;
import static org.carewright.onboarding.clinic.OpeningStep.GO_LIVE;
import static org.carewright.onboarding.clinic.OpeningStep.HAND_OVER_POSTER;
import static org.carewright.onboarding.clinic.OpeningStep.REACH_MANAGER;
import static org.carewright.onboarding.clinic.OpeningStep.SET_UP_SERVICES;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.carewright.audit.AuditEvent;
import org.carewright.audit.AuditFilter;
import org.carewright.audit.AuditTrail;
import org.carewright.clinics.ClinicService;
import org.carewright.clinics.ListedClinic;
import org.carewright.scheduling.catalogue.ServiceDraft;
import org.carewright.shared.forms.InvalidFormException;
import org.carewright.shared.problem.ProblemException;
import org.carewright.shared.process.Processes;
import org.carewright.shared.tenant.ClinicScope;
import org.carewright.test.CarewrightTest;
import org.carewright.test.TestJobs;
import org.carewright.test.TestMail;
import org.carewright.test.TestOpenings;
import org.carewright.test.TestOpenings.Opening;
import org.carewright.test.TestTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Every path of {@code ClinicOnboardingProcess}, and what a clinic is before it is live (PLT-4). */
@CarewrightTest
class ClinicOnboardingProcessTests {

    private static final Instant NOW = Instant.parse("2027-03-01T15:00:00Z");
    private static final Duration WEEK = Duration.ofDays(7);

    @RegisterExtension
    final TestTime time = new TestTime();

    @Autowired
    TestOpenings tests;

    @Autowired
    TestMail mail;

    @Autowired
    TestJobs jobs;

    @Autowired
    ClinicOpenings openings;

    @Autowired
    PreparedOffer offers;

    @Autowired
    ClinicService clinics;

    @Autowired
    Processes processes;

    @Autowired
    AuditTrail trail;

    @Autowired
    ClinicScope scope;

    @Autowired
    JdbcTemplate database;

    private Opening opening;

    @BeforeEach
    void begin() {
        time.moveTo(NOW);
        opening = tests.begin();
    }

    @Test
    void invitesTheManagerAndWaitsForServicesAndPoster() {
        assertThat(mail.linkTo(opening.managerEmail())).contains("/desk/invite/");
        assertThat(state().waiting()).containsExactly(SET_UP_SERVICES, HAND_OVER_POSTER);
        assertThat(state().managerJoined()).isFalse();
    }

    @Test
    void isNotToBeFoundByThePublicBeforeItIsLive() {
        assertThat(clinics.idBySlug(opening.slug())).isEmpty();
        assertThat(listed()).doesNotContain(opening.slug());
        assertThat(clinics.idBySlugBeforeLive(opening.slug())).hasValue(opening.clinicId());

        goLive();

        assertThat(clinics.idBySlug(opening.slug())).hasValue(opening.clinicId());
        assertThat(listed()).contains(opening.slug());
    }

    private Stream<String> listed() {
        return clinics.live(opening.slug(), null, 1_000).stream().map(ListedClinic::slug);
    }

    @Test
    void goesLiveWhenNothingIsMissing() {
        goLive();

        assertThat(state().clinic().liveAt()).isEqualTo(NOW);
        assertThat(state().waiting()).isEmpty();
        assertThat(whereIs()).isEmpty();
        assertThat(actions()).contains("clinic.created", "service.added", "clinic.step-done", "clinic.went-live");
    }

    @Test
    void waitsForTheManagerHoweverMuchElseIsDone() {
        tests.fill(opening);
        complete(SET_UP_SERVICES, Map.of("servicesSetUp", true));
        complete(HAND_OVER_POSTER, Map.of("posterHandedOver", true));
        assertThat(state().waiting()).isEmpty();

        tests.accept(opening);

        assertThat(state().managerJoined()).isTrue();
        assertThat(state().waiting()).containsExactly(GO_LIVE);
    }

    @Test
    void asksForWhatTheCheckFindsMissingAndChecksAgain() {
        prepare();
        assertThat(state().waiting()).containsExactly(COMPLETE_SET_UP);
        assertThat(state().opening().orElseThrow().missing()).containsExactly("practitioners", "services");

        complete(COMPLETE_SET_UP, Map.of("setUpCompleted", true));
        assertThat(state().waiting()).as("still missing").containsExactly(COMPLETE_SET_UP);
        tests.fill(opening);
        complete(COMPLETE_SET_UP, Map.of("setUpCompleted", true));

        assertThat(state().waiting()).containsExactly(GO_LIVE);
        assertThat(state().opening().orElseThrow().missing()).isEmpty();
    }

    @Test
    void staysClosedWhenSomethingWentMissingAfterTheCheck() {
        tests.fill(opening);
        prepare();
        offers.removePractitioner(opening.clinicId(), tests.practitioner(opening));

        complete(GO_LIVE, Map.of("goLiveApproved", true));

        assertThat(state().clinic().isLive()).isFalse();
        assertThat(state().waiting()).containsExactly(COMPLETE_SET_UP);
    }

    @Test
    void remindsTheOperatorOfAnInviteThatWasNotAcceptedWithinAWeek() {
        time.moveTo(NOW.plus(WEEK).minusSeconds(1));
        jobs.runDue(instance());
        assertThat(state().waiting()).doesNotContain(REACH_MANAGER);

        time.moveTo(NOW.plus(WEEK));
        jobs.runDue(instance());

        assertThat(state().waiting()).contains(REACH_MANAGER);
    }

    @Test
    void sendsTheInviteAgainWhenTheOperatorAsksForIt() {
        var first = mail.linkTo(opening.managerEmail());
        time.moveTo(NOW.plus(WEEK));
        jobs.runDue(instance());

        complete(REACH_MANAGER, Map.of("inviteDecision", "again"));

        var second = mail.linkTo(opening.managerEmail());
        assertThat(second).isNotEqualTo(first);
        tests.accept(second);
        assertThat(state().managerJoined()).isTrue();
    }

    @Test
    void waitsAnotherWeekWhenTheOperatorAsksForIt() {
        time.moveTo(NOW.plus(WEEK));
        jobs.runDue(instance());
        complete(REACH_MANAGER, Map.of("inviteDecision", "wait"));
        assertThat(state().waiting()).doesNotContain(REACH_MANAGER);

        time.moveTo(NOW.plus(WEEK).plus(WEEK));
        jobs.runDue(instance());

        assertThat(state().waiting()).contains(REACH_MANAGER);
    }

    @Test
    void forgetsTheReminderWhenTheManagerJoinsAfterAll() {
        time.moveTo(NOW.plus(WEEK));
        jobs.runDue(instance());
        openings.inviteAnother(opening.clinicId(), "Mona Ferrier", opening.managerEmail());

        tests.accept(opening);

        assertThat(state().waiting()).containsExactly(SET_UP_SERVICES, HAND_OVER_POSTER);
    }

    @Test
    void aNewInviteEndsTheEarlierOne() {
        var first = mail.linkTo(opening.managerEmail());
        var other = "other-" + opening.managerEmail();

        openings.inviteAnother(opening.clinicId(), "Otto Brandt", other);

        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> tests.accept(first))
                .matches(problem -> problem.code().equals("link_over"));
        tests.accept(mail.linkTo(other));
        assertThat(state().managerJoined()).isTrue();
    }

    @Test
    void nobodyElseIsInvitedOnceTheManagerHasJoined() {
        tests.accept(opening);

        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> openings.inviteAnother(opening.clinicId(), "Otto Brandt", "otto@other.example"))
                .matches(problem -> problem.code().equals("manager_joined"));
    }

    @Test
    void aClinicThatIsGivenUpStaysClosedAndItsInviteEnds() {
        var link = mail.linkTo(opening.managerEmail());

        openings.giveUp(opening.clinicId());

        assertThat(state().clinic().active()).isFalse();
        assertThat(whereIs()).isEmpty();
        assertThat(actions()).contains("clinic.given-up");
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> tests.accept(link))
                .matches(problem -> problem.code().equals("link_over"));
        assertThat(clinics.idBySlugBeforeLive(opening.slug())).isEmpty();
    }

    @Test
    void canBeGivenUpAlsoJustBeforeGoingLive() {
        tests.fill(opening);
        prepare();

        openings.giveUp(opening.clinicId());

        assertThat(whereIs()).isEmpty();
        assertThat(state().clinic().active()).isFalse();
    }

    @Test
    void aLiveClinicIsItsStaffsAlone() {
        goLive();

        refusesAsLive(() -> openings.giveUp(opening.clinicId()));
        refusesAsLive(() -> tests.addPractitioner(opening));
        refusesAsLive(() -> offers.offer(opening.clinicId()));
        refusesAsLive(() -> openings.inviteAnother(opening.clinicId(), "Otto", "otto@other.example"));
    }

    @Test
    void aStepTheProcessDoesNotWaitForIsNotThere() {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> complete(GO_LIVE, Map.of("goLiveApproved", true)))
                .matches(problem -> problem.code().equals("not_found"));
    }

    @Test
    void aStepIsDoneOnlyWhenItsFormSaysSo() {
        assertThatExceptionOfType(InvalidFormException.class)
                .isThrownBy(() -> complete(SET_UP_SERVICES, Map.of("servicesSetUp", false)));
        assertThat(state().waiting()).contains(SET_UP_SERVICES);
    }

    @Test
    void aSlugThatIsTakenIsRefusedAndNothingIsLeftBehind() {
        assertThatExceptionOfType(InvalidFormException.class)
                .isThrownBy(() -> openings.open(
                        tests.clinic(opening.slug()), "Otto Brandt", "otto@other.example", UUID.randomUUID()))
                .satisfies(refused -> assertThat(refused.errors())
                        .singleElement()
                        .satisfies(error -> assertThat(error.code()).isEqualTo("slug_taken")));
        assertThat(mail.to("otto@other.example")).isEmpty();
    }

    @Test
    void aServiceIsGivenByTheClinicsOwnPeopleOnly() {
        var other = tests.begin();
        tests.addPractitioner(other);
        var foreign = tests.practitioner(other);

        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> offers.addService(
                        opening.clinicId(),
                        new ServiceDraft(
                                "Visit",
                                "",
                                "pt",
                                "in_person",
                                45,
                                9000,
                                0,
                                0,
                                0,
                                15,
                                60,
                                90,
                                null,
                                1,
                                false,
                                java.util.Set.of(foreign),
                                java.util.Set.of())))
                .matches(problem -> problem.code().equals("not_found"));
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> offers.removePractitioner(opening.clinicId(), foreign));
    }

    @Test
    void theProcessHoldsNeitherNamesNorAddresses() {
        tests.fill(opening);
        prepare();

        var values = database.queryForList(
                "select coalesce(text_, '') from engine.act_hi_varinst where proc_inst_id_ = ?",
                String.class,
                instance());

        assertThat(String.join(" ", values)).doesNotContain("Mona", "Ferrier", opening.managerEmail(), "Ada");
    }

    private void goLive() {
        tests.fill(opening);
        prepare();
        complete(GO_LIVE, Map.of("goLiveApproved", true));
    }

    /** All that must be done before the check. */
    private void prepare() {
        tests.accept(opening);
        complete(SET_UP_SERVICES, Map.of("servicesSetUp", true));
        complete(HAND_OVER_POSTER, Map.of("posterHandedOver", true));
    }

    private void complete(OpeningStep step, Map<String, Object> values) {
        openings.complete(opening.clinicId(), step, values);
    }

    private void refusesAsLive(org.assertj.core.api.ThrowableAssert.ThrowingCallable deed) {
        assertThatExceptionOfType(ProblemException.class).isThrownBy(deed).matches(problem -> problem.code()
                .equals("clinic_is_live"));
    }

    private ClinicOpenings.State state() {
        return openings.state(opening.clinicId());
    }

    private String instance() {
        return state().opening().orElseThrow().processInstanceId();
    }

    private List<?> whereIs() {
        return scope.call(opening.clinicId(), () -> processes.whereIs(instance()));
    }

    private List<String> actions() {
        var filter = new AuditFilter(null, null, null, null, null, null, false);
        return scope.call(opening.clinicId(), () -> trail.page(filter, null, 100)).stream()
                .map(AuditEvent::action)
                .toList();
    }
}
