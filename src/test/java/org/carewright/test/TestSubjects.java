package org.carewright.test;

import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.carewright.messaging.CalendarInvite;
import org.carewright.messaging.MessageSubject;
import org.carewright.messaging.MessageSubjects;
import org.springframework.stereotype.Component;

/** Something to send messages about when there is no appointment. */
@Component
public class TestSubjects implements MessageSubjects {

    /** The subject type of these. */
    public static final String TYPE = "test-subject";

    private static final Instant START = Instant.parse("2027-03-01T15:00:00Z");

    private final Map<UUID, MessageSubject> subjects = new ConcurrentHashMap<>();

    /** A new subject with all values, for that patient. */
    public UUID about(UUID patientId) {
        var id = UUID.randomUUID();
        var values = new HashMap<String, String>();
        values.put("clinicName", "Test clinic");
        values.put("patientGivenName", "Ann");
        values.put("serviceName", "First assessment");
        values.put("practitionerName", "Dr Lee");
        values.put("startDate", "Monday, March 1, 2027");
        values.put("startTime", "10:00 AM");
        values.put("timeZone", "Eastern Time");
        values.put("durationMinutes", "60");
        values.put("manageUrl", "https://clinic.example/m/token");
        values.put("reservationId", "R-1");
        subjects.put(id, new MessageSubject(patientId, values, invite(id)));
        return id;
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public MessageSubject load(UUID id) {
        return Optional.ofNullable(subjects.get(id)).orElseThrow(() -> new IllegalStateException("No such subject"));
    }

    private static CalendarInvite invite(UUID id) {
        return new CalendarInvite(
                id + "@carewright",
                0,
                false,
                START,
                START.plusSeconds(3600),
                ZoneId.of("America/New_York"),
                "Visit at Test clinic",
                "1 Main Street",
                "https://clinic.example/m/token");
    }
}
