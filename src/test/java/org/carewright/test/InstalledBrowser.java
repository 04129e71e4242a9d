package org.carewright.test;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds a Chrome or Chromium on this machine, or gets one; where neither works, says why. */
final class InstalledBrowser {

    private static final Logger LOG = LoggerFactory.getLogger(InstalledBrowser.class);

    private static final List<String> NAMES = List.of(
            "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "chrome.exe", "msedge");

    private static final List<String> USUAL_PLACES = List.of(
            "/usr/lib/chromium/chromium",
            "/snap/bin/chromium",
            "/opt/google/chrome/chrome",
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
            "/Applications/Chromium.app/Contents/MacOS/Chromium",
            "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
            "C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe",
            "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe");

    private InstalledBrowser() {}

    /** The browser's program; empty when Playwright has installed one where it finds it by itself. */
    static Optional<Path> findOrInstall() {
        var found = find();
        if (found.isPresent()) {
            return found;
        }
        if (isDebian() && isRoot()) {
            LOG.warn("No Chrome or Chromium found: installing Debian's package chromium for the browser tests");
            run("apt-get", "-q", "update");
            run("apt-get", "-q", "install", "-y", "--no-install-recommends", "chromium");
            return Optional.of(find().orElseThrow(() -> missing("package chromium is installed but has no program")));
        }
        LOG.warn("No Chrome or Chromium found: Playwright downloads one for the browser tests");
        run(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                "com.microsoft.playwright.CLI",
                "install",
                "chromium");
        return Optional.empty();
    }

    private static Optional<Path> find() {
        var folders = Optional.ofNullable(System.getenv("PATH")).orElse("").split(File.pathSeparator);
        var onPath = Arrays.stream(folders).filter(folder -> !folder.isBlank()).flatMap(folder -> NAMES.stream()
                .map(name -> Path.of(folder, name)));
        return Stream.concat(onPath, USUAL_PLACES.stream().map(Path::of))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static boolean isDebian() {
        return Files.exists(Path.of("/etc/debian_version")) && Files.isExecutable(Path.of("/usr/bin/apt-get"));
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    private static void run(String... command) {
        try {
            var process = new ProcessBuilder(command).inheritIO().start();
            if (!process.waitFor(10, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw missing(command[0] + " did not end within ten minutes");
            }
            if (process.exitValue() != 0) {
                throw missing(command[0] + " ended with " + process.exitValue());
            }
        } catch (IOException e) {
            throw missing(command[0] + " could not be started: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw missing("the installation was interrupted");
        }
    }

    private static IllegalStateException missing(String reason) {
        return new IllegalStateException("The browser tests need Chrome or Chromium, and none could be installed ("
                + reason + "). Install one and put it on the PATH.");
    }
}
