package org.carewright.negative;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.carewright.shared.tenant.ClinicScope;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Everything the database holds of a clinic, so that two clinics in which the same was done can be held side by side. */
@Component
class ClinicRows {

    /** What differs from one run to the next: ids, secrets, times; of these it counts whether there is one. */
    private static final String VOLATILE =
            """
            y.typname in ('uuid', '_uuid', 'bytea', 'timestamptz', 'timestamp', 'tstzrange')
                or a.attname like '%token'
                or a.attname in ('position', 'transaction')
            """;

    private static final Pattern CHANCE =
            Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9A-Fa-f]{16,}|\\+?\\d{5,}|clinic-?\\s?\\d+");

    private static final String TABLES =
            """
            select format('select %L as place, (to_jsonb(t) - array[%s]::text[] || jsonb_build_object(%s))::text as content'
                       || ' from %I.%I t',
                       s.nspname || '.' || c.relname,
                       coalesce(string_agg(quote_literal(a.attname), ', ') filter (where %1$s), ''),
                       coalesce(string_agg(format('%%L, t.%%I is not null', a.attname, a.attname), ', ')
                           filter (where %1$s), ''),
                       s.nspname, c.relname)
              from pg_class c
              join pg_namespace s on s.oid = c.relnamespace
              join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
              join pg_type y on y.oid = a.atttypid
             where c.relrowsecurity
               and c.relkind = 'r'
               and has_table_privilege(c.oid, 'select')
             group by s.nspname, c.relname
             order by 1
            """;

    /** A read of a record is in the log, but changes nothing. */
    private static final String READ = "\"action\": \"patient.read\"";

    private final JdbcTemplate database;
    private final ClinicScope scope;
    private final TransactionTemplate transaction;
    private String query;

    ClinicRows(JdbcTemplate database, ClinicScope scope, PlatformTransactionManager transactions) {
        this.database = database;
        this.scope = scope;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** A line for each row of each table: its name and the columns that don't differ by chance. */
    List<String> of(UUID clinicId) {
        return scope.call(clinicId, () -> transaction.execute(status -> read(query())));
    }

    private List<String> read(String sql) {
        var lines = new ArrayList<String>();
        database.query(sql, row -> {
            lines.add(row.getString("place") + " "
                    + CHANCE.matcher(row.getString("content")).replaceAll("~"));
        });
        lines.removeIf(line -> line.contains(READ));
        lines.sort(null);
        return lines;
    }

    private String query() {
        if (query == null) {
            query = database.queryForList(TABLES.replace("%1$s", VOLATILE).replace("%%", "%"), String.class).stream()
                    .collect(Collectors.joining("\nunion all\n"));
        }
        return query;
    }
}
