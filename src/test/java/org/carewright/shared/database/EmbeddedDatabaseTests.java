package org.carewright.shared.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseTests {

    @TempDir
    Path files;

    @Test
    void aTemporaryDatabaseIsMadeAnewWhereAKilledRunLeftItsFiles() throws IOException {
        var directory = Files.createDirectory(files.resolve("postgres"));
        Files.writeString(directory.resolve("PG_VERSION"), "17");
        var left = Files.createFile(directory.resolve("left"));
        try (var database = new EmbeddedDatabase(new EmbeddedDatabaseSettings(directory, 0, true, Map.of()))) {
            assertThat(database.url()).startsWith("jdbc:postgresql:");
            assertThat(left).doesNotExist();
        }
    }
}
