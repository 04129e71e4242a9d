package org.carewright.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.carewright.test.TestVisits;

/** Books over the public API, never the same slot twice. */
final class BookingClient {

    /** Half of the days that can be booked are for bookings with a practitioner, the other half for those without. */
    private static final int DAYS = (BenchClinic.HORIZON_DAYS - BookingBench.FIRST_DAY) / 2;

    private static final int TIMES = DAYS * BenchClinic.VISITS_A_DAY;

    private final BenchClinic clinic;
    private final URI address;
    private final ObjectMapper json;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final AtomicInteger chosen = new AtomicInteger();
    private final AtomicInteger anyone = new AtomicInteger();
    private final AtomicInteger people = new AtomicInteger();
    private volatile UUID booked;

    BookingClient(BenchClinic clinic, int port, ObjectMapper json) {
        this.clinic = clinic;
        this.address = URI.create("http://localhost:" + port + "/api/v1/public/clinics/"
                + clinic.clinic().slug() + "/appointments");
        this.json = json;
    }

    /** @return one of the appointments booked so far */
    UUID booked() {
        return booked;
    }

    /** Each booking takes a slot of its own for a patient of its own, from an address of its own. */
    void book(boolean practitionerChosen) {
        var n = (practitionerChosen ? chosen : anyone).getAndIncrement();
        var turn = n / TIMES;
        if (turn >= BenchClinic.PRACTITIONERS) {
            throw new IllegalStateException("No slots left; ask for fewer bookings");
        }
        Map<String, Object> body = new HashMap<>();
        body.put("serviceId", clinic.visit());
        body.put(
                "start",
                slot(n % TIMES, practitionerChosen ? BookingBench.FIRST_DAY : BookingBench.FIRST_DAY + DAYS)
                        .toString());
        body.put("form", form(people.getAndIncrement()));
        if (practitionerChosen) {
            body.put("practitionerId", clinic.practitioners().get(turn));
        }
        var answer = send(body, "198.51.%d.%d".formatted(n / 250 % 250, n % 250));
        if (answer.statusCode() != 201) {
            throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
        if (booked == null) {
            booked = id(answer.body());
        }
    }

    /**
     * Days first, then hours: people at work at the same moment seldom want the same day, and a booking for any
     * practitioner waits for others of its day.
     */
    private static Instant slot(int number, int firstDay) {
        var time = LocalTime.of(BenchClinic.OPENS + number / DAYS, 0);
        return LocalDate.now(BenchClinic.ZONE)
                .plusDays(firstDay + number % DAYS)
                .atTime(time)
                .atZone(BenchClinic.ZONE)
                .toInstant();
    }

    private static Map<String, Object> form(int n) {
        var form = TestVisits.form();
        form.put("familyName", "Lindqvist " + n);
        form.put("phone", "+1212%d".formatted(5550000 + n));
        return form;
    }

    private HttpResponse<String> send(Map<String, Object> body, String from) {
        try {
            var request = HttpRequest.newBuilder(address)
                    .header("Content-Type", "application/json")
                    .header("X-Forwarded-For", from)
                    .POST(HttpRequest.BodyPublishers.ofString(json.writeValueAsString(body)))
                    .build();
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private UUID id(String body) {
        try {
            return UUID.fromString(json.readTree(body).get("id").asText());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
