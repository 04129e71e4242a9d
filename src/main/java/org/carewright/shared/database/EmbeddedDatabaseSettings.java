package org.carewright.shared.database;

import java.nio.file.Path;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The embedded PostgreSQL, used when no {@code spring.datasource.url} is given.
 *
 * @param directory where its data is kept; created when missing, used again when there
 * @param port the TCP port on the loopback address; 0 takes a free one at each start
 * @param temporary whether the data is made anew at each start and thrown away afterwards (tests)
 * @param server server parameters as in postgresql.conf
 */
@ConfigurationProperties("carewright.embedded-database")
record EmbeddedDatabaseSettings(
        @DefaultValue("data/postgres") Path directory,
        @DefaultValue("0") int port,
        @DefaultValue("false") boolean temporary,
        @DefaultValue Map<String, String> server) {}
