package org.carewright.scheduling.slots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.InstanceOfAssertFactories.list;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.carewright.scheduling.catalogue.CatalogueService;
import org.carewright.scheduling.catalogue.ServiceOffer;
import org.carewright.shared.problem.ProblemException;
import org.carewright.shared.tenant.ClinicScope;
import org.carewright.test.CarewrightTest;
import org.carewright.test.Simultaneously;
import org.carewright.test.TestClinics;
import org.carewright.test.TestClinics.TestClinic;
import org.carewright.test.TestScheduling;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@CarewrightTest
class HoldServiceTests {

    private static final int CLIENTS = 50;
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    @Autowired
    HoldService holds;

    @Autowired
    CatalogueService catalogue;

    @Autowired
    AvailabilityService availability;

    @Autowired
    ClinicScope scope;

    @Autowired
    TestClinics clinics;

    @Autowired
    TestScheduling setup;

    TestClinic clinic;
    UUID practitioner;
    LocalDate day;

    @BeforeEach
    void openClinic() {
        clinic = clinics.open(NEW_YORK);
        practitioner = setup.practitioner(clinic);
        day = LocalDate.now(NEW_YORK).plusDays(10);
    }

    @AfterEach
    void resetClock() {
        ClockUtil.reset();
    }

    @Test
    void oneOfFiftyClientsGetsTheSlot() throws Exception {
        var service = service(Map.of());

        var got = Simultaneously.run(CLIENTS, ProblemException.class, () -> hold(service, at(10)));

        assertThat(got).filteredOn(Objects::nonNull).hasSize(1);
        assertThat(setup.count(clinic, "scheduling.hold")).isOne();
    }

    @Test
    void groupOfFiveSeatsIsHeldByFiveOfFiftyClients() throws Exception {
        var service = service(Map.of("seats", 5));

        var got = Simultaneously.run(CLIENTS, ProblemException.class, () -> hold(service, at(10)));

        assertThat(got).filteredOn(Objects::nonNull).hasSize(5);
        assertThat(setup.count(clinic, "scheduling.seat")).isEqualTo(5);
        assertThat(setup.count(clinic, "scheduling.group_session")).isOne();
    }

    @Test
    void everyFreePractitionerIsHeldWhenAnyWillDo() throws Exception {
        var second = setup.practitioner(clinic);
        var service = offer(setup.service(clinic, Map.of(), practitioner, second));

        var got = Simultaneously.run(CLIENTS, ProblemException.class, () -> hold(service, at(10)));

        assertThat(got)
                .filteredOn(Objects::nonNull)
                .extracting(Hold::practitionerId)
                .containsExactlyInAnyOrder(practitioner, second);
    }

    @Test
    void limitPerDayHoldsAgainstManyClientsAtOnce() throws Exception {
        var service = service(Map.of("per_day_limit", 2));
        var hours = List.of(9, 10, 11, 12, 13, 14).iterator();

        var got = Simultaneously.run(6, ProblemException.class, () -> {
            int hour;
            synchronized (hours) {
                hour = hours.next();
            }
            return hold(service, at(hour));
        });

        assertThat(got).filteredOn(Objects::nonNull).hasSize(2);
    }

    @Test
    void holdLastsFiveMinutes() {
        var now = freezeClock();

        assertThat(hold(service(Map.of()), at(10)).expiresAt()).isEqualTo(now.plus(Duration.ofMinutes(5)));
    }

    @Test
    void heldSlotIsNotOffered() {
        var service = service(Map.of());

        hold(service, at(10));

        assertThat(startsOf(service)).doesNotContain(at(10)).contains(at(9), at(11));
    }

    @Test
    void expiredHoldIsOfferedAgain() {
        var now = freezeClock();
        var service = service(Map.of());
        hold(service, at(10));

        ClockUtil.setCurrentTime(Date.from(now.plus(Duration.ofMinutes(5))));

        assertThat(startsOf(service)).contains(at(10));
    }

    @Test
    void expiredHoldGivesWayToANewOne() {
        var now = freezeClock();
        var service = service(Map.of());
        var first = hold(service, at(10));

        ClockUtil.setCurrentTime(Date.from(now.plus(Duration.ofMinutes(5))));

        assertThat(hold(service, at(10)).id()).isNotEqualTo(first.id());
        assertThat(setup.count(clinic, "scheduling.hold")).isOne();
    }

