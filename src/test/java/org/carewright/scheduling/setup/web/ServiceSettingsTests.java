package org.carewright.scheduling.setup.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.carewright.identity.Role;
import org.carewright.scheduling.setup.ClinicSetup;
import org.carewright.scheduling.setup.OfferedService;
import org.carewright.test.ApiClient;
import org.carewright.test.CarewrightTest;
import org.carewright.test.StatementCounter;
import org.carewright.test.TestClinics;
import org.carewright.test.TestMoney;
import org.carewright.test.TestScheduling;
import org.carewright.test.TestStaff;
import org.carewright.test.TestVisits;
import org.carewright.test.TestVisits.Practice;
import org.carewright.test.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** Managers change what their clinic offers (SCH-1). */
@CarewrightTest
class ServiceSettingsTests {

    private static final String PAGE = "/desk/settings/services";

    @LocalServerPort
    int port;

    @Autowired
    TestClinics clinics;

    @Autowired
    TestVisits visits;

    @Autowired
    TestScheduling scheduling;

    @Autowired
    TestStaff staff;

    @Autowired
    ClinicSetup setup;

    @Autowired
    StatementCounter statements;

    @Autowired
    JdbcTemplate database;

    private Practice practice;
    private Visitor manager;

    @BeforeEach
    void open() {
        practice = visits.open();
        manager = new Visitor(port).signedIn(staff.of(practice.clinic(), Role.MANAGER));
    }

    @Test
    void aNewServiceIsOfferedWithItsDeposit() {
        var answer = post("/new", fields(Map.of("serviceName", "Gait analysis", "price", "120", "deposit", "30.50")));

        assertThat(answer.statusCode()).isEqualTo(302);
        var offered = offered("Gait analysis");
        assertThat(offered.at("/price/amountMinor").asLong()).isEqualTo(12_000);
        assertThat(offered.at("/deposit/amountMinor").asLong()).isEqualTo(3_050);
        assertThat(offered.at("/deposit/currency").asText()).isEqualTo("USD");
        assertThat(manager.get(PAGE).body()).contains("The service can be booked now", "$120.00", "$30.50");
        assertThat(reasons("service.added")).hasSize(1);
    }

    @Test
    void aChangeIsOfferedAtOnceAndTheLogTellsWhatChanged() {
        var answer = post("/" + practice.visit(), fields(Map.of("price", "95", "deposit", "20", "version", "0")));

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(offered("Follow-up").at("/price/amountMinor").asLong()).isEqualTo(9_500);
        assertThat(offered("Follow-up").at("/deposit/amountMinor").asLong()).isEqualTo(2_000);
        assertThat(reasons("service.changed")).containsExactly("price, deposit");
    }

    @Test
    void refusesADepositAboveThePriceAndKeepsWhatWasTyped() {
        var answer = post("/" + practice.visit(), fields(Map.of("deposit", "80.01", "version", "0")));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("deposit-error", "can’t be above it", "value=\"80.01\"");
        assertThat(offered("Follow-up").at("/deposit/amountMinor").asLong()).isZero();
        assertThat(reasons("service.changed")).isEmpty();
    }

    @Test
    void theSecondOfTwoManagersIsToldOfTheFirstOnesChange() {
        post("/" + practice.visit(), fields(Map.of("price", "95", "version", "0")));
        var second = post("/" + practice.visit(), fields(Map.of("price", "99", "minutes", "60", "version", "0")));

        assertThat(second.statusCode()).isEqualTo(409);
        assertThat(second.body())
                .contains("Somebody else changed this service", "<li>Price</li>", "value=\"99\"", "value=\"1\"")
                .doesNotContain("<li>Minutes</li>");
        assertThat(offered("Follow-up").at("/price/amountMinor").asLong()).isEqualTo(9_500);
        assertThat(post("/" + practice.visit(), fields(Map.of("price", "99", "version", "1")))
                        .statusCode())
                .isEqualTo(302);
        assertThat(offered("Follow-up").at("/price/amountMinor").asLong()).isEqualTo(9_900);
    }

    @Test
    void archivingMeanwhileIsAChangeToo() {
        post("/" + practice.visit() + "/archive", Map.of());

        assertThat(post("/" + practice.visit(), fields(Map.of("version", "0"))).statusCode())
                .isEqualTo(409);
    }

