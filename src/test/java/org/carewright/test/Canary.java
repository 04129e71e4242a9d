package org.carewright.test;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.stereotype.Component;

/**
 * Searches the database for values that must not be there in clear. A test puts words that occur nowhere else
 * ("canaries") in where personal data goes in, and then asks for them.
 */
@Component
public class Canary {

    private static final String ENGINE = "engine";

    private final JdbcClient superuser;

    Canary(JdbcConnectionDetails database) {
        // Row level security would hide what there is.
        this.superuser = JdbcClient.create(new DriverManagerDataSource(database.getJdbcUrl(), "postgres", ""));
    }

    /** Where in schema {@code engine} a value stands in clear, as {@code table.column}; empty when nowhere. */
    public List<String> findInEngine(String... values) {
        return places(column -> column.schema().equals(ENGINE), values)
                .map(column -> column.table() + "." + column.name())
                .toList();
    }

    /**
     * Where in the whole database a value stands in clear, as {@code schema.table.column}.
     *
     * @param except tables that aren't searched, as {@code schema.table}
     */
    public List<String> findInDatabaseExcept(Set<String> except, String... values) {
        return places(column -> !except.contains(column.schema() + "." + column.table()), values)
                .map(column -> column.schema() + "." + column.table() + "." + column.name())
                .toList();
    }

    private Stream<Column> places(java.util.function.Predicate<Column> wanted, String... values) {
        return columns().stream().filter(wanted).filter(column -> holds(column, values));
    }

    private List<Column> columns() {
        return superuser
                .sql(
                        """
                        select c.table_schema as schema, c.table_name as "table", c.column_name as name, c.data_type as type
                        from information_schema.columns c
                        join information_schema.tables t using (table_schema, table_name)
                        where c.table_schema not in ('pg_catalog', 'information_schema')
                          and t.table_type = 'BASE TABLE'
                          and c.data_type in ('character varying', 'text', 'character', 'json', 'jsonb', 'bytea', 'ARRAY')
                        order by 1, 2, 3
                        """)
                .query(Column.class)
                .list();
    }

    private boolean holds(Column column, String... values) {
        var name = "\"" + column.name() + "\"";
        var found = column.type().equals("bytea")
                ? "position(convert_to(word, 'UTF8') in " + name + ") > 0"
                : "position(word in " + name + "::text) > 0";
        return superuser
                .sql("select exists (select from \"" + column.schema() + "\".\"" + column.table()
                        + "\", unnest(string_to_array(:words, chr(10))) word where " + found + ")")
                .param("words", String.join("\n", values))
                .query(Boolean.class)
                .single();
    }

    private record Column(String schema, String table, String name, String type) {}
}
