package org.carewright.scheduling.slots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

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
import java.util.function.Supplier;
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
class ReservationServiceTests {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    @Autowired
    ReservationService reservations;

    @Autowired
    AvailabilityService availability;

    @Autowired
    CatalogueService catalogue;

    @Autowired
    HoldService holds;

    @Autowired
    ClinicScope scope;

    @Autowired
    TestClinics clinics;

    @Autowired
    TestScheduling setup;

    TestClinic clinic;
    UUID practitioner;
    UUID patient;
    LocalDate day;

    @BeforeEach
    void openClinic() {
        clinic = clinics.open(NEW_YORK);
        practitioner = setup.practitioner(clinic);
        patient = setup.patient(clinic);
        day = LocalDate.now(NEW_YORK).plusDays(10);
    }

    @AfterEach
    void resetClock() {
        ClockUtil.reset();
    }

    @Test
    void bookedVisitIsNotOffered() {
        var service = service(Map.of());

        book(service, patient, at(10));

        assertThat(startsOf(service)).doesNotContain(at(10)).contains(at(9), at(11));
    }

    @Test
    void buffersBlockTheStartsAround() {
        var service = service(Map.of("before_minutes", 10, "after_minutes", 10));

        book(service, patient, at(12));

        assertThat(startsOf(service)).doesNotContain(at(11), at(12), at(13)).contains(at(10), at(14));
    }

    @Test
    void patientCannotBeInTwoPlaces() {
        var second = setup.practitioner(clinic);
        book(service(Map.of()), patient, at(10));
        var elsewhere = offer(setup.service(clinic, Map.of(), second));

        assertThatExceptionOfType(SlotTakenException.class).isThrownBy(() -> book(elsewhere, patient, at(10)));
    }

    @Test
    void patientsOwnTimeKnowsNoBuffers() {
        var second = setup.practitioner(clinic);
        book(service(Map.of("after_minutes", 30)), patient, at(10));
        var elsewhere = offer(setup.service(clinic, Map.of(), second));

        book(elsewhere, patient, at(11));

        assertThat(setup.count(clinic, "scheduling.reservation")).isEqualTo(4);
    }

    @Test
    void onePlacementIsBookedOnceByManyPatients() throws Exception {
        var service = service(Map.of());
        var placement = setup.in(clinic, () -> place(service, at(10), Except.NONE));

        var booked = Simultaneously.run(20, SlotTakenException.class, () -> {
            var someone = setup.patient(clinic);
            var id = setup.appointment(clinic, someone, service.id(), practitioner, at(10));
            return inTransaction(() -> {
                reservations.reserveForAppointment(id, someone, service, placement, false);
                return id;
            });
        });

        assertThat(booked).filteredOn(Objects::nonNull).hasSize(1);
    }

    @Test
    void overrideByStaffStandsOutsideTheConstraint() {
        var service = service(Map.of());
        book(service, patient, at(10));
        var second = setup.patient(clinic);
        var id = setup.appointment(clinic, second, service.id(), practitioner, at(10));

        inTransaction(() -> {
            var placement = availability.placeAnyway(service, practitioner, at(10));
            reservations.reserveForAppointment(id, second, service, placement, true);
            return id;
        });

        assertThat(setup.count(clinic, "scheduling.reservation")).isEqualTo(4);
    }

    @Test
    void overrideIgnoresHours() {
        var service = service(Map.of());

        var placement = setup.in(clinic, () -> availability.placeAnyway(service, practitioner, at(22)));

        assertThat(placement.start()).isEqualTo(at(22));
        assertThat(placement.locationId()).isEqualTo(clinic.locationId());
    }

    @Test
    void overbookedVisitBlocksWhatIsOffered() {
        var service = service(Map.of());
        var id = setup.appointment(clinic, patient, service.id(), practitioner, at(10));
        inTransaction(() -> {
            var placement = availability.placeAnyway(service, practitioner, at(10));
            reservations.reserveForAppointment(id, patient, service, placement, true);
            return id;
        });

        assertThat(startsOf(service)).doesNotContain(at(10));
    }

    @Test
    void releasedVisitIsOfferedAgainAndLeavesNothing() {
        var service = service(Map.of());
        var id = book(service, patient, at(10));

        inTransaction(() -> {
            reservations.release(id);
            return id;
        });

        assertThat(startsOf(service)).contains(at(10));
        assertThat(setup.count(clinic, "scheduling.reservation")).isZero();
    }

    @Test
    void movedVisitFreesItsOldTime() {
        var service = service(Map.of());
        var id = book(service, patient, at(10));

        move(id, service, at(14));

        assertThat(startsOf(service)).contains(at(10)).doesNotContain(at(14));
    }

    @Test
    void visitMayMoveToATimeThatOverlapsItsOwn() {
        var service = service(Map.of("step_minutes", 30));
        var id = book(service, patient, at(10));

        move(id, service, at(10).plus(Duration.ofMinutes(30)));

        assertThat(startsOf(service)).contains(at(9)).doesNotContain(at(10), at(11));
    }

    @Test
    void visitsTakeAndGiveBackTheirRoom() {
        var id = setup.service(clinic, Map.of("needs_room", true), practitioner);
        var room = setup.resource(clinic, "room", id);
        var service = offer(id);

        var placement = setup.in(clinic, () -> place(service, at(10), Except.NONE));

        assertThat(placement.roomId()).isEqualTo(room);
        assertThat(placement.resourceIds()).containsExactly(room);
    }

