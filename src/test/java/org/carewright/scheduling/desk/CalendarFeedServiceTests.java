package org.carewright.scheduling.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Supplier;
import org.carewright.scheduling.ManageBookingService;
import org.carewright.scheduling.ManageBookingService.Actor;
import org.carewright.scheduling.desk.DeskService.Staff;
import org.carewright.shared.problem.ProblemException;
import org.carewright.shared.tenant.ClinicScope;
import org.carewright.test.CarewrightTest;
import org.carewright.test.TestTime;
import org.carewright.test.TestVisits;
import org.carewright.test.TestVisits.Practice;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;

@CarewrightTest
class CalendarFeedServiceTests {

    private static final Instant START = Instant.parse("2027-03-15T14:00:00Z");
    private static final Staff MANAGER = new Staff(UUID.randomUUID(), "manager");

    @RegisterExtension
    final TestTime time = new TestTime();

    @Autowired
    CalendarFeedService feeds;

    @Autowired
    ManageBookingService manage;

    @Autowired
    TestVisits visits;

    @Autowired
    ClinicScope scope;

    private Practice practice;

    @BeforeEach
    void openPractice() {
        time.moveTo("2027-03-01T15:00:00Z");
        practice = visits.open();
    }

    @Test
    void showsVisitsWithoutSayingWhoComes() {
        visits.book(practice, practice.visit(), START);

        assertThat(read(create()))
                .contains("DTSTART:20270315T140000Z", "SUMMARY:Follow-up")
                .doesNotContain("Mira", "Lindqvist", "patient.example");
    }

    @Test
    void leavesOutWhatIsCancelled() {
        var booking = visits.book(practice, practice.visit(), START);
        var token = create();
        in(() -> manage.cancel(booking.appointmentId(), null, Actor.PATIENT));

        assertThat(read(token)).contains("BEGIN:VCALENDAR").doesNotContain("BEGIN:VEVENT");
    }

    @Test
    void answersNothingOnceRevoked() {
        var token = create();
        in(() -> {
            feeds.revoke(feeds.all().get(0).id(), MANAGER);
            return null;
        });
        assertThatThrownBy(() -> feeds.read(token)).isInstanceOf(ProblemException.class);
    }

    @Test
    void refusesAPractitionerOfAnotherClinic() {
        var other = visits.open();
        assertThatThrownBy(() -> in(() -> feeds.create(other.practitioner(), MANAGER)))
                .isInstanceOf(ProblemException.class);
    }

    private String create() {
        var address = in(() -> feeds.create(practice.practitioner(), MANAGER));
        return address.replaceAll(".*/calendar/(.*)\\.ics", "$1");
    }

    private String read(String token) {
        return new String(feeds.read(token), StandardCharsets.UTF_8);
    }

    private <T> T in(Supplier<T> work) {
        return scope.call(practice.clinic().id(), work);
    }
}
