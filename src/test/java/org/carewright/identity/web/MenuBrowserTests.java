package org.carewright.identity.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import org.assertj.core.api.Assertions;
import org.carewright.identity.Role;
import org.carewright.test.Accessibility;
import org.carewright.test.Browsers;
import org.carewright.test.CarewrightTest;
import org.carewright.test.StaffBrowser;
import org.carewright.test.TestClinics;
import org.carewright.test.TestStaff;
import org.carewright.test.TestStaff.Person;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The menus in the header: at each width, without scripts, by keyboard, and only with what one may open. */
@CarewrightTest
class MenuBrowserTests {

    private static final String ME = ".cw-menu-me summary";

    @LocalServerPort
    int port;

    @Autowired
    TestClinics clinics;

    @Autowired
    TestStaff staff;

    @Test
    void theMenuFitsFromThePhoneToTheWideDesk() {
        var manager = staff.of(clinics.open(), Role.MANAGER);
        try (var browser = StaffBrowser.on(port, 360)) {
            var page = browser.signIn(manager, "/desk");
            for (var width : new int[] {360, 390, 600, 768, 1024, 1280, 1600}) {
                page.setViewportSize(width, 900);
                for (var menu : page.locator(".cw-menu summary:visible").all()) {
                    menu.click();
                    fits(page, width);
                    Accessibility.check(page);
                    page.keyboard().press("Escape");
                }
                var points = page.locator(".cw-menu:not(.cw-menu-me) > ul > li:visible")
                        .all();
                Assertions.assertThat(points.stream()
                                .map(point -> Math.round(point.boundingBox().y))
                                .distinct())
                        .as("lines of the menu at %d", width)
                        .hasSize(1);
            }
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
            Accessibility.check(page);
        }
    }

    @Test
    void theMenuWorksByKeyboardWithoutScripts() {
        var manager = staff.of(clinics.open(), Role.MANAGER);
        try (var window = Browsers.session(
                new Browser.NewContextOptions().setLocale("en-US").setJavaScriptEnabled(false))) {
            var page = signIn(window, manager);
            page.locator(".cw-menu summary", new Page.LocatorOptions().setHasText("Clinic"))
                    .focus();
            page.keyboard().press("Enter");
            page.keyboard().press("Tab");
            page.keyboard().press("Enter");
            page.waitForURL("**/desk/staff");
            assertThat(page.locator(".cw-menu a[aria-current=page]")).hasText("Staff");

            page.locator(ME).focus();
            page.keyboard().press("Enter");
            page.getByText("Sign out", new Page.GetByTextOptions().setExact(true))
                    .click();
            page.waitForURL("**/desk/sign-in?signed-out");
        }
    }

    @Test
    void oneMenuIsOpenAtATimeAndEscapeClosesIt() {
        var manager = staff.of(clinics.open(), Role.MANAGER);
        try (var browser = StaffBrowser.on(port)) {
            var page = browser.signIn(manager, "/desk");
            page.locator(".cw-menu summary", new Page.LocatorOptions().setHasText("Clinic"))
                    .click();
            page.click(ME);
            assertThat(page.locator(".cw-menu details[open]")).hasCount(1);
            page.keyboard().press("Escape");
            assertThat(page.locator(".cw-menu details[open]")).hasCount(0);
            assertThat(page.locator(ME)).isFocused();
            page.click(ME);
            page.click("h1");
            assertThat(page.locator(".cw-menu details[open]")).hasCount(0);
            Assertions.assertThat(browser.complaints()).isEmpty();
        }
    }

    @Test
    void theMenuShowsWhatTheRoleMayOpen() {
        var clinic = clinics.open();
        try (var browser = StaffBrowser.on(port)) {
            var page = browser.signIn(staff.of(clinic, Role.RECEPTIONIST), "/desk");
            assertThat(links(page, "/desk/book")).hasCount(1);
            assertThat(links(page, "/desk/staff")).hasCount(0);
            assertThat(links(page, "/desk/audit")).hasCount(0);
        }
        try (var browser = StaffBrowser.on(port)) {
            var page = browser.signIn(staff.of(clinic, Role.PRIVACY_OFFICER), "/desk");
            assertThat(links(page, "/desk/book")).hasCount(0);
            assertThat(links(page, "/desk/staff")).hasCount(0);
            assertThat(links(page, "/desk/audit")).hasCount(1);
        }
    }

    @Test
    void operatorsHaveAMenuOfTheirOwn() {
        try (var browser = StaffBrowser.on(port)) {
            var page = browser.signIn(staff.operator(), "/desk/security");
            assertThat(links(page, "/camunda/app/cockpit/default/")).hasCount(1);
            assertThat(links(page, "/desk")).hasCount(0);
            assertThat(links(page, "/desk/calendar")).hasCount(0);
            Accessibility.check(page);
        }
    }

    private static Locator links(Page page, String path) {
        return page.locator(".cw-menu a[href='" + path + "']");
    }

    /** The open menu lies in the window, and nothing makes the page scroll sideways. */
    private static void fits(Page page, int width) {
        var box = page.locator(".cw-menu details[open] > ul").boundingBox();
        Assertions.assertThat(box.x).as("left at %d", width).isGreaterThanOrEqualTo(0);
        Assertions.assertThat(box.x + box.width).as("right at %d", width).isLessThanOrEqualTo(width);
        Assertions.assertThat(((Number) page.evaluate("document.documentElement.scrollWidth")).intValue())
                .as("page at %d", width)
                .isLessThanOrEqualTo(width);
    }

    private Page signIn(BrowserContext window, Person person) {
        var page = window.newPage();
        page.navigate("http://localhost:" + port + "/desk/sign-in");
        page.fill("input[name=email]", person.email());
        page.fill("input[name=password]", TestStaff.PASSWORD);
        page.click("main button[type=submit]");
        page.waitForURL(address -> !address.contains("sign-in"));
        StaffBrowser.secondFactor(page, person);
        page.waitForURL("**/desk");
        return page;
    }
}