    @Test
    void holdIsTurnedIntoAnAppointment() {
        var service = service(Map.of());
        var hold = hold(service, at(10));

        bookFrom(hold, service);

        assertThat(setup.count(clinic, "scheduling.hold")).isZero();
        assertThat(startsOf(service)).doesNotContain(at(10));
    }

    @Test
    void heldSeatIsTurnedIntoABookedSeat() {
        var service = service(Map.of("seats", 2));
        hold(service, at(10));
        var hold = hold(service, at(10));

        bookFrom(hold, service);

        assertThat(setup.count(clinic, "scheduling.seat")).isEqualTo(2);
        assertThat(setup.count(clinic, "scheduling.hold")).isOne();
    }

    @Test
    void fillingInTheFormDoesNotUseUpTheNotice() {
        var service = service(Map.of("notice_minutes", 120));
        ClockUtil.setCurrentTime(Date.from(at(10).minus(Duration.ofMinutes(120))));
        var hold = hold(service, at(10));
        ClockUtil.setCurrentTime(Date.from(at(10).minus(Duration.ofMinutes(117))));

        assertThat(setup.in(clinic, () -> place(service, at(10), Except.hold(hold.id()))))
                .isNotNull();
    }

    @Test
    void expiredHoldCannotBeTaken() {
        var service = service(Map.of());
        var hold = hold(service, at(10));
        ClockUtil.setCurrentTime(Date.from(hold.expiresAt()));

        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> inTransaction(() -> {
                    reservations.takeHold(hold.id());
                    return hold;
                }))
                .satisfies(problem -> assertThat(problem.code()).isEqualTo("hold_expired"))
                .satisfies(problem -> assertThat(problem.status().value()).isEqualTo(410));
    }

    @Test
    void seatOfACancelledVisitIsFreeAgain() {
        var service = service(Map.of("seats", 2));
        book(service, patient, at(10));
        var second = book(service, setup.patient(clinic), at(10));
        assertThat(startsOf(service)).doesNotContain(at(10));

        inTransaction(() -> {
            reservations.release(second);
            return second;
        });

        assertThat(startsOf(service)).contains(at(10));
    }

    @Test
    void groupVisitEndsWithItsLastSeat() {
        var service = service(Map.of("seats", 2));
        var only = book(service, patient, at(10));

        inTransaction(() -> {
            reservations.release(only);
            return only;
        });

        assertThat(setup.count(clinic, "scheduling.group_session")).isZero();
        assertThat(setup.count(clinic, "scheduling.reservation")).isZero();
    }

    @Test
    void patientCannotTakeTwoSeatsOfAGroup() {
        var service = service(Map.of("seats", 5));
        book(service, patient, at(10));

        assertThatExceptionOfType(SlotTakenException.class).isThrownBy(() -> book(service, patient, at(10)));
    }

    @Test
    void overrideAddsASeatToAFullGroup() {
        var service = service(Map.of("seats", 2));
        book(service, patient, at(10));
        book(service, setup.patient(clinic), at(10));
        var third = setup.patient(clinic);
        var id = setup.appointment(clinic, third, service.id(), practitioner, at(10));

        inTransaction(() -> {
            var placement = availability.placeAnyway(service, practitioner, at(10));
            reservations.reserveForAppointment(id, third, service, placement, true);
            return id;
        });

        assertThat(setup.count(clinic, "scheduling.seat")).isEqualTo(3);
    }

    private UUID book(ServiceOffer service, UUID who, Instant start) {
        var id = setup.appointment(clinic, who, service.id(), practitioner, start);
        return inTransaction(() -> {
            reservations.reserveForAppointment(id, who, service, place(service, start, Except.NONE), false);
            return id;
        });
    }

    private void bookFrom(Hold hold, ServiceOffer service) {
        var id = setup.appointment(clinic, patient, service.id(), practitioner, hold.start());
        inTransaction(() -> {
            var placement = place(service, hold.start(), Except.hold(hold.id()));
            reservations.takeHold(hold.id());
            reservations.reserveForAppointment(id, patient, service, placement, false);
            return id;
        });
    }

    private void move(UUID id, ServiceOffer service, Instant start) {
        inTransaction(() -> {
            var placement = place(service, start, Except.appointment(id));
            reservations.move(id, patient, service, placement, false);
            return id;
        });
    }

    private Placement place(ServiceOffer service, Instant start, Except except) {
        return availability.place(service, Optional.empty(), start, except).orElseThrow(SlotTakenException::new);
    }

    private Hold hold(ServiceOffer service, Instant start) {
        return scope.call(clinic.id(), () -> holds.hold(service, Optional.empty(), start));
    }

    private <T> T inTransaction(Supplier<T> work) {
        return setup.in(clinic, work);
    }

    private List<Instant> startsOf(ServiceOffer service) {
        return setup.in(clinic, () -> availability.search(service, Optional.empty(), day, day)).stream()
                .map(Slot::start)
                .toList();
    }

    private ServiceOffer service(Map<String, Object> columns) {
        return offer(setup.service(clinic, columns, practitioner));
    }

    private ServiceOffer offer(UUID id) {
        return setup.in(clinic, () -> catalogue.service(id)).orElseThrow();
    }

    private Instant at(int hour) {
        return day.atTime(hour, 0).atZone(NEW_YORK).toInstant();
    }
}
