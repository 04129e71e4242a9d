package org.carewright;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The application as a newcomer starts and stops it: a process of its own in an empty directory. */
class ApplicationProcessTests {

    private static final Duration START_LIMIT = Duration.ofMinutes(3);
    private static final String READY = "Carewright is ready.";

    @TempDir
    Path directory;

    private final List<Process> started = new ArrayList<>();

    @AfterEach
    void endWhatIsLeft() throws Exception {
        for (var process : started) {
            process.destroyForcibly();
            process.waitFor();
        }
        // A killed application leaves its PostgreSQL behind, as the next start is to find it.
        if (Files.exists(postmasterFile())) {
            ProcessHandle.of(postmaster()).ifPresent(ProcessHandle::destroyForcibly);
        }
    }

    @Test
    void stopsCleanlyWithWorkOnHandAndStartsAgainAlsoAfterBeingKilled() throws Exception {
        var first = start("first.log");
        awaitReady("first.log");
        assertThat(log("first.log"))
                .contains("/c/roshni/book", "reception@posture-perfect.example")
                .containsPattern("Booked \\d\\d visits at posture-perfect")
                .containsPattern("Booked \\d\\d visits at roshni");
        // The messages about these visits are being sent just now.
        assertStopsCleanly(first, "first.log");

        var second = start("second.log");
        awaitReady("second.log");
        assertRefusesSecondStart();
        second.destroyForcibly().waitFor();

        start("third.log");
        awaitReady("third.log");
    }

    private void assertStopsCleanly(Process application, String log) throws Exception {
        var server = postmaster();
        application.destroy();

        assertThat(application.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(log(log)).doesNotContain("Exception", "\tat ", "ERROR", "WARN");
        // The server takes its leave from its pid file a moment before it ends.
        await().atMost(Duration.ofSeconds(10))
                .until(() ->
                        ProcessHandle.of(server).filter(ProcessHandle::isAlive).isEmpty());
    }

    private void assertRefusesSecondStart() throws Exception {
        var refused = start("refused.log");

        assertThat(refused.waitFor(START_LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(refused.exitValue()).isNotZero();
        assertThat(log("refused.log"))
                .contains("Another Carewright already runs on " + directory.resolve("data/postgres"))
                .doesNotContain("\tat ");
    }

    @Test
    void refusesProductionWithOneSentenceForEachThingThatIsMissing() throws Exception {
        var refused = start("production.log", "--spring.profiles.active=production");

        assertThat(refused.waitFor(START_LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(refused.exitValue()).isNotZero();
        assertThat(log("production.log"))
                .contains(
                        "SPRING_DATASOURCE_URL is missing",
                        "SPRING_FLYWAY_USER is missing",
                        "CAREWRIGHT_SEALING_PLATFORM_KEY is missing",
                        "CAREWRIGHT_PUBLIC_URL must be",
                        "CAREWRIGHT_INTEGRATIONS_SENDGRID_API_KEY is missing",
                        "CAREWRIGHT_INTEGRATIONS_TWILIO_AUTH_TOKEN is missing")
                .doesNotContain("\tat ");
        assertThat(directory.resolve("data")).doesNotExist();
    }

    private Process start(String log, String... arguments) throws IOException {
        var command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-cp",
                classPath(),
                CarewrightApplication.class.getName(),
                "--server.port=0",
                "--management.server.port=0"));
        command.addAll(List.of(arguments));
        var process = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve(log).toFile())
                .start();
        started.add(process);
        return process;
    }

    /** Without the tests' own classes, which Spring would scan as part of the application. */
    private static String classPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private void awaitReady(String log) {
        await().atMost(START_LIMIT)
                .pollInterval(Duration.ofMillis(200))
                .failFast(log + " tells why", () -> !started.get(started.size() - 1)
                        .isAlive())
                .until(() -> log(log).contains(READY));
    }

    private String log(String name) throws IOException {
        return Files.readString(directory.resolve(name), UTF_8);
    }

    private Path postmasterFile() {
        return directory.resolve("data/postgres/postmaster.pid");
    }

    private long postmaster() throws IOException {
        return Long.parseLong(Files.readAllLines(postmasterFile()).get(0).strip());
    }
}
