package org.carewright.test;

import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.carewright.CarewrightApplication;

/** The product as a process of its own, to be stopped and killed; what it prints is in {@code target/}. */
public final class AppProcess implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofMinutes(4);

    private final Process process;
    private final int port;
    private final Path output;

    private AppProcess(Process process, int port, Path output) {
        this.process = process;
        this.port = port;
        this.output = output;
    }

    /** Starts a node with those settings ({@code name=value}) and waits until it answers. */
    public static AppProcess start(String name, List<String> settings) {
        return start(name, freePort(), settings);
    }

    /** Like {@link #start(String, List)}, at a port that others may already know. */
    public static AppProcess start(String name, int port, List<String> settings) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx700m",
                // A node lives for seconds: it has no time to become fast.
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                classPath(),
                CarewrightApplication.class.getName(),
                "--server.port=" + port,
                "--management.server.port=0"));
        settings.forEach(setting -> command.add("--" + setting));
        try {
            var output = Files.createTempFile(Path.of("target"), name + "-", ".log");
            var process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            var node = new AppProcess(process, port, output);
            node.waitUntilUp();
            return node;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The test run's class path, each entry once: an entry named twice would deploy its models twice. */
    private static String classPath() {
        var path = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Arrays.stream(path.split(File.pathSeparator))
                .map(entry -> Path.of(entry).toAbsolutePath().normalize().toString())
                .distinct()
                .collect(Collectors.joining(File.pathSeparator));
    }

    private void waitUntilUp() {
        var client = HttpClient.newHttpClient();
        var request = HttpRequest.newBuilder(URI.create(url("/"))).build();
        await().atMost(START_LIMIT).pollInterval(Duration.ofMillis(250)).until(() -> {
            if (!process.isAlive()) {
                throw new AssertionError("The node ended while starting; see " + output);
            }
            try {
                return client.send(request, HttpResponse.BodyHandlers.discarding())
                                .statusCode()
                        < 500;
            } catch (IOException e) {
                return false;
            }
        });
    }

    public String url(String path) {
        return "http://localhost:" + port + path;
    }

    public int port() {
        return port;
    }

    public long pid() {
        return process.pid();
    }

    public Path output() {
        return output;
    }

    /** Ends the process as a power cut would: no hook, no clean-up. */
    public void kill() {
        process.destroyForcibly();
        waitForEnd();
    }

    /** Asks the process to stop, as an operator does. */
    @Override
    public void close() {
        process.destroy();
        waitForEnd();
    }

    private void waitForEnd() {
        await().atMost(Duration.ofSeconds(60)).until(() -> !process.isAlive());
    }

    /** A port nobody listens at just now. */
    public static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
