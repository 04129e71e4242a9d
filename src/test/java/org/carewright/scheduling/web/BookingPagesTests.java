package org.carewright.scheduling.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.carewright.test.Accessibility;
import org.carewright.test.Browsers;
import org.carewright.test.CarewrightTest;
import org.carewright.test.TestVisits;
import org.carewright.test.TestVisits.Practice;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@CarewrightTest
class BookingPagesTests {

    private static final int PHONE_WIDTH = 390;
    private static final String NEW_YORK = "America/New_York";

    private final List<BrowserContext> sessions = new ArrayList<>();

    @LocalServerPort
    int port;

    @Autowired
    TestVisits visits;

    @Autowired
    Clock clock;

    @AfterEach
    void closeBrowsers() {
        sessions.forEach(BrowserContext::close);
    }

    private Page browser(NewContextOptions options) {
        var session = Browsers.session(options.setLocale("en-US").setBaseURL("http://localhost:" + port));
        sessions.add(session);
        var page = session.newPage();
        page.setDefaultTimeout(60_000);
        return page;
    }

    private Page desktop() {
        return browser(new NewContextOptions().setViewportSize(1280, 900).setTimezoneId(NEW_YORK));
    }

    private Page phone() {
        return browser(new NewContextOptions().setViewportSize(PHONE_WIDTH, 844).setTimezoneId(NEW_YORK));
    }

    private static String book(Practice practice) {
        return "/c/" + practice.clinic().slug() + "/book";
    }

    private static void chooseServiceAndDay(Page page, Practice practice, String service) {
        page.navigate(book(practice));
        follow(page.locator("a.cw-choice:has-text('" + service + "')"));
        // A later day has all its times, whatever time it is now.
        follow(page.locator("a.cw-day").last());
    }

    /** Waits until the next page has loaded whole: while it is still arriving, the last day so far isn't the last. */
    private static void follow(Locator link) {
        var page = link.page();
        var before = page.url();
        link.focus();
        page.keyboard().press("Enter");
        page.waitForURL(url -> !url.equals(before));
    }

    /** By keyboard: a browser without JavaScript never tells that an element has come to rest for a click. */
    private static void activate(Page page, String element) {
        page.locator(element).focus();
        page.keyboard().press("Enter");
    }

    private static void chooseTime(Page page) {
        tick(page.locator("input[name=start]").first());
        activate(page, "#times button[type=submit]");
        assertThat(page.locator("#f-givenName")).isVisible();
    }

    private static void tick(Locator box) {
        box.focus();
        box.page().keyboard().press("Space");
        assertThat(box).isChecked();
    }

    private static void fillIn(Page page) {
        page.fill("#f-givenName", "Mira");
        page.fill("#f-familyName", "Lindqvist");
        page.fill("#f-email", "mira." + UUID.randomUUID() + "@patient.example");
        tick(page.locator("#f-privacyAccepted"));
    }

    private static void send(Page page) {
        activate(page, "form.cw-card button[type=submit]");
    }

    private static void bookVisit(Page page, Practice practice, String service) {
        chooseServiceAndDay(page, practice, service);
        chooseTime(page);
        fillIn(page);
        send(page);
        assertThat(page.locator(".cw-code")).isVisible();
    }

    private static void fitsItsWidth(Page page) {
        assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .as(page.url())
                .isTrue();
    }

    @Test
    void booksOnAPhoneWithoutJavaScript() {
        var page = browser(new NewContextOptions()
                .setViewportSize(PHONE_WIDTH, 844)
                .setJavaScriptEnabled(false)
                .setTimezoneId(NEW_YORK));
        bookVisit(page, visits.open(), "Follow-up");
        assertThat(page.locator("h1")).hasText("Your visit is booked");
    }

    @Test
    void booksOnADesktopWithJavaScript() {
        var page = desktop();
        bookVisit(page, visits.open(), "Follow-up");
        assertThat(page.locator("h1")).hasText("Your visit is booked");
    }

    @Test
    void asksForAVisitThatNeedsApproval() {
        var page = desktop();
        bookVisit(page, visits.open(), "Assessment");
        assertThat(page.locator("h1")).hasText("Your request is on its way");
    }

