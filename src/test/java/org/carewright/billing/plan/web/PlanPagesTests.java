package org.carewright.billing.plan.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.carewright.billing.packages.PackageOffers;
import org.carewright.billing.plan.PlanRules;
import org.carewright.billing.plan.Plans;
import org.carewright.billing.subscription.Subscription;
import org.carewright.billing.subscription.SubscriptionStatus;
import org.carewright.billing.subscription.Subscriptions;
import org.carewright.identity.Door;
import org.carewright.identity.Role;
import org.carewright.patients.access.AccessLevel;
import org.carewright.test.CarewrightTest;
import org.carewright.test.TestClinics.TestClinic;
import org.carewright.test.TestPayers;
import org.carewright.test.TestPayers.Payer;
import org.carewright.test.TestPlans;
import org.carewright.test.TestPortal;
import org.carewright.test.TestStaff;
import org.carewright.test.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What is typed about plans and packages, and who may do what with them (BIL-5). */
@CarewrightTest
class PlanPagesTests {

    @LocalServerPort
    int port;

    @Autowired
    TestPayers payers;

    @Autowired
    TestStaff staff;

    @Autowired
    TestPlans made;

    @Autowired
    Plans plans;

    @Autowired
    PlanRules rules;

    @Autowired
    PackageOffers offers;

    @Autowired
    Subscriptions subscriptions;

    @Autowired
    TestPortal portal;

    private Payer payer;
    private TestClinic clinic;
    private UUID patient;
    private Visitor manager;

    @BeforeEach
    void open() {
        payer = payers.open();
        clinic = payer.clinic();
        patient = payer.id();
        manager = new Visitor(port).signedIn(staff.of(clinic, Role.MANAGER));
    }

    @Test
    void namesWhatIsWrongWithAPlanAndKeepsWhatWasTyped() {
        var answer = desk(
                "/desk/plans/new",
                Map.of("name", "", "price", "dear", "count", "0", "unit", "month", "sessions", "x", "trialDays", ""));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("name-error", "price-error", "count-error", "sessions-error", "trialDays-error")
                .contains("value=\"dear\"");
        assertThat(payer.in(plans::all)).isEmpty();
    }

    @Test
    void aSecondPlanOfTheSameNameIsRefused() {
        made.plan(clinic, "Monthly", 1_000);

        var answer = desk(
                "/desk/plans/new",
                Map.of(
                        "name",
                        "monthly",
                        "price",
                        "5",
                        "count",
                        "1",
                        "unit",
                        "month",
                        "sessions",
                        "0",
                        "trialDays",
                        "0"));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("There is another one with this name");
    }

