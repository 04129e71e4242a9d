package org.carewright.onboarding.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BarcodeFormat;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.util.regex.Pattern;
import org.carewright.documents.PdfText;
import org.carewright.test.CarewrightTest;
import org.carewright.test.Looks;
import org.carewright.test.StaffBrowser;
import org.carewright.test.TestMail;
import org.carewright.test.TestStaff;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** An operator opens a clinic in a real browser, from the first form to the public page (PLT-4). */
@CarewrightTest
class OperatorBrowserTests {

    @LocalServerPort
    int port;

    @Autowired
    TestStaff staff;

    @Autowired
    TestMail mail;

    @ParameterizedTest
    @ValueSource(ints = {390, 1280})
    void aClinicIsOpenedFromTheFirstFormToThePublicPage(int width) {
        var slug = "pier-" + width;
        try (var browser = StaffBrowser.on(port, width)) {
            var page = browser.signIn(staff.operator(), "/ops/clinics");
            Looks.check(page, "ops-clinics-" + width);
            create(page, slug, width);
            prepare(page, width);
            join("boss@" + slug + ".example", width);
            var registration = poster(page);
            assertThat(registration).isEqualTo("/c/" + slug + "/register");
            assertThat(page.request().get(base() + registration).status())
                    .as("closed until it is live")
                    .isEqualTo(404);
            goLive(page, width);
            page.getByText("Public pages").click();
            page.waitForURL("**/c/" + slug + "/book");
            PlaywrightAssertions.assertThat(page.locator("main")).containsText("First visit");
            Looks.check(page, "ops-public-" + width);
            browser.open(page, registration);
            PlaywrightAssertions.assertThat(page.locator("h1")).containsText("Pier Physiotherapy");
            // Browsers tell of each refused form, and of what isn't there yet.
            assertThat(browser.complaints()).allMatch(complaint -> complaint.contains("422"));
        }
    }

    private void create(Page page, String slug, int width) {
        page.click(".desk-head .btn-primary");
        page.waitForURL("**/ops/clinics/new");
        Looks.check(page, "ops-new-" + width);
        field(page, "Name of the clinic", "Pier Physiotherapy");
        field(page, "Name in web addresses", slug);
        choose(page, "Kind of clinic", "physiotherapy");
        choose(page, "Country", "US");
        choose(page, "Time zone", "America/New_York");
        choose(page, "Currency", "USD");
        choose(page, "Language of its pages", "en");
        choose(page, "Colour", "#5b4bb7");
        field(page, "E-mail address of the clinic", "hello@" + slug + ".example");
        field(page, "Phone of the clinic", "+1 212 555 0100");
        page.getByLabel(Pattern.compile("^Address")).fill("1 Pier Road");
        field(page, "Name of the manager", "Mona Ferrier");
        page.click("main form button[type=submit]");
        page.waitForSelector("#error-summary");
        page.waitForLoadState();
        Looks.check(page, "ops-new-wrong-" + width);
        field(page, "E-mail address of the manager", "boss@" + slug + ".example");
        page.click("main form button[type=submit]");
        page.waitForURL(address -> address.matches(".*/ops/clinics/[0-9a-f-]{36}"));
        PlaywrightAssertions.assertThat(page.locator("main")).containsText("The manager hasn’t joined yet.");
        Looks.check(page, "ops-clinic-" + width);
    }

    private void prepare(Page page, int width) {
        page.click("a[href$='/setup#practitioners']");
        page.waitForURL("**/setup#practitioners");
        Looks.check(page, "ops-setup-empty-" + width);
        page.fill("#roomName", "Room 1");
        submit(page, "Add room");
        page.fill("#practitionerName", "Ada Quill");
        page.fill("#pauseFrom", "12:00");
        page.fill("#pauseTo", "13:00");
        submit(page, "Add practitioner");
        page.fill("#serviceName", "First visit");
        page.fill("#price", "ninety");
        submit(page, "Add service");
        Looks.check(page, "ops-setup-wrong-" + width);
        page.fill("#price", "90");
        submit(page, "Add service");
        PlaywrightAssertions.assertThat(page.locator("#services")).containsText("$90.00");
        Looks.check(page, "ops-setup-" + width);
        page.getByText("Pier Physiotherapy").first().click();
        page.waitForURL(address -> !address.contains("setup"));
        step(page, "Set up services and hours", width);
        step(page, "Hand over the poster", width);
    }

    /** The manager follows the mail's link and is asked for a second factor on signing in. */
    private void join(String email, int width) {
        try (var browser = StaffBrowser.on(port, width)) {
            var page = browser.session().newPage();
            browser.open(page, mail.linkTo(email));
            Looks.check(page, "ops-invite-" + width);
            page.fill("#name", "Mona Ferrier");
            page.fill("#password", TestStaff.PASSWORD);
            page.click("main form button[type=submit]");
            page.waitForURL("**/desk/sign-in**");
            Looks.check(page, "ops-invited-" + width);
            page.fill("input[name=email]", email);
            page.fill("input[name=password]", TestStaff.PASSWORD);
            page.click("main form button[type=submit]");
            page.waitForURL(address -> !address.contains("sign-in"));
            Looks.check(page, "ops-manager-in-" + width);
            PlaywrightAssertions.assertThat(page.locator("h1")).containsText("second");
            assertThat(browser.complaints()).isEmpty();
        }
    }

    /** @return the path that the code on the poster leads to */
    private String poster(Page page) {
        var form = page.locator("form.ops-poster");
        assertThat(form.locator("button").isVisible()).isTrue();
        var answer = page.request().get(base() + form.getAttribute("action") + "?in=en");
        assertThat(answer.headers()).containsEntry("content-type", "application/pdf");
        return URI.create(PdfText.scan(answer.body(), BarcodeFormat.QR_CODE)).getPath();
    }

    private String base() {
        return "http://localhost:" + port;
    }

    private void goLive(Page page, int width) {
        page.reload();
        PlaywrightAssertions.assertThat(page.locator("main")).containsText("Nothing is missing.");
        Looks.check(page, "ops-ready-" + width);
        step(page, "Go live", width);
        PlaywrightAssertions.assertThat(page.locator("main")).containsText("Live since");
        Looks.check(page, "ops-live-" + width);
    }

    private void step(Page page, String name, int width) {
        page.locator(".ops-steps a", new Page.LocatorOptions().setHasText(name)).click();
        page.waitForURL("**/steps/**");
        Looks.check(page, "ops-step-" + width);
        page.check("main input[type=checkbox]");
        page.click("main form button[type=submit]");
        page.waitForURL(address -> !address.contains("/steps/"));
    }

    /** The answer is the same page again: what says so is its notice. */
    private static void submit(Page page, String button) {
        page.waitForNavigation(() -> page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .click());
    }

    private static void field(Page page, String label, String value) {
        page.getByLabel(label).fill(value);
    }

    private static void choose(Page page, String label, String value) {
        page.getByLabel(label).selectOption(value);
    }
}