    @Test
    void everyStepFitsAPhone() {
        var page = phone();
        var practice = visits.open();
        page.navigate(book(practice));
        fitsItsWidth(page);
        chooseServiceAndDay(page, practice, "Follow-up");
        fitsItsWidth(page);
        chooseTime(page);
        fitsItsWidth(page);
        fillIn(page);
        send(page);
        assertThat(page.locator(".cw-code")).isVisible();
        fitsItsWidth(page);
    }

    @Test
    void booksWithTheKeyboardAlone() {
        var page = desktop();
        var practice = visits.open();
        chooseServiceAndDay(page, practice, "Follow-up");
        page.locator("input[name=start]").first().focus();
        page.keyboard().press("ArrowRight");
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        assertThat(page.locator("#f-givenName")).isVisible();
        page.locator("#f-givenName").focus();
        page.keyboard().type("Mira");
        page.keyboard().press("Tab");
        page.keyboard().type("Lindqvist");
        page.keyboard().press("Tab");
        page.keyboard().type("mira@patient.example");
        page.locator("#f-privacyAccepted").focus();
        page.keyboard().press("Space");
        page.keyboard().press("Enter");
        assertThat(page.locator("h1")).hasText("Your visit is booked");
    }

    @Test
    void theSkipLinkComesFirst() {
        var page = desktop();
        page.navigate(book(visits.open()));
        page.keyboard().press("Tab");
        assertThat(page.locator(".cw-skip")).isFocused();
        page.keyboard().press("Enter");
        assertThat(page.locator("#main")).isFocused();
    }

    @Test
    void theBackButtonLeadsThroughTheSteps() {
        var page = desktop();
        chooseServiceAndDay(page, visits.open(), "Follow-up");
        chooseTime(page);
        page.goBack();
        assertThat(page.locator("h1")).hasText("When would you like to come?");
        page.goBack();
        page.goBack();
        assertThat(page.locator("h1")).hasText("What can we do for you?");
    }

    @Test
    void saysWhatIsWrongAboveTheFormAndAtTheField() {
        var page = desktop();
        chooseServiceAndDay(page, visits.open(), "Follow-up");
        chooseTime(page);
        page.fill("#f-email", "nonsense");
        send(page);
        assertThat(page.locator("#error-summary")).isFocused();
        assertThat(page.locator("#error-summary li")).hasCount(4);
        assertThat(page.locator("#f-email")).hasValue("nonsense");
        assertThat(page.locator("#f-email")).hasAttribute("aria-invalid", "true");
        page.click("#error-summary a[href='#f-email']");
        assertThat(page.locator("#f-email")).isFocused();
    }

    @Test
    void showsTimesInTheVisitorsZoneAndTheClinics() {
        var page = browser(new NewContextOptions().setViewportSize(1280, 900).setTimezoneId("Asia/Kolkata"));
        chooseServiceAndDay(page, visits.open(), "Follow-up");
        assertThat(page.locator("#zone")).hasValue("Asia/Kolkata");
        assertThat(page.locator(".cw-zone")).containsText("Eastern Time (New York)");
        assertThat(page.locator(".cw-clinic-time").first()).isVisible();
    }

    @Test
    void letsTheVisitorChooseTheZoneWithoutJavaScript() {
        var page = browser(new NewContextOptions().setViewportSize(1280, 900).setJavaScriptEnabled(false));
        chooseServiceAndDay(page, visits.open(), "Follow-up");
        assertThat(page.locator("#zone")).hasValue(NEW_YORK);
        page.selectOption("#zone", "Europe/London");
        activate(page, ".cw-zone button");
        assertThat(page.locator("#zone")).hasValue("Europe/London");
        assertThat(page.locator(".cw-clinic-time").first()).isVisible();
    }

