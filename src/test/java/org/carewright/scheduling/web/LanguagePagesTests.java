package org.carewright.scheduling.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.UUID;
import org.carewright.test.Browsers;
import org.carewright.test.CarewrightTest;
import org.carewright.test.Looks;
import org.carewright.test.TestVisits;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The booking pages speak the reader's language (PLT-7). */
@CarewrightTest
class LanguagePagesTests {

    private static final int PHONE = 360;

    @LocalServerPort
    int port;

    @Autowired
    TestVisits visits;

    private BrowserContext session;

    @AfterEach
    void close() {
        session.close();
    }

    @Test
    void booksInJapaneseOnAPhoneWithoutJavaScript() {
        var page = page("en-US", false);
        var practice = visits.open();
        page.navigate("/c/" + practice.clinic().slug() + "/book?lang=ja");
        follow(page.locator("a.cw-choice:has-text('Follow-up')"));
        follow(page.locator("a.cw-day").last());
        tick(page.locator("input[name=start]").first());
        activate(page.locator("#times button[type=submit]"));
        assertThat(page.locator("label[for=f-givenName]")).not().containsText("First name");
        page.fill("#f-givenName", "美咲");
        page.fill("#f-familyName", "佐藤");
        page.fill("#f-email", "misaki." + UUID.randomUUID() + "@patient.example");
        tick(page.locator("#f-privacyAccepted"));
        activate(page.locator("form.cw-card button[type=submit]"));

        assertThat(page.locator(".cw-code")).isVisible();
        assertThat(page.locator("html")).hasAttribute("lang", "ja");
        assertThat(page.locator(".cw-skip")).hasText("本文へ移動");
    }

    @Test
    void aLanguageIsOneLinkAwayAndIsKept() {
        var page = page("en-US", true);
        var practice = visits.open();
        page.navigate("/c/" + practice.clinic().slug() + "/book");
        page.locator(".cw-languages a[lang=hi]").click();
        assertThat(page.locator("html")).hasAttribute("lang", "hi");

        page.navigate("/c/" + practice.clinic().slug() + "/book");

        assertThat(page.locator("html")).hasAttribute("lang", "hi");
    }

    @ParameterizedTest
    @CsvSource({"zh-TW, zh-TW", "zh-Hans-CN, zh-CN", "ja-JP, ja", "hi-IN, hi", "fr-FR, en-US"})
    void theBrowsersLanguageIsSpokenAndFits(String wanted, String spoken) {
        var page = page(wanted, true);
        var practice = visits.open();
        page.navigate("/c/" + practice.clinic().slug() + "/book");

        assertThat(page.locator("html")).hasAttribute("lang", spoken);
        Looks.check(page, "book-" + spoken);
    }

    private Page page(String locale, boolean javaScript) {
        session = Browsers.session(new NewContextOptions()
                .setLocale(locale)
                .setJavaScriptEnabled(javaScript)
                .setViewportSize(PHONE, 780)
                .setBaseURL("http://localhost:" + port));
        var page = session.newPage();
        page.setDefaultTimeout(60_000);
        return page;
    }

    private static void follow(Locator link) {
        var before = link.page().url();
        activate(link);
        link.page().waitForURL(url -> !url.equals(before));
    }

    private static void activate(Locator element) {
        element.focus();
        element.page().keyboard().press("Enter");
    }

    private static void tick(Locator box) {
        box.focus();
        box.page().keyboard().press("Space");
        assertThat(box).isChecked();
    }
}
