package org.carewright.scheduling.slots;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.carewright.scheduling.catalogue.CatalogueService;
import org.carewright.scheduling.catalogue.ServiceOffer;
import org.carewright.shared.tenant.ClinicScope;
import org.carewright.test.CarewrightTest;
import org.carewright.test.StatementCounter;
import org.carewright.test.TestClinics;
import org.carewright.test.TestClinics.TestClinic;
import org.carewright.test.TestScheduling;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@CarewrightTest
class AvailabilityServiceTests {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    @Autowired
    StatementCounter statements;

    @Autowired
    AvailabilityService availability;

    @Autowired
    CatalogueService catalogue;

    @Autowired
    ClinicScope scope;

    @Autowired
    TestClinics clinics;

    @Autowired
    TestScheduling setup;

    @Autowired
    JdbcTemplate jdbc;

    TestClinic clinic;
    LocalDate day;

    @BeforeEach
    void openClinic() {
        clinic = clinics.open(NEW_YORK);
        day = LocalDate.now(NEW_YORK).plusDays(10);
    }

    @Test
    void searchCostsTheSameNumberOfStatementsForOneAndForTwentyPractitioners() {
        var one = service(setup.service(clinic, Map.of(), setup.practitioner(clinic)));
        var many = service(setup.service(
                clinic,
                Map.of("seats", 4, "per_day_limit", 9, "needs_room", true),
                Stream.generate(() -> setup.practitioner(clinic)).limit(20).toArray(UUID[]::new)));
        setup.resource(clinic, "room", many.id());

        assertThat(statements.during(() -> search(one, day, day))).isLessThanOrEqualTo(5);
        assertThat(statements.during(() -> search(many, day, day.plusDays(13)))).isEqualTo(7);
    }

    @Test
    void offersThePractitionersOfOneStartInTheClinicsOrder() {
        var second = setup.practitioner(clinic, Map.of("position", 2));
        var first = setup.practitioner(clinic, Map.of("position", 1));
        setup.practitioner(clinic);
        setup.hours(clinic, second, "09:00", "10:00");
        setup.hours(clinic, first, "09:00", "10:00");
        var service = service(setup.service(clinic, Map.of(), first, second));

        assertThat(search(service, day, day)).extracting(Slot::practitionerId).containsExactly(first, second);
    }

    @Test
    void inactivePractitionerIsNotOffered() {
        var gone = setup.practitioner(clinic, Map.of("active", false));
        setup.hours(clinic, gone, "09:00", "10:00");

        assertThat(search(service(setup.service(clinic, Map.of(), gone)), day, day))
                .isEmpty();
    }

    @Test
    void readsHoursUntilMidnight() {
        var practitioner = setup.practitioner(clinic, Map.of());
        setup.hours(clinic, practitioner, "23:00", "24:00");

        assertThat(startsOf(service(setup.service(clinic, Map.of(), practitioner))))
                .containsExactly(at(23));
    }

    @Test
    void readsOverridesAndBreaks() {
        var practitioner = setup.practitioner(clinic);
        setup.pause(clinic, practitioner, "10:00", "17:00");
        setup.override(clinic, practitioner, day.plusDays(1), "12:00", "13:00");
        setup.override(clinic, practitioner, day.plusDays(2), null, null);
        var service = service(setup.service(clinic, Map.of(), practitioner));

        assertThat(search(service, day, day.plusDays(3)))
                .extracting(Slot::start)
                .containsExactly(
                        at(9),
                        day.plusDays(1).atTime(12, 0).atZone(NEW_YORK).toInstant(),
                        day.plusDays(3).atTime(9, 0).atZone(NEW_YORK).toInstant());
    }

    @Test
    void readsTimeOff() {
        var practitioner = setup.practitioner(clinic);
        setup.in(
                clinic,
                () -> jdbc.update(
                        "insert into scheduling.time_off values (?, gen_random_uuid(), ?, ?::timestamptz, ?::timestamptz)",
                        clinic.id(),
                        practitioner,
                        at(10).toString(),
                        at(17).toString()));

        assertThat(startsOf(service(setup.service(clinic, Map.of(), practitioner))))
                .containsExactly(at(9));
    }

