package org.carewright.scheduling.slots;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.ibatis.session.SqlSessionFactory;
import org.carewright.scheduling.slots.AvailabilityMapper.Period;
import org.carewright.test.CarewrightTest;
import org.carewright.test.TestClinics;
import org.carewright.test.TestClinics.TestClinic;
import org.carewright.test.TestScheduling;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * How PostgreSQL carries out a search's statements as the application's role under row level security: operators that
 * aren't leakproof would silently lose the index there.
 */
@CarewrightTest
class SearchPlanTests {

    private static final Instant FROM = Instant.parse("2031-03-01T00:00:00Z");
    private static final int VISITS = 3000;

    /** One visit again and again, an hour apart. */
    private static final String COPIES =
            """
            insert into scheduling.appointment (clinic_id, id, reservation_id, patient_id, service_id, practitioner_id,
                location_id, starts_at, ends_at, status, price_minor, currency, time_zone_shown, answers, requested_at)
            select clinic_id, gen_random_uuid(), gen_random_uuid()::text, patient_id, service_id, practitioner_id,
                   location_id, starts_at + n * interval '1 hour', ends_at + n * interval '1 hour', status, price_minor,
                   currency, time_zone_shown, answers, requested_at
            from scheduling.appointment, generate_series(1, ?) n
            """;

    private static final String TAKEN =
            """
            insert into scheduling.reservation (clinic_id, id, kind, taken_id, blocked, appointment_id, overbooked)
            select clinic_id, gen_random_uuid(), 'practitioner', taken.id, tstzrange(starts_at, ends_at), a.id, true
            from scheduling.appointment a, unnest(?::uuid[]) taken (id)
            """;

    @Autowired
    TestClinics clinics;

    @Autowired
    TestScheduling scheduling;

    @Autowired
    SqlSessionFactory mybatis;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    JdbcConnectionDetails database;

    private TestClinic clinic;
    private UUID service;
    private UUID[] practitioners;

    @BeforeEach
    void clinicWithManyVisits() throws SQLException {
        clinic = clinics.open();
        practitioners =
                Stream.generate(() -> scheduling.practitioner(clinic)).limit(4).toArray(UUID[]::new);
        service = scheduling.service(clinic, Map.of(), practitioners);
        scheduling.appointment(clinic, scheduling.patient(clinic), service, practitioners[0], FROM);
        scheduling.in(clinic, () -> jdbc.update(COPIES, VISITS) + jdbc.update(TAKEN, (Object) practitioners));
        try (var superuser = DriverManager.getConnection(database.getJdbcUrl(), "postgres", "");
                var statement = superuser.createStatement()) {
            statement.execute("vacuum (analyze) scheduling.reservation, scheduling.appointment");
        }
    }

    @Test
    void readsWhatIsTakenFromOneStretchOfAnIndex() {
        var plan = plan("busy", Map.of("takenIds", practitioners, "period", twoWeeks()));

        assertThat(plan)
                // Whether the heap is looked at as well depends on what other sessions keep vacuum from marking.
                .anySatisfy(line -> assertThat(line).contains("reservation_busy"))
                .anySatisfy(line -> assertThat(line)
                        .contains("Index Cond")
                        .contains("taken_id = ANY")
                        .contains("blocked_from >="));
        assertThat(plan).noneMatch(line -> line.contains("Seq Scan on reservation"));
    }

    @Test
    void countsVisitsOfOneStretchOfAnIndex() {
        var plan = plan("visits", Map.of("practitionerIds", practitioners, "serviceId", service, "period", twoWeeks()));

        assertThat(plan)
                .anySatisfy(line -> assertThat(line).contains("appointment_times"))
                .anySatisfy(line -> assertThat(line).contains("Index Cond").contains("starts_at <"));
        assertThat(plan).noneMatch(line -> line.contains("Seq Scan on appointment"));
    }

    private static Period twoWeeks() {
        return new Period(FROM, FROM.plus(Duration.ofDays(14)), FROM, null, null);
    }

    /** How a mapper's statement is carried out with these parameters. */
    private List<String> plan(String statement, Map<String, Object> parameters) {
        var configuration = mybatis.getConfiguration();
        var mapped = configuration.getMappedStatement(AvailabilityMapper.class.getName() + "." + statement);
        var bound = mapped.getBoundSql(parameters);
        return scheduling.in(
                clinic,
                () -> jdbc.query(
                        connection -> {
                            var explain = connection.prepareStatement("explain " + bound.getSql());
                            configuration
                                    .newParameterHandler(mapped, parameters, bound)
                                    .setParameters(explain);
                            return explain;
                        },
                        rows -> {
                            var lines = new ArrayList<String>();
                            while (rows.next()) {
                                lines.add(rows.getString(1));
                            }
                            return lines;
                        }));
    }
}
