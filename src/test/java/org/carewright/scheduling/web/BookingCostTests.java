package org.carewright.scheduling.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.carewright.test.CarewrightTest;
import org.carewright.test.RoundTrips;
import org.carewright.test.RoundTrips.Talk;
import org.carewright.test.TestVisits;
import org.carewright.test.TestVisits.Practice;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;

/** What one booking over HTTP asks of the database, the engine's share included. */
@CarewrightTest
class BookingCostTests {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    /** It was 47 before checking and booking became one transaction. A dearer booking needs a reason. */
    private static final int MOST_TRIPS = 42;

    /** Whoever only looks on asks less. */
    private static final int BOOKING_ASKS = 30;

    @Autowired
    TestRestTemplate http;

    @Autowired
    TestVisits visits;

    @Test
    void bookingWaitsForTheDatabaseNoMoreOftenThanItDid() {
        var practice = visits.open();
        book(practice, 9);
        book(practice, 10);

        // Once in a while the engine fetches a block of ids; not twice in a row.
        var trips = Math.min(trips(practice, 11), trips(practice, 13));

        assertThat(trips).isLessThanOrEqualTo(MOST_TRIPS);
    }

    private int trips(Practice practice, int hour) {
        var talks = RoundTrips.during(() -> book(practice, hour)).values().stream()
                .filter(talk -> talk.statements().size() > BOOKING_ASKS)
                .toList();
        assertThat(talks).hasSize(1);
        return talks.stream().mapToInt(Talk::trips).sum();
    }

    private void book(Practice practice, int hour) {
        var form = TestVisits.form();
        form.put("familyName", "Lindqvist " + hour);
        var start = LocalDate.now(NEW_YORK)
                .plusDays(12)
                .atTime(hour, 0)
                .atZone(NEW_YORK)
                .toOffsetDateTime();
        var wish = Map.of(
                "serviceId", practice.visit(),
                "practitionerId", practice.practitioner(),
                "start", start.toString(),
                "form", form);
        var answer = http.postForEntity(
                "/api/v1/public/clinics/" + practice.clinic().slug() + "/appointments", wish, String.class);
        assertThat(answer.getStatusCode().value()).as(answer.getBody()).isEqualTo(201);
    }
}
