package org.carewright.test;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.util.List;
import java.util.Map;

/**
 * The one headless browser of the browser tests. It is started by the first test that needs it and ends with the JVM;
 * each test opens a {@link #session} of its own, which is what a new private window is to a person.
 */
public final class Browsers {

    private static final List<String> QUIET =
            List.of("--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking");

    /** Milliseconds; a build machine may be busy, and a page that comes is never waited for longer than it takes. */
    private static final double PATIENCE = 120_000;

    private static Browser browser;

    static {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
    }

    private Browsers() {}

    /** A new session with cookies of its own; close it after the test. */
    public static BrowserContext session(Browser.NewContextOptions options) {
        var session = browser().newContext(options);
        session.setDefaultTimeout(PATIENCE);
        return session;
    }

    public static BrowserContext session() {
        return session(new Browser.NewContextOptions().setLocale("en-US"));
    }

    private static synchronized Browser browser() {
        if (browser == null) {
            var program = InstalledBrowser.findOrInstall();
            var playwright = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            var options = new BrowserType.LaunchOptions().setHeadless(true).setArgs(QUIET);
            program.ifPresent(options::setExecutablePath);
            browser = playwright.chromium().launch(options);
            Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
        }
        return browser;
    }
}
