package org.carewright.scheduling.setup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.carewright.billing.invoice.InvoiceSource;
import org.carewright.billing.invoice.Invoices;
import org.carewright.scheduling.AppointmentService;
import org.carewright.scheduling.ManageBookingService;
import org.carewright.scheduling.ManageBookingService.Actor;
import org.carewright.scheduling.ManagedAppointment;
import org.carewright.scheduling.catalogue.CatalogueService;
import org.carewright.scheduling.slots.AvailabilityService;
import org.carewright.shared.money.Money;
import org.carewright.test.CarewrightTest;
import org.carewright.test.TestMoney;
import org.carewright.test.TestScheduling;
import org.carewright.test.TestVisits;
import org.carewright.test.TestVisits.Practice;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Visits that are booked keep what they were booked with, whatever becomes of their service (SCH-1). */
@CarewrightTest
class BookedVisitsStayTests {

    private static final Currency DOLLARS = TestMoney.DOLLARS;

    @Autowired
    TestVisits visits;

    @Autowired
    TestScheduling scheduling;

    @Autowired
    ServiceSettings services;

    @Autowired
    ManageBookingService manage;

    @Autowired
    AppointmentService appointments;

    @Autowired
    AvailabilityService availability;

    @Autowired
    CatalogueService catalogue;

    @Autowired
    Invoices invoices;

    @Autowired
    JdbcTemplate database;

    private Practice practice;
    private Instant start;

    @BeforeEach
    void open() {
        practice = visits.open();
        start = LocalDate.now(practice.clinic().zone())
                .plusDays(20)
                .atTime(10, 0)
                .atZone(practice.clinic().zone())
                .toInstant();
    }

    @Test
    void aVisitKeepsPriceLengthAndDeposit() {
        var service = visits.withDeposit(practice, false, 2_000);
        var booked = visits.book(practice, service, start).appointmentId();

        change(service, Map.of("price", "200", "minutes", "30", "deposit", "150"));

        assertThat(visit(booked).price()).isEqualTo(new Money(8_000, DOLLARS));
        assertThat(visit(booked).deposit()).isEqualTo(new Money(2_000, DOLLARS));
        assertThat(length(visit(booked))).isEqualTo(Duration.ofHours(1));
        var next =
                visits.book(practice, service, start.plus(Duration.ofHours(3))).appointmentId();
        assertThat(visit(next).price()).isEqualTo(new Money(20_000, DOLLARS));
        assertThat(visit(next).deposit()).isEqualTo(new Money(15_000, DOLLARS));
        assertThat(length(visit(next))).isEqualTo(Duration.ofMinutes(30));
    }

    @Test
    void aMovedVisitIsAsLongAsItWas() {
        var booked = visits.book(practice, practice.visit(), start).appointmentId();
        change(practice.visit(), Map.of("minutes", "90"));

        var moved = move(booked, start.plus(Duration.ofHours(2)));

        assertThat(length(moved)).isEqualTo(Duration.ofHours(1));
        assertThat(moved.price()).isEqualTo(new Money(8_000, DOLLARS));
    }

    @Test
    void aVisitOfAnArchivedServiceCanBeMovedAndIsInvoiced() {
        var booked = visits.book(practice, practice.visit(), start).appointmentId();
        change(practice.visit(), Map.of("price", "95"));
        in(() -> {
            services.archive(practice.visit());
            return null;
        });

        assertThat(move(booked, start.plus(Duration.ofHours(2))).start()).isEqualTo(start.plus(Duration.ofHours(2)));
        in(() -> {
            database.update(
                    "update scheduling.appointment set started_at = starts_at, ended_at = ends_at where id = ?",
                    booked);
            appointments.publishCompleted(booked, "as_planned");
            return null;
        });
        var invoice = in(() -> invoices.of(new InvoiceSource(InvoiceSource.Kind.APPOINTMENT, booked))
                .map(invoices::get)
                .orElseThrow());
        assertThat(invoice.lines()).singleElement().satisfies(line -> {
            assertThat(line.description()).isEqualTo("Follow-up");
            assertThat(line.unitMinor()).isEqualTo(8_000);
        });
    }

    @Test
    void nobodyJoinsAGroupVisitThatIsShorterThanItsServiceIsNow() {
        visits.book(practice, practice.group(), start);
        assertThat(offersStart(practice.group())).isTrue();

        change(practice.group(), Map.of("minutes", "90", "seats", "5"));

        assertThat(offersStart(practice.group())).isFalse();
        change(practice.group(), Map.of("minutes", "60", "seats", "5"));
        assertThat(offersStart(practice.group())).isTrue();
    }

    private boolean offersStart(UUID service) {
        var day = start.atZone(practice.clinic().zone()).toLocalDate();
        return in(() -> availability.search(catalogue.service(service).orElseThrow(), Optional.empty(), day, day))
                .stream()
                .anyMatch(slot -> slot.start().equals(start));
    }

    private void change(UUID service, Map<String, String> typed) {
        in(() -> {
            var now = services.get(service);
            var form = ServiceForm.of(now.draft(), DOLLARS);
            typed.forEach(form::set);
            services.change(service, now.version(), ServiceForm.read(form, DOLLARS));
            return null;
        });
    }

    private ManagedAppointment move(UUID visit, Instant to) {
        return scheduling.in(
                practice.clinic(), () -> manage.reschedule(visit, to, practice.practitioner(), Actor.PATIENT));
    }

    private ManagedAppointment visit(UUID id) {
        return in(() -> manage.find(id));
    }

    private <T> T in(Supplier<T> work) {
        return scheduling.in(practice.clinic(), work);
    }

    private static Duration length(ManagedAppointment visit) {
        return Duration.between(visit.start(), visit.end());
    }
}
