package org.carewright.test;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.carewright.shared.tenant.ClinicScope;
import org.carewright.test.TestClinics.TestClinic;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Services, practitioners, rooms, patients and bare appointment rows for tests. */
@Component
public class TestScheduling {

    private final ClinicScope scope;
    private final TransactionTemplate transaction;
    private final JdbcTemplate jdbc;

    public TestScheduling(ClinicScope scope, PlatformTransactionManager transactions, JdbcTemplate jdbc) {
        this.scope = scope;
        this.transaction = new TransactionTemplate(transactions);
        this.jdbc = jdbc;
    }

    /** Runs work in the clinic's scope, in one transaction. */
    public <T> T in(TestClinic clinic, Supplier<T> work) {
        return scope.call(clinic.id(), () -> transaction.execute(status -> work.get()));
    }

    /** A practitioner without hours; columns as in the table. */
    public UUID practitioner(TestClinic clinic, Map<String, Object> columns) {
        return insert(clinic, "scheduling.practitioner", Map.of("name", "Dr. Test"), columns);
    }

    /** A practitioner who works every day from 09:00 to 17:00 at the main location. */
    public UUID practitioner(TestClinic clinic) {
        var id = practitioner(clinic, Map.of());
        hours(clinic, id, "09:00", "17:00");
        return id;
    }

    /** Hours on every day of the week at the main location. */
    public void hours(TestClinic clinic, UUID practitioner, String opens, String closes) {
        in(
                clinic,
                () -> jdbc.update(
                        "insert into scheduling.working_hours (clinic_id, id, practitioner_id, location_id, weekday,"
                                + " opens, closes) select ?, gen_random_uuid(), ?, ?, d, ?::time, ?::time"
                                + " from generate_series(1, 7) d",
                        clinic.id(),
                        practitioner,
                        clinic.locationId(),
                        opens,
                        closes));
    }

    /** Another day's hours in place of the week's; without times none at all. */
    public void override(TestClinic clinic, UUID practitioner, LocalDate date, String opens, String closes) {
        in(
                clinic,
                () -> jdbc.update(
                        "insert into scheduling.hours_override values (?, gen_random_uuid(), ?, ?, ?, ?::time, ?::time)",
                        clinic.id(),
                        practitioner,
                        clinic.locationId(),
                        date,
                        opens,
                        closes));
    }

    /** A break on every day of the week. */
    public void pause(TestClinic clinic, UUID practitioner, String starts, String ends) {
        in(
                clinic,
                () -> jdbc.update(
                        "insert into scheduling.pause select ?, gen_random_uuid(), ?, d, ?::time, ?::time"
                                + " from generate_series(1, 7) d",
                        clinic.id(),
                        practitioner,
                        starts,
                        ends));
    }

    /**
     * A service of 60 minutes on a grid of 60, without notice and buffers; columns as in the table say otherwise.
     *
     * @param practitioners who give it
     */
    public UUID service(TestClinic clinic, Map<String, Object> columns, UUID... practitioners) {
        var defaults = Map.<String, Object>of(
                "name",
                "Visit",
                "speciality",
                "pt",
                "duration_minutes",
                60,
                "step_minutes",
                60,
                "notice_minutes",
                0,
                "price_minor",
                8000L);
        var id = insert(clinic, "scheduling.service", defaults, columns);
        for (var practitioner : practitioners) {
            in(
                    clinic,
                    () -> jdbc.update(
                            "insert into scheduling.practitioner_service values (?, ?, ?)",
                            clinic.id(),
                            practitioner,
                            id));
        }
        return id;
    }

    /** A room or piece of equipment at the main location, for that service. @param kind room or equipment */
    public UUID resource(TestClinic clinic, String kind, UUID service) {
        var id = insert(
                clinic,
                "scheduling.resource",
                Map.of("kind", kind, "name", kind, "location_id", clinic.locationId()),
                Map.of());
        in(
                clinic,
                () -> jdbc.update(
                        "insert into scheduling.service_resource values (?, ?, ?)", clinic.id(), service, id));
        return id;
    }

    /** A patient without contact data. */
    public UUID patient(TestClinic clinic) {
        return insert(
                clinic,
                "patients.patient",
                Map.of(
                        "given_name",
                        "Test",
                        "family_name",
                        "Patient",
                        "name_token",
                        UUID.randomUUID().toString(),
                        "created_at",
                        Timestamp.from(Instant.now())),
                Map.of());
    }

    /** The bare row of an appointment of an hour, without process and reservations. */
    public UUID appointment(TestClinic clinic, UUID patient, UUID service, UUID practitioner, Instant start) {
        return appointment(clinic, patient, service, practitioner, start, "confirmed");
    }

    /** Like {@link #appointment(TestClinic, UUID, UUID, UUID, Instant)} in that status. */
    public UUID appointment(
            TestClinic clinic, UUID patient, UUID service, UUID practitioner, Instant start, String status) {
        var columns = new LinkedHashMap<String, Object>();
        columns.put("reservation_id", UUID.randomUUID().toString());
        columns.put("patient_id", patient);
        columns.put("service_id", service);
        columns.put("practitioner_id", practitioner);
        columns.put("location_id", clinic.locationId());
        columns.put("starts_at", Timestamp.from(start));
        columns.put("ends_at", Timestamp.from(start.plusSeconds(3600)));
        columns.put("status", status);
        columns.put("price_minor", 8000L);
        columns.put("currency", "USD");
        columns.put("time_zone_shown", "UTC");
        columns.put("answers", new byte[0]);
        columns.put("requested_at", Timestamp.from(start.minusSeconds(7200)));
        return insert(clinic, "scheduling.appointment", columns, Map.of());
    }

    /** How many rows of a table the clinic has. */
    public int count(TestClinic clinic, String table) {
        return in(clinic, () -> jdbc.queryForObject("select count(*) from " + table, Integer.class));
    }

    private UUID insert(TestClinic clinic, String table, Map<String, Object> defaults, Map<String, Object> columns) {
        var id = UUID.randomUUID();
        var row = new LinkedHashMap<String, Object>(defaults);
        row.putAll(columns);
        row.put("clinic_id", clinic.id());
        row.put("id", id);
        var names = List.copyOf(row.keySet());
        var marks = names.stream().map(name -> "?").collect(Collectors.joining(", "));
        var sql = "insert into " + table + " (" + String.join(", ", names) + ") values (" + marks + ")";
        in(clinic, () -> jdbc.update(sql, row.values().toArray()));
        return id;
    }
}