    @Test
    void aPriceIsOnlyAnnouncedWhenItWasConfirmed() {
        var plan = made.plan(clinic, "Monthly", 1_000);
        var typed = Map.of("price", "12.00", "noticeDays", "30");

        assertThat(desk("/desk/plans/" + plan + "/price", typed).body()).contains("$12.00");
        assertThat(payer.in(() -> plans.get(plan)).nextPrice()).isNull();
        desk("/desk/plans/" + plan + "/price", with(typed, "confirmed", "true"));

        assertThat(payer.in(() -> plans.get(plan)).nextPrice().minor()).isEqualTo(1_200);
        assertThat(desk("/desk/plans/" + plan + "/price", Map.of("price", "", "noticeDays", "-1"))
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void aPlanThatIsRetiredCannotBeStarted() {
        var plan = made.plan(clinic, "Monthly", 1_000);
        desk("/desk/plans/" + plan + "/retire", Map.of());

        var answer = desk("/desk/patients/" + patient + "/subscriptions/new", Map.of("plan", plan.toString()));

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(payer.in(() -> subscriptions.ofPatient(patient))).isEmpty();
    }

    @Test
    void aPlanStartsWhenAndAsItWasChosen() {
        var plan = made.plan(clinic, "Monthly", 1_000);
        var page = "/desk/patients/" + patient + "/subscriptions/new";
        assertThat(desk(page, Map.of("plan", plan.toString(), "startsOn", "2020-01-01"))
                        .statusCode())
                .isEqualTo(422);
        assertThat(desk(page, Map.of("startsOn", "")).body()).contains("Please choose one of the options");
        var day = LocalDate.now().plusDays(40);

        desk(page, Map.of("plan", plan.toString(), "startsOn", day.toString(), "pay", "invoice"));

        var begun = payer.in(() -> subscriptions.ofPatient(patient)).get(0);
        assertThat(begun.firstDay()).isEqualTo(day);
        assertThat(begun.byCard()).isFalse();
        assertThat(manager.get("/desk/subscriptions/" + begun.id()).body()).contains("Begins later");
    }

    @Test
    void anOfferSomebodyElseChangedIsNotOverwritten() {
        var offer = made.offer(clinic, "Ten sessions");
        var typed = Map.of("name", "Ten", "sessions", "10", "price", "450", "validDays", "90", "version", "1");
        desk("/desk/package-offers/" + offer, typed);

        assertThat(desk("/desk/package-offers/" + offer, typed).statusCode()).isEqualTo(409);
        assertThat(payer.in(() -> offers.get(offer)).price().minor()).isEqualTo(45_000);
    }

    @Test
    void receptionSellsButOffersNothing() {
        var plan = made.plan(clinic, "Monthly", 1_000);
        var reception = new Visitor(port).signedIn(staff.of(clinic, Role.RECEPTIONIST));

        assertThat(reception.get("/desk/plans").body()).contains("Monthly").doesNotContain("/desk/plans/new");
        assertThat(reception.get("/desk/plans/new").statusCode()).isEqualTo(403);
        assertThat(reception
                        .get("/desk/patients/" + patient + "/subscriptions/new")
                        .body())
                .contains(plan.toString());
    }

    @Test
    void whatAPlanRefusesIsToldOnItsPage() {
        var id = made.subscribed(clinic, patient, made.plan(clinic));

        desk("/desk/subscriptions/" + id, Map.of("do", "resume"));

        assertThat(manager.get("/desk/subscriptions/" + id).body()).contains("This plan doesn’t rest now");
        assertThat(desk("/desk/subscriptions/" + id, Map.of("do", "destroy")).statusCode())
                .isEqualTo(422);
    }

    @Test
    void patientsDoWhatTheClinicPermitsAndNothingElse() {
        var id = made.subscribed(clinic, patient, made.plan(clinic));
        var visitor = visitor(AccessLevel.FULL);
        desk("/desk/plan-rules", Map.of("patientsCancel", "true"));
        assertThat(payer.in(rules::current)).isEqualTo(new PlanRules.Rules(false, true));

        assertThat(visitor.get("/portal/subscriptions/" + id).body())
                .doesNotContain("value=\"pause\"")
                .contains("value=\"cancel\"");
        portal(visitor, "/portal/subscriptions/" + id, "pause");
        assertThat(get(id).status()).isEqualTo(SubscriptionStatus.ACTIVE);
        portal(visitor, "/portal/subscriptions/" + id, "cancel");
        assertThat(get(id).endsWithPeriod()).isTrue();
        desk("/desk/plan-rules", Map.of("patientsPause", "true"));
        portal(visitor, "/portal/subscriptions/" + id, "keep");
        portal(visitor, "/portal/subscriptions/" + id, "pause");
        assertThat(get(id).status()).isEqualTo(SubscriptionStatus.PAUSED);
    }

    @Test
    void theCardChosenLastIsChargedFirst() {
        var first = made.card(clinic, patient);
        made.card(clinic, patient);
        var visitor = visitor(AccessLevel.FULL);

        portal(visitor, "/portal/cards/" + first, "default");

        assertThat(visitor.get("/portal/patients/" + patient + "/billing").body())
                .contains("This card is charged first from now on");
        var page = visitor.get("/portal/patients/" + patient + "/billing").body();
        assertThat(page.indexOf("/portal/cards/" + first)).isPositive();
        assertThat(List.of(page.split("value=\"default\""))).hasSize(2);
    }

    @Test
    void thePortalShowsPlansPackagesAndCardsInEveryLanguage() {
        var id = made.subscribed(clinic, patient, made.plan(clinic));
        made.sold(clinic, patient, made.offer(clinic));
        made.card(clinic, patient);
        var visitor = visitor(AccessLevel.FULL);
        for (var language : List.of("en", "zh-TW", "zh-CN", "ja", "hi")) {
            assertThat(visitor.get("/portal/patients/" + patient + "/billing?lang=" + language)
                            .statusCode())
                    .isEqualTo(200);
            assertThat(visitor.get("/portal/subscriptions/" + id + "?lang=" + language)
                            .body())
                    .doesNotContain("??");
        }
    }

    private Subscription get(UUID id) {
        return payer.in(() -> subscriptions.get(id));
    }

    private HttpResponse<String> desk(String path, Map<String, String> fields) {
        return manager.postForm(path, with(fields, "_csrf", manager.csrfToken("/desk")));
    }

    private static void portal(Visitor visitor, String path, String deed) {
        visitor.postForm(path, Map.of("do", deed, "_csrf", visitor.csrfToken("/portal")));
    }

    private static Map<String, String> with(Map<String, String> fields, String name, String value) {
        var more = new LinkedHashMap<>(fields);
        more.put(name, value);
        return more;
    }

    private Visitor visitor(AccessLevel level) {
        return new Visitor(port).signedIn(Door.PORTAL, portal.other(clinic, patient, level));
    }
}