    @Test
    void expiredHoldGivesWayToOneOfManyClients() throws Exception {
        var now = freezeClock();
        var service = service(Map.of());
        hold(service, at(10));
        ClockUtil.setCurrentTime(Date.from(now.plus(Duration.ofMinutes(6))));

        var got = Simultaneously.run(CLIENTS, ProblemException.class, () -> hold(service, at(10)));

        assertThat(got).filteredOn(Objects::nonNull).hasSize(1);
    }

    @Test
    void expiredSeatsOfAGroupGiveWayToAnotherService() {
        var now = freezeClock();
        hold(service(Map.of("seats", 5)), at(10));
        ClockUtil.setCurrentTime(Date.from(now.plus(Duration.ofMinutes(5))));

        assertThat(hold(service(Map.of()), at(10))).isNotNull();
        assertThat(setup.count(clinic, "scheduling.group_session")).isZero();
    }

    @Test
    void groupWithASeatLeftStaysOfferedAndAFullOneDoesNot() {
        var service = service(Map.of("seats", 2));
        hold(service, at(10));
        assertThat(startsOf(service)).contains(at(10));

        hold(service, at(10));

        assertThat(startsOf(service)).doesNotContain(at(10));
    }

    @Test
    void groupBlocksItsPractitionerForOtherServices() {
        hold(service(Map.of("seats", 5)), at(10));

        assertThat(startsOf(service(Map.of()))).doesNotContain(at(10));
    }

    @Test
    void takenSlotIsAnsweredWithTheNextFreeStarts() {
        var service = service(Map.of());
        hold(service, at(10));

        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> hold(service, at(10)))
                .satisfies(problem -> {
                    assertThat(problem.status().value()).isEqualTo(409);
                    assertThat(problem.code()).isEqualTo("slot_taken");
                    assertThat(problem.properties().get("alternatives"))
                            .asInstanceOf(list(SlotView.class))
                            .extracting(slot -> slot.start().toInstant())
                            .startsWith(at(11), at(12));
                });
    }

    @Test
    void startOffTheGridIsRefused() {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> hold(service(Map.of()), at(10).plusSeconds(60)));
    }

    @Test
    void practitionerWithoutTheServiceIsRefused() {
        var service = service(Map.of());
        var other = setup.practitioner(clinic);

        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> scope.call(clinic.id(), () -> holds.hold(service, Optional.of(other), at(10))));
    }

    @Test
    void roomTakenByAnotherPractitionerBlocks() {
        var second = setup.practitioner(clinic);
        var id = setup.service(clinic, Map.of("needs_room", true), practitioner, second);
        setup.resource(clinic, "room", id);
        var service = offer(id);

        hold(service, at(10));

        assertThat(startsOf(service)).doesNotContain(at(10)).contains(at(11));
    }

    @Test
    void secondRoomIsTakenWhenTheFirstIs() {
        var second = setup.practitioner(clinic);
        var id = setup.service(clinic, Map.of("needs_room", true), practitioner, second);
        setup.resource(clinic, "room", id);
        setup.resource(clinic, "room", id);
        var service = offer(id);

        hold(service, at(10));

        assertThat(hold(service, at(10))).isNotNull();
        assertThat(startsOf(service)).doesNotContain(at(10));
    }

    private Hold hold(ServiceOffer service, Instant start) {
        return scope.call(clinic.id(), () -> holds.hold(service, Optional.empty(), start));
    }

    private List<Instant> startsOf(ServiceOffer service) {
        return scope.call(clinic.id(), () -> availability.search(service, Optional.empty(), day, day)).stream()
                .map(Slot::start)
                .toList();
    }

    private ServiceOffer service(Map<String, Object> columns) {
        return offer(setup.service(clinic, columns, practitioner));
    }

    private ServiceOffer offer(UUID id) {
        return scope.call(clinic.id(), () -> catalogue.service(id)).orElseThrow();
    }

    private Instant at(int hour) {
        return day.atTime(hour, 0).atZone(NEW_YORK).toInstant();
    }

    private static Instant freezeClock() {
        var now = Instant.ofEpochSecond(Instant.now().getEpochSecond());
        ClockUtil.setCurrentTime(Date.from(now));
        return now;
    }
}
