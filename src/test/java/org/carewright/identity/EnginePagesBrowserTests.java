package org.carewright.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import org.carewright.test.Browsers;
import org.carewright.test.CarewrightTest;
import org.carewright.test.StaffBrowser;
import org.carewright.test.TestClinics;
import org.carewright.test.TestStaff;
import org.carewright.test.TestStaff.Person;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The engine's web apps in a real browser, behind our sign-in and under our content security policy. */
@CarewrightTest
class EnginePagesBrowserTests {

    private static final String TASKLIST = "/camunda/app/tasklist/default/";
    private static final String COCKPIT = "/camunda/app/cockpit/default/";
    private static final String ADMIN = "/camunda/app/admin/default/";

    private static final String READY = "[cam-widget-header] .app-banner";

    @LocalServerPort
    int port;

    @Autowired
    TestClinics clinics;

    @Autowired
    TestStaff staff;

    private final List<String> complaints = new ArrayList<>();
    private BrowserContext browser;

    @BeforeEach
    void openBrowser() {
        browser = Browsers.session();
        browser.onConsoleMessage(message -> {
            if ("error".equals(message.type())) {
                complaints.add(message.text());
            }
        });
        browser.onWebError(error -> complaints.add(error.error()));
    }

    @AfterEach
    void closeBrowser() {
        browser.close();
    }

    @Test
    void receptionistsWorkInTasklist() {
        var page = signIn(staff.of(clinics.open(), Role.RECEPTIONIST), TASKLIST);

        page.waitForSelector(READY);
        page.waitForSelector("text=Tasks of reception");
        assertThat(page.textContent(".cw-to-desk")).contains("Desk");
        assertThat(page.isVisible("text=Create task")).isFalse();
        assertThat(page.isVisible("text=Start process")).isFalse();
        assertThat(page.textContent(".brand-name")).isEqualTo("Carewright Tasklist");
        assertThat(complaints).isEmpty();
    }

    @Test
    void tasklistKeepsNothingThatWasTypedInTheBrowser() {
        var page = signIn(staff.of(clinics.open(), Role.RECEPTIONIST), TASKLIST);
        page.waitForSelector(READY);

        page.evaluate("localStorage.setItem('camunda-form:1', 'typed'); localStorage.setItem('other', 'kept')");

        assertThat(page.evaluate("localStorage.getItem('camunda-form:1')")).isNull();
        assertThat(page.evaluate("localStorage.getItem('other')")).isEqualTo("kept");
    }

    @Test
    void signingOutOfTasklistSignsOutOfEverything() {
        var page = signIn(staff.of(clinics.open(), Role.RECEPTIONIST), TASKLIST);
        page.waitForSelector(READY);

        page.click(".account.dropdown .dropdown-toggle");
        page.click(".account.dropdown .logout a");

        page.waitForURL("**/desk/sign-in*");
        page.navigate(address("/desk"));
        assertThat(page.url()).endsWith("/desk/sign-in");
    }

    @Test
    void operatorsOpenCockpitAndAdmin() {
        var page = signIn(staff.operator(), COCKPIT);

        page.waitForSelector(READY);
        page.waitForSelector(".deployed");
        page.navigate(address(COCKPIT) + "#/processes");
        page.waitForSelector("text=AppointmentProcess");
        page.navigate(address(ADMIN));
        page.waitForSelector(READY);
        assertThat(complaints).isEmpty();
    }

    @Test
    void pagesLoadedAtTheSameTimeDoNotBlockEachOther() {
        signIn(staff.operator(), COCKPIT).waitForSelector(READY);
        var pages = new ArrayList<Page>();
        for (var tab = 0; tab < 4; tab++) {
            pages.add(browser.newPage());
        }

        for (var page : pages) {
            page.evaluate(
                    "address => { location.href = address }", address(pages.indexOf(page) % 2 == 0 ? COCKPIT : ADMIN));
        }

        pages.forEach(page -> page.waitForSelector(READY));
        assertThat(complaints).isEmpty();
    }

    private Page signIn(Person person, String wanted) {
        var page = browser.newPage();
        page.navigate(address(wanted));
        page.fill("input[name=email]", person.email());
        page.fill("input[name=password]", TestStaff.PASSWORD);
        page.click("main button[type=submit]");
        page.waitForURL(address -> !address.contains("sign-in"));
        StaffBrowser.secondFactor(page, person);
        return page;
    }

    private String address(String path) {
        return "http://localhost:" + port + path;
    }
}
