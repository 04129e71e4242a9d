package org.carewright.test;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.ArrayList;
import java.util.List;
import org.carewright.identity.Door;
import org.carewright.test.TestStaff.Person;

/** A browser window of someone who works in a clinic; it remembers what the browser complained about. */
public final class StaffBrowser implements AutoCloseable {

    private static final int HEIGHT = 900;

    /** Milliseconds that machines with much else to do may take; most waits end after a few hundred. */
    private static final double PATIENCE = 60_000;

    private final List<String> complaints = new ArrayList<>();
    private final BrowserContext session;
    private final String base;

    private StaffBrowser(int port, int width) {
        base = "http://localhost:" + port;
        session = Browsers.session(new Browser.NewContextOptions()
                .setLocale("en-US")
                .setViewportSize(width, HEIGHT)
                .setReducedMotion(ReducedMotion.REDUCE));
        session.setDefaultTimeout(PATIENCE);
        session.onConsoleMessage(message -> {
            if ("error".equals(message.type())) {
                complaints.add(message.text());
            }
        });
        session.onWebError(error -> complaints.add(error.error()));
    }

    /** A window as on a desk. */
    public static StaffBrowser on(int port) {
        return new StaffBrowser(port, 1280);
    }

    /** @param width in CSS pixels */
    public static StaffBrowser on(int port, int width) {
        return new StaffBrowser(port, width);
    }

    /** Signs in on our page and opens another one; at the portal for a page of the portal. */
    public Page signIn(Person person, String path) {
        var page = session.newPage();
        page.navigate(base + Door.at(path).signIn());
        page.fill("input[name=email]", person.email());
        page.fill("input[name=password]", TestStaff.PASSWORD);
        page.click("main button[type=submit]");
        page.waitForURL(address -> !address.contains("sign-in"));
        secondFactor(page, person);
        open(page, path);
        return page;
    }

    /** After the password: takes the second step where the account has one. */
    public static void secondFactor(Page page, Person person) {
        if (page.url().contains("second-factor")) {
            page.fill("input[name=code]", person.code().get());
            page.click("main form:has(input[name=code]) button[type=submit]");
            page.waitForURL(address -> !address.contains("second-factor"));
        }
    }

    /** Signs out by the menu; comes back on the sign-in page. */
    public void signOut(Page page) {
        page.click(".cw-menu-me summary");
        page.click(".cw-menu-me form button");
        page.waitForURL("**/sign-in**");
    }

    public void open(Page page, String path) {
        page.navigate(base + path);
    }

    public BrowserContext session() {
        return session;
    }

    /** What was wrong on the pages, as far as the browser saw it: errors of scripts, refusals of the policy. */
    public List<String> complaints() {
        return List.copyOf(complaints);
    }

    @Override
    public void close() {
        session.close();
    }
}