    @Test
    void keepsTheTimeWhileTheFormIsFilledIn() {
        var practice = visits.open();
        var first = desktop();
        chooseServiceAndDay(first, practice, "Follow-up");
        var second = desktop();
        chooseServiceAndDay(second, practice, "Follow-up");
        chooseTime(first);
        assertThat(first.locator("[data-cw-left]")).hasText(Pattern.compile("[0-4]:[0-5][0-9]|5:00"));
        tick(second.locator("input[name=start]").first());
        activate(second, "#times button[type=submit]");
        assertThat(second.locator(".cw-notice")).containsText("Someone else took that time");
    }

    @Test
    void leadsBackToTheTimesWhenTheHoldIsOver() {
        var practice = visits.open();
        var page = desktop();
        chooseServiceAndDay(page, practice, "Follow-up");
        chooseTime(page);
        var past = clock.instant().minus(Duration.ofMinutes(1)).toString();
        page.navigate(page.url().replaceAll("until=[^&]*", "until=" + past));
        assertThat(page.locator(".cw-notice")).containsText("kept for a few minutes");
    }

    @Test
    void learnsNothingWhenAProgramFillsInTheHiddenField() {
        var page = desktop();
        chooseServiceAndDay(page, visits.open(), "Follow-up");
        chooseTime(page);
        fillIn(page);
        page.evaluate("document.getElementById('website').value = 'x'");
        send(page);
        assertThat(page.locator("h1")).hasText("What can we do for you?");
    }

    @Test
    void movesAndCancelsThroughTheLink() {
        var practice = visits.open();
        var booking = visits.book(practice, practice.visit(), inDays(10));
        var page = desktop();
        page.navigate(booking.manageUrl());
        page.click("text=Choose another time");
        page.waitForURL(url -> url.contains("/move"));
        follow(page.locator("a.cw-day").last());
        tick(page.locator("input[name=start]").last());
        activate(page, "#times button[type=submit]");
        assertThat(page.locator(".cw-notice")).containsText("has been moved");
        page.click("text=Cancel the visit");
        assertThat(page.locator(".cw-notice")).containsText("free");
        page.fill("#reason", "On a journey");
        page.click("text=Yes, cancel the visit");
        assertThat(page.locator(".cw-badge")).hasText("Cancelled");
        assertThat(page.locator("text=Choose another time")).hasCount(0);
    }

    @Test
    void givesTheVisitAsACalendarFile() {
        var practice = visits.open();
        var booking = visits.book(practice, practice.visit(), inDays(11));
        var answer = desktop().request().get(booking.manageUrl() + "/visit.ics");
        assertThat(answer.headers().get("content-type")).startsWith("text/calendar");
        assertThat(answer.text()).contains("BEGIN:VEVENT").doesNotContain("Mira");
    }

    @Test
    void everyPublicPageIsAccessibleInLightAndDark() {
        for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            checkAll(browser(new NewContextOptions()
                    .setViewportSize(scheme == ColorScheme.DARK ? PHONE_WIDTH : 1280, 900)
                    .setTimezoneId("Asia/Kolkata")
                    .setColorScheme(scheme)));
        }
    }

    private void checkAll(Page page) {
        var practice = visits.open();
        for (var address : List.of("/", "/dev/components", "/c/nowhere/book", "/m/nothing", book(practice))) {
            page.navigate(address);
            Accessibility.check(page);
        }
        chooseServiceAndDay(page, practice, "Follow-up");
        Accessibility.check(page);
        chooseTime(page);
        Accessibility.check(page);
        send(page);
        assertThat(page.locator("#error-summary")).isVisible();
        Accessibility.check(page);
        fillIn(page);
        send(page);
        assertThat(page.locator(".cw-code")).isVisible();
        Accessibility.check(page);
        var link = page.url().replaceAll("\\?.*", "");
        for (var address : List.of(link, link + "/move", link + "/cancel")) {
            page.navigate(address);
            Accessibility.check(page);
        }
    }

    private Instant inDays(int days) {
        // 16:00 UTC is within the practitioner's hours in New York in summer and in winter.
        return clock.instant()
                .atZone(ZoneOffset.UTC)
                .toLocalDate()
                .plusDays(days)
                .atTime(16, 0)
                .toInstant(ZoneOffset.UTC);
    }
}