    @Test
    void readsClosures() {
        var service = service(setup.service(clinic, Map.of(), setup.practitioner(clinic)));
        setup.in(
                clinic,
                () -> jdbc.update(
                        "insert into scheduling.closure values (?, gen_random_uuid(), null, ?, ?, 'Holiday')",
                        clinic.id(),
                        day,
                        day));

        assertThat(startsOf(service)).isEmpty();
    }

    @Test
    void endedVisitsOfTheDayCountTowardsItsLimitAndCancelledOnesDoNot() {
        var practitioner = setup.practitioner(clinic);
        var service = service(setup.service(clinic, Map.of("per_day_limit", 1), practitioner));
        var patient = setup.patient(clinic);
        setup.appointment(clinic, patient, service.id(), practitioner, at(9), "cancelled");
        assertThat(startsOf(service)).isNotEmpty();

        setup.appointment(clinic, patient, service.id(), practitioner, at(9), "completed");

        assertThat(startsOf(service)).isEmpty();
    }

    @Test
    void anyPractitionerIsTheOneWithTheFewestVisitsThatDay() {
        var first = setup.practitioner(clinic);
        var second = setup.practitioner(clinic);
        var service = service(setup.service(clinic, Map.of(), first, second));
        var order = search(service, day, day).stream()
                .map(Slot::practitionerId)
                .distinct()
                .toList();
        assertThat(chosen(service)).isEqualTo(order.get(0));

        setup.appointment(clinic, setup.patient(clinic), service.id(), order.get(0), at(9));

        assertThat(chosen(service)).isEqualTo(order.get(1));
    }

    @Test
    void serviceThatNobodyGivesCannotBePlaced() {
        var service = service(setup.service(clinic, Map.of()));

        assertThat(setup.in(clinic, () -> availability.place(service, Optional.empty(), at(12), Except.NONE)))
                .isEmpty();
    }

    @Test
    void nextFreeNamesEachTimeOnceWhenAnyPractitionerWillDo() {
        var service = service(setup.service(clinic, Map.of(), setup.practitioner(clinic), setup.practitioner(clinic)));

        var next = scope.call(clinic.id(), () -> availability.nextFree(service, Optional.empty(), at(15), 3));

        assertThat(next)
                .extracting(Slot::start)
                .containsExactly(
                        at(15),
                        at(16),
                        day.plusDays(1).atTime(9, 0).atZone(NEW_YORK).toInstant());
    }

    @Test
    void nextFreeLooksFurtherAheadWhenTheNextDaysAreFull() {
        var practitioner = setup.practitioner(clinic, Map.of());
        setup.override(clinic, practitioner, day.plusDays(40), "09:00", "10:00");
        var service = service(setup.service(clinic, Map.of(), practitioner));

        var next = scope.call(clinic.id(), () -> availability.nextFree(service, Optional.empty(), at(9), 3));

        assertThat(next)
                .extracting(Slot::start)
                .containsExactly(day.plusDays(40).atTime(9, 0).atZone(NEW_YORK).toInstant());
    }

    private UUID chosen(ServiceOffer service) {
        return setup.in(clinic, () -> availability.place(service, Optional.empty(), at(12), Except.NONE))
                .orElseThrow()
                .practitionerId();
    }

    private List<Slot> search(ServiceOffer service, LocalDate from, LocalDate to) {
        return scope.call(clinic.id(), () -> availability.search(service, Optional.empty(), from, to));
    }

    private List<Instant> startsOf(ServiceOffer service) {
        return search(service, day, day).stream().map(Slot::start).toList();
    }

    private ServiceOffer service(UUID id) {
        return scope.call(clinic.id(), () -> catalogue.service(id)).orElseThrow();
    }

    private Instant at(int hour) {
        return day.atTime(hour, 0).atZone(NEW_YORK).toInstant();
    }
}
