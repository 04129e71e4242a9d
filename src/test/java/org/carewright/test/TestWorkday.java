package org.carewright.test;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.carewright.identity.Role;
import org.carewright.scheduling.Appointment;
import org.carewright.scheduling.AppointmentService;
import org.carewright.scheduling.Booking;
import org.carewright.shared.tenant.ClinicScope;
import org.carewright.test.TestStaff.Person;
import org.carewright.test.TestVisits.Practice;
import org.springframework.stereotype.Component;

/**
 * Clinics with people who can sign in, where it is nine in the morning by the real clock: the visits of today can be
 * worked on without moving the time, which browsers and sessions would not follow.
 */
@Component
public class TestWorkday {

    private static final int MORNING = 9;
    private static final int EARLIEST_ZONE = -12;
    private static final int HOURS_OF_DAY = 24;

    private final TestClinics clinics;
    private final TestStaff staff;
    private final TestVisits visits;
    private final TestJobs jobs;
    private final AppointmentService appointments;
    private final ClinicScope scope;
    private final Clock clock;

    TestWorkday(
            TestClinics clinics,
            TestStaff staff,
            TestVisits visits,
            TestJobs jobs,
            AppointmentService appointments,
            ClinicScope scope,
            Clock clock) {
        this.clinics = clinics;
        this.staff = staff;
        this.visits = visits;
        this.jobs = jobs;
        this.appointments = appointments;
        this.scope = scope;
        this.clock = clock;
    }

    /** @param zone the clinic's, where it is nine o'clock */
    public record Workday(
            Practice practice, Person reception, Person practitioner, Person manager, ZoneId zone, LocalDate today) {}

    /** A new clinic on the morning of a day. */
    public Workday begin() {
        var zone = zoneOfMorning();
        var clinic = clinics.open(zone);
        var practitioner = staff.of(clinic, Role.PRACTITIONER);
        return new Workday(
                visits.open(clinic, practitioner.id()),
                staff.of(clinic, Role.RECEPTIONIST),
                practitioner,
                staff.of(clinic, Role.MANAGER),
                zone,
                LocalDate.now(clock.withZone(zone)));
    }

    /** A visit today, whose patient has been told and can be checked in. @param time such as {@code 13:00} */
    public Booking visit(Workday day, String time) {
        return book(day, day.practice().visit(), time);
    }

    /** Somebody asks for a visit today that reception has to approve. */
    public Booking request(Workday day, String time) {
        return book(day, day.practice().onRequest(), time);
    }

    /** A visit today whose process hasn't got anywhere: its first jobs have become incidents. */
    public Booking stuckVisit(Workday day, String time) {
        var booking = reserve(day, day.practice().visit(), time);
        jobs.giveUpDue(find(day, booking).processInstanceId());
        return booking;
    }

    private Booking book(Workday day, UUID service, String time) {
        var booking = reserve(day, service, time);
        runJobs(day, booking);
        return booking;
    }

    private Booking reserve(Workday day, UUID service, String time) {
        var start = day.today().atTime(LocalTime.parse(time)).atZone(day.zone()).toInstant();
        return visits.book(day.practice(), service, start, UnaryOperator.identity());
    }

    /** Runs what the visit's process has to do by now. */
    public void runJobs(Workday day, Booking booking) {
        jobs.runDue(find(day, booking).processInstanceId());
    }

    public Appointment find(Workday day, Booking booking) {
        return scope.call(
                day.practice().clinic().id(),
                () -> appointments.find(booking.appointmentId()).orElseThrow());
    }

    private ZoneId zoneOfMorning() {
        var hour = clock.instant().atZone(ZoneOffset.UTC).getHour();
        var ahead = Math.floorMod(MORNING - hour - EARLIEST_ZONE, HOURS_OF_DAY) + EARLIEST_ZONE;
        // The names of these zones count westwards.
        return ZoneId.of("Etc/GMT" + (ahead == 0 ? "" : "%+d".formatted(-ahead)));
    }
}
