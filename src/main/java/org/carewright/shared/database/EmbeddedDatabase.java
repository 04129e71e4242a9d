package org.carewright.shared.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.ClassPathResource;
import org.springframework.util.FileSystemUtils;

/**
 * A real PostgreSQL that lives and dies with the application. One application at a time uses a data directory; a
 * server left behind by a killed application is stopped first, its data is recovered by PostgreSQL as after any crash.
 */
class EmbeddedDatabase implements AutoCloseable {

    static final String DATABASE = "carewright";
    static final String OWNER = "carewright_owner";
    static final String APPLICATION = "carewright_app";

    private static final Logger log = LoggerFactory.getLogger(EmbeddedDatabase.class);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(30);

    private final FileChannel lockFile;
    private final FileLock lock;
    private final EmbeddedPostgres server;

    EmbeddedDatabase(EmbeddedDatabaseSettings settings) {
        try {
            var directory = settings.directory().toAbsolutePath();
            Files.createDirectories(directory.getParent());
            this.lockFile = FileChannel.open(
                    directory.resolveSibling(directory.getFileName() + ".lock"),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE);
            this.lock = lockFile.tryLock();
            if (lock == null) {
                throw new EmbeddedDatabaseInUseException(directory);
            }
            stopServerLeftBehind(directory);
            if (settings.temporary()) {
                // What a killed run left behind; initdb takes only an empty directory.
                FileSystemUtils.deleteRecursively(directory);
            }
            var builder = EmbeddedPostgres.builder()
                    .setDataDirectory(directory)
                    .setCleanDataDirectory(settings.temporary())
                    .setPort(settings.port())
                    .setPGStartupWait(Duration.ofSeconds(60))
                    .setRegisterShutdownHook(false)
                    .setLocaleConfig("locale", "C");
            settings.server().forEach(builder::setServerConfig);
            this.server = builder.start();
            createDatabase();
        } catch (IOException e) {
            throw new UncheckedIOException("The embedded PostgreSQL did not start", e);
        } catch (SQLException e) {
            throw new IllegalStateException("The embedded PostgreSQL's database could not be set up", e);
        }
    }

    private static void stopServerLeftBehind(Path directory) throws IOException {
        var pidFile = directory.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        var pid = Files.readAllLines(pidFile).get(0).strip();
        var process = ProcessHandle.of(Long.parseLong(pid)).filter(ProcessHandle::isAlive);
        if (process.isEmpty()
                || process.get()
                        .info()
                        .command()
                        .filter(c -> c.contains("postgres"))
                        .isEmpty()) {
            return;
        }
        log.warn("Stopping the PostgreSQL (process {}) that an ended application left running", pid);
        // A fast shutdown (SIGINT) ends sessions at once; Java itself can only ask for the slow one.
        new ProcessBuilder("kill", "-INT", pid).start();
        try {
            process.get().onExit().get(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while an old PostgreSQL stopped", e);
        } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException e) {
            throw new IllegalStateException(
                    "The PostgreSQL with process id " + pid + " does not stop; end it by hand", e);
        }
    }

    private void createDatabase() throws SQLException, IOException {
        var roles = new ClassPathResource("db/roles.sql").getContentAsString(StandardCharsets.UTF_8);
        try (var connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(roles);
            try (var found = statement.executeQuery("select from pg_database where datname = '" + DATABASE + "'")) {
                if (found.next()) {
                    return;
                }
            }
            statement.execute(
                    "create database " + DATABASE + " owner " + OWNER + " encoding 'UTF8' template template0");
        }
    }

    /** JDBC address of the application's database, without user and password: local connections are trusted. */
    String url() {
        return "jdbc:postgresql://localhost:" + server.getPort() + "/" + DATABASE;
    }

    @Override
    public void close() throws IOException {
        server.close();
        lock.release();
        lockFile.close();
    }
}
