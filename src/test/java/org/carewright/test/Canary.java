package org.carewright.test;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Searches the engine's tables for values that must not be there in clear. A test puts words that occur nowhere else
 * ("canaries") in where personal data goes in, and then asks for them.
 */
@Component
public class Canary {

    private final JdbcClient jdbc;

    Canary(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Where in schema {@code engine} a value stands in clear, as {@code table.column}; empty when nowhere. */
    public List<String> findInEngine(String... values) {
        var places = new TreeSet<String>();
        for (var column : columns()) {
            for (var value : values) {
                if (count(column, value) > 0) {
                    places.add(column.table() + "." + column.name());
                }
            }
        }
        return new ArrayList<>(places);
    }

    private List<Column> columns() {
        return jdbc.sql(
                        """
                        select c.table_name as "table", c.column_name as name, c.data_type as type
                        from information_schema.columns c
                        join information_schema.tables t using (table_schema, table_name)
                        where c.table_schema = 'engine'
                          and t.table_type = 'BASE TABLE'
                          and c.data_type in ('character varying', 'text', 'character', 'json', 'jsonb', 'bytea')
                        """)
                .query(Column.class)
                .list();
    }

    private long count(Column column, String value) {
        var table = "engine.\"" + column.table() + "\"";
        var name = "\"" + column.name() + "\"";
        if (column.type().equals("bytea")) {
            return jdbc.sql("select count(*) from " + table + " where position(:value in " + name + ") > 0")
                    .param("value", value.getBytes(StandardCharsets.UTF_8))
                    .query(Long.class)
                    .single();
        }
        return jdbc.sql("select count(*) from " + table + " where position(:value in " + name + "::text) > 0")
                .param("value", value)
                .query(Long.class)
                .single();
    }

    private record Column(String table, String name, String type) {}
}
