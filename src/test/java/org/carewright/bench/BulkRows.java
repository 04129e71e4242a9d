package org.carewright.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;

/**
 * Rows by the hundred thousand, written by the database's superuser in statements of its own making. Foreign keys are
 * not checked meanwhile; the rows keep to them.
 */
final class BulkRows {

    private static final String PATIENTS =
            """
            insert into patients.patient (clinic_id, id, given_name, family_name, name_token, created_at)
            select '${clinic}', gen_random_uuid(), 'Bench', 'Patient ' || n, 'bench-' || n, now()
            from generate_series(1, ${count}) n
            """;

    /** Visits of the past, one after another without a gap in each practitioner's time; most were completed. */
    private static final String PAST =
            """
            with people as (select array_agg(id) as ids from patients.patient where clinic_id = '${clinic}'),
                 staff as (select array_agg(id) as ids from scheduling.practitioner where clinic_id = '${clinic}')
            insert into scheduling.appointment (clinic_id, id, reservation_id, patient_id, service_id, practitioner_id,
                location_id, starts_at, ends_at, status, price_minor, currency, time_zone_shown, answers,
                process_instance_id, requested_at, confirmed_at, ended_at)
            select '${clinic}', gen_random_uuid(), 'past-' || n, people.ids[1 + n % cardinality(people.ids)], '${visit}',
                   staff.ids[1 + n % cardinality(staff.ids)], '${location}', at, at + interval '1 hour',
                   (array['completed', 'completed', 'completed', 'completed', 'completed', 'completed', 'completed',
                          'completed', 'no_show', 'cancelled'])[1 + (n / 7) % 10],
                   8000, 'USD', 'America/New_York', decode(repeat('a5', 300), 'hex'), gen_random_uuid()::text,
                   at - interval '9 days', at - interval '9 days', at + interval '1 hour'
            from people, staff, generate_series(${from}, ${to}) n,
                 lateral (select date_trunc('hour', now()) - (n / 20 + 2) * interval '1 hour' as at) times
            """;

    /** Visits ahead: of each practitioner's hours of the next weeks that share, with what they block. */
    private static final String AHEAD =
            """
            with people as (select array_agg(id) as ids from patients.patient where clinic_id = '${clinic}'),
                 visit as (
                   insert into scheduling.appointment (clinic_id, id, reservation_id, patient_id, service_id,
                       practitioner_id, location_id, starts_at, ends_at, status, price_minor, currency,
                       time_zone_shown, answers, process_instance_id, requested_at, confirmed_at)
                   select '${clinic}', gen_random_uuid(), p.id || to_char(times.at, ' YYYYMMDDHH24'),
                          people.ids[1 + (p.number * 7919 + day * 131 + hour) % cardinality(people.ids)], '${visit}',
                          p.id, '${location}', times.at, times.at + interval '1 hour', 'confirmed', 8000, 'USD',
                          'America/New_York', decode(repeat('a5', 300), 'hex'), gen_random_uuid()::text, now(), now()
                   from people,
                        (select id, row_number() over (order by id) as number
                         from scheduling.practitioner where clinic_id = '${clinic}') p,
                        generate_series(${from}, ${to}) day, generate_series(8, 17) hour,
                        lateral (select ((current_date + day)::timestamp + hour * interval '1 hour')
                                        at time zone 'America/New_York' as at) times
                   where (p.number * 7 + day * 3 + hour * 11) % 10 < ${tenths}
                   returning clinic_id, id, practitioner_id, patient_id, starts_at, ends_at)
            insert into scheduling.reservation (clinic_id, id, kind, taken_id, blocked, appointment_id, overbooked)
            select clinic_id, gen_random_uuid(), 'practitioner', practitioner_id, tstzrange(starts_at, ends_at), id, false
            from visit
            union all
            -- Overbooked: who comes doesn't matter to a search, and bulk patients may be in two places.
            select clinic_id, gen_random_uuid(), 'patient', patient_id, tstzrange(starts_at, ends_at), id, true
            from visit
            """;

    private static final String LIMIT =
            "update scheduling.practitioner set per_day_limit = ${limit} where clinic_id = '${clinic}'";

    private final String url;

    BulkRows(JdbcConnectionDetails database) {
        this(database.getJdbcUrl());
    }

    private BulkRows(String url) {
        this.url = url;
    }

    /** The same for another database. */
    BulkRows in(String otherUrl) {
        return new BulkRows(otherUrl);
    }

    String url() {
        return url;
    }

    void patients(BenchClinic clinic, int count) {
        execute(filled(PATIENTS, clinic).replace("${count}", "" + count));
    }

    /** Visits number {@code from} to {@code to}, newest first. */
    void past(BenchClinic clinic, int from, int to) {
        execute(filled(PAST, clinic).replace("${from}", "" + from).replace("${to}", "" + to));
    }

    /** @param from in how many days the first is; {@code tenths} of all hours up to day {@code to} are taken */
    void ahead(BenchClinic clinic, int from, int to, int tenths) {
        execute(filled(AHEAD, clinic)
                .replace("${from}", "" + from)
                .replace("${to}", "" + to)
                .replace("${tenths}", "" + tenths));
    }

    /** A practitioner's limit per day makes a search count appointments. @param limit a number, or null for none */
    void limitPerDay(BenchClinic clinic, String limit) {
        execute(filled(LIMIT, clinic).replace("${limit}", limit));
    }

    /** Any rows, in a transaction of their own. */
    void insert(String sql) {
        execute(sql);
    }

    /** What autovacuum would have done by the time a clinic has that many rows. */
    void settle() {
        execute("analyze");
        vacuum("scheduling.appointment");
        vacuum("scheduling.reservation");
        vacuum("patients.patient");
    }

    void vacuum(String table) {
        execute("vacuum (analyze) " + table);
    }

    private static String filled(String sql, BenchClinic clinic) {
        return sql.replace("${clinic}", clinic.clinic().id().toString())
                .replace("${location}", clinic.clinic().locationId().toString())
                .replace("${visit}", clinic.visit().toString());
    }

    private void execute(String sql) {
        try (var connection = superuser();
                var statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica");
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** An empty database on the same server. @return its address */
    String createDatabase(String name) {
        execute("drop database if exists " + name);
        execute("create database " + name + " owner carewright_owner encoding 'UTF8' template template0");
        return url.replaceAll("/[^/]*$", "/" + name);
    }

    /** @return a server setting */
    String show(String setting) {
        return value("show " + setting);
    }

    /** @return process id of PostgreSQL's first process */
    long postmaster() {
        return Long.parseLong(value("select split_part(pg_read_file('postmaster.pid'), e'\\n', 1)"));
    }

    /** @return the only value of the only row, seen past every clinic's border */
    String value(String sql) {
        try (var connection = superuser();
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Connection superuser() throws SQLException {
        return DriverManager.getConnection(url, "postgres", "");
    }
}
