package org.carewright.patients.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Path;
import org.carewright.identity.Role;
import org.carewright.test.Accessibility;
import org.carewright.test.CarewrightTest;
import org.carewright.test.StaffBrowser;
import org.carewright.test.TestStaff;
import org.carewright.test.TestWorkday;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Reception finds a patient, reads and changes the record in a real browser, on a phone and on a desk. */
@CarewrightTest
class PatientBrowserTests {

    @LocalServerPort
    int port;

    @Autowired
    TestWorkday workdays;

    @Autowired
    TestStaff staff;

    @ParameterizedTest
    @ValueSource(ints = {390, 1280})
    void theRecordCanBeFoundReadAndChangedByEveryone(int width) {
        var day = workdays.begin();
        workdays.visit(day, "12:00");
        try (var browser = StaffBrowser.on(port, width)) {
            var page = browser.signIn(staff.of(day.practice().clinic(), Role.RECEPTIONIST), "/desk/patients");
            check(page, "patients-" + width);
            page.fill("#q", "zzz");
            PlaywrightAssertions.assertThat(page.locator("#found")).containsText("Nobody found");
            page.fill("#q", "");
            page.click(".patient-line");
            page.waitForURL("**/desk/patients/*-*");
            check(page, "patient-" + width);
            page.click(".desk-head .btn-primary");
            page.waitForURL("**/edit");
            check(page, "patient-edit-" + width);
            page.fill("#substance0", "Penicillin");
            page.click("main form button[type=submit]");
            page.waitForURL(address -> !address.endsWith("/edit"));
            PlaywrightAssertions.assertThat(page.locator(".patient-marks")).containsText("Penicillin");
            check(page, "patient-saved-" + width);
            page.click(".patient-tabs a:last-child");
            page.waitForURL("**/timeline");
            PlaywrightAssertions.assertThat(page.locator(".timeline")).containsText("Confirmed");
            check(page, "patient-timeline-" + width);
            assertThat(browser.complaints()).isEmpty();
        }
    }

    private static void check(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target/pictures/" + name + ".png"))
                .setFullPage(true));
        Accessibility.check(page);
        assertThat((int) page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .as(page.url())
                .isZero();
    }
}