    @Test
    void anArchivedServiceIsNotOfferedUntilItIsRestored() {
        post("/" + practice.visit() + "/archive", Map.of());
        post("/" + practice.visit() + "/archive", Map.of());

        assertThat(offered("Follow-up").isMissingNode()).isTrue();
        assertThat(manager.get(PAGE).body()).contains("Follow-up", "Archived");
        assertThat(manager.get("/desk/book").body()).doesNotContain("Follow-up");

        post("/" + practice.visit() + "/restore", Map.of());
        assertThat(offered("Follow-up").isMissingNode()).isFalse();
        assertThat(reasons("service.archived")).hasSize(1);
        assertThat(reasons("service.restored")).hasSize(1);
    }

    @Test
    void whoGivesItAndItsRoomsFollow() {
        var other = scheduling.practitioner(practice.clinic());
        var room = scheduling.resource(practice.clinic(), "room", practice.onRequest());
        post(
                "/" + practice.visit(),
                fields(Map.of("practitioners", other.toString(), "rooms", room.toString(), "version", "0")));

        var service = service("Follow-up");
        assertThat(service.practitioners()).containsExactly("Dr. Test");
        assertThat(service.rooms()).containsExactly("room");
        assertThat(scheduling.in(
                        practice.clinic(),
                        () -> database.queryForObject(
                                "select needs_room from scheduling.service where id = ?",
                                Boolean.class,
                                practice.visit())))
                .isTrue();
    }

    @Test
    void somebodyOfAnotherClinicCannotGiveIt() {
        var elsewhere = clinics.open();
        var foreign = scheduling.practitioner(elsewhere);
        var room = scheduling.resource(elsewhere, "room", scheduling.service(elsewhere, Map.of()));

        assertThat(post("/" + practice.visit(), fields(Map.of("practitioners", foreign.toString(), "version", "0")))
                        .statusCode())
                .isEqualTo(404);
        assertThat(post("/new", fields(Map.of("rooms", room.toString()))).statusCode())
                .isEqualTo(404);
    }

    @Test
    void equipmentOutOfUseIsShownSoThatItCanBeTakenOut() {
        var broken = scheduling.resource(practice.clinic(), "equipment", practice.visit());
        scheduling.in(
                practice.clinic(),
                () -> database.update("update scheduling.resource set active = false where id = ?", broken));

        assertThat(manager.get(PAGE + "/" + practice.visit()).body()).contains("(equipment)", "(out of use)");
        assertThat(manager.get(PAGE + "/" + practice.group()).body()).doesNotContain("(equipment)");
        post("/" + practice.visit(), fields(Map.of("version", "0")));
        assertThat(manager.get(PAGE + "/" + practice.visit()).body()).doesNotContain("(equipment)");
    }

    @Test
    void aClinicWithoutServicesIsToldWhatToDo() {
        var clinic = clinics.open();
        var first = new Visitor(port).signedIn(staff.of(clinic, Role.MANAGER));

        assertThat(first.get(PAGE).body()).contains("No services yet", PAGE + "/new");
    }

    @Test
    void theListCostsAConstantNumberOfStatements() {
        Runnable list = () -> scheduling.in(practice.clinic(), () -> setup.allServices(TestMoney.DOLLARS));
        var few = statements.during(list);
        for (var i = 0; i < 20; i++) {
            scheduling.service(practice.clinic(), Map.of("active", i % 2 == 0), practice.practitioner());
        }

        assertThat(statements.during(list)).isEqualTo(few).isOne();
    }

    private OfferedService service(String name) {
        return scheduling.in(practice.clinic(), () -> setup.allServices(TestMoney.DOLLARS)).stream()
                .filter(service -> service.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** As an app sees it; missing when it isn't offered. */
    private JsonNode offered(String name) {
        var clinic = ApiClient.json(new ApiClient(port)
                .get("/api/v1/public/clinics/" + practice.clinic().slug()));
        for (var service : clinic.get("services")) {
            if (service.get("name").asText().equals(name)) {
                return service;
            }
        }
        return clinic.at("/none");
    }

    private Map<String, String> fields(Map<String, String> typed) {
        var fields = new LinkedHashMap<>(Map.of(
                "serviceName", "Follow-up",
                "speciality", "pt",
                "mode", "in_person",
                "minutes", "60",
                "price", "80.00",
                "practitioners", practice.practitioner().toString(),
                "horizon", "365",
                "notice", "0",
                "noticeUnit", "hours"));
        fields.putAll(typed);
        return fields;
    }

    private HttpResponse<String> post(String path, Map<String, String> fields) {
        var all = new LinkedHashMap<>(fields);
        all.put("_csrf", manager.csrfToken(PAGE));
        return manager.postForm(PAGE + path, all);
    }

    private List<String> reasons(String action) {
        return scheduling.in(
                practice.clinic(),
                () -> database.queryForList(
                        "select coalesce(reason, '') from audit.event where action = ?", String.class, action));
    }
}
