package org.carewright.scheduling.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.carewright.test.Browsers;
import org.carewright.test.CarewrightTest;
import org.carewright.test.TestVisits;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** No public page is wider than a phone. */
@CarewrightTest
class PhoneWidthTests {

    private static final int WIDTH = 390;

    @LocalServerPort
    int port;

    @Autowired
    TestVisits visits;

    private BrowserContext phone;
    private Page page;

    @BeforeEach
    void openBrowser() {
        phone = Browsers.session(
                new Browser.NewContextOptions().setLocale("en-US").setViewportSize(WIDTH, 844));
        page = phone.newPage();
    }

    @AfterEach
    void closeBrowser() {
        phone.close();
    }

    @Test
    void noPublicPageScrollsSideways() {
        var practice = visits.open();
        var start = Instant.now()
                .truncatedTo(ChronoUnit.DAYS)
                .plus(20, ChronoUnit.DAYS)
                .plus(16, ChronoUnit.HOURS);
        var booking = visits.book(practice, practice.visit(), start);
        var book = "/c/" + practice.clinic().slug() + "/book";
        var manage = URI.create(booking.manageUrl()).getPath();
        var paths = List.of(
                "/",
                book,
                book + "?service=" + practice.visit(),
                book + "?service=" + practice.visit() + "&practitioner=any",
                manage,
                manage + "/cancel",
                manage + "/move",
                "/desk/sign-in",
                "/no/such/page");

        var tooWide = new ArrayList<String>();
        for (var path : paths) {
            page.navigate("http://localhost:" + port + path);
            noteIfTooWide(path, tooWide);
        }
        toDetails(book + "?service=" + practice.visit() + "&practitioner=any");
        noteIfTooWide("details", tooWide);

        assertThat(tooWide).isEmpty();
    }

    private void toDetails(String times) {
        page.navigate("http://localhost:" + port + times);
        page.locator(".cw-time input").first().check();
        page.locator("form:has(.cw-time) button[type=submit]").first().click();
        page.waitForURL("**/details**");
    }

    private void noteIfTooWide(String path, List<String> tooWide) {
        var width = ((Number) page.evaluate("document.documentElement.scrollWidth")).intValue();
        if (width > WIDTH) {
            tooWide.add(path + " is " + width + " pixels wide");
        }
    }
}
