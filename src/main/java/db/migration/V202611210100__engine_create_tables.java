package db.migration;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.CRC32;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.springframework.core.io.ClassPathResource;

/**
 * Creates the engine's tables in schema {@code engine} from the scripts that the engine's own jar carries, so that
 * what the tables are and what the engine expects cannot differ. A later engine version adds a migration that runs its
 * upgrade script; the checksum makes Flyway refuse a jar whose scripts have changed under us.
 */
@SuppressWarnings("checkstyle:TypeName")
public class V202611210100__engine_create_tables extends BaseJavaMigration {

    private static final List<String> PARTS = List.of(
            "engine", "history", "identity", "case.engine", "case.history", "decision.engine", "decision.history");

    @Override
    public Integer getChecksum() {
        var crc = new CRC32();
        PARTS.forEach(part -> crc.update(script(part).getBytes(StandardCharsets.UTF_8)));
        return (int) crc.getValue();
    }

    @Override
    public void migrate(Context context) throws Exception {
        try (var statement = context.getConnection().createStatement()) {
            statement.execute("create schema engine");
            statement.execute("grant usage on schema engine to carewright_app");
            statement.execute("alter default privileges in schema engine"
                    + " grant select, insert, update, delete on tables to carewright_app");
            statement.execute("set local search_path = engine");
            for (var part : PARTS) {
                statement.execute(script(part));
            }
            statement.execute("reset search_path");
        }
    }

    private static String script(String part) {
        try {
            return new ClassPathResource("org/camunda/bpm/engine/db/create/activiti.postgres.create." + part + ".sql")
                    .getContentAsString(StandardCharsets.UTF_8);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
