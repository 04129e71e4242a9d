package org.carewright.patients.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import org.carewright.identity.Role;
import org.carewright.test.CarewrightTest;
import org.carewright.test.Looks;
import org.carewright.test.StaffBrowser;
import org.carewright.test.TestStaff;
import org.carewright.test.TestStaff.Person;
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
            Looks.check(page, "patients-" + width);
            page.fill("#q", "zzz");
            PlaywrightAssertions.assertThat(page.locator("#found")).containsText("Nobody found");
            page.fill("#q", "");
            page.click(".patient-line");
            page.waitForURL("**/desk/patients/*-*");
            Looks.check(page, "patient-" + width);
            page.click(".desk-head .btn-primary");
            page.waitForURL("**/edit");
            Looks.check(page, "patient-edit-" + width);
            page.fill("#substance0", "Penicillin");
            page.click("main form button[type=submit]");
            page.waitForURL(address -> !address.endsWith("/edit"));
            PlaywrightAssertions.assertThat(page.locator(".patient-marks")).containsText("Penicillin");
            Looks.check(page, "patient-saved-" + width);
            page.click(".patient-tabs a[href$=timeline]");
            page.waitForURL("**/timeline");
            PlaywrightAssertions.assertThat(page.locator(".timeline")).containsText("Confirmed");
            Looks.check(page, "patient-timeline-" + width);
            assertThat(browser.complaints()).isEmpty();
            access(page, staff.portal(day.practice().clinic()), width);
            // The browser notes each refused form.
            assertThat(browser.complaints()).allMatch(complaint -> complaint.contains("422"));
        }
    }

    private static void access(Page page, Person holder, int width) {
        page.click(".patient-tabs a[href$=access]");
        page.waitForURL("**/access");
        Looks.check(page, "patient-access-" + width);
        page.fill("#email", "nobody");
        page.click("main form .btn-primary");
        PlaywrightAssertions.assertThat(page.locator("#email-error")).isVisible();
        Looks.check(page, "patient-access-wrong-" + width);
        page.fill("#email", "new@patient.example");
        page.click("main form .btn-primary");
        PlaywrightAssertions.assertThat(page.locator(".access-holder")).containsText("can accept until");
        Looks.check(page, "patient-access-invited-" + width);
        page.click(".access-holder .btn-secondary");
        PlaywrightAssertions.assertThat(page.locator(".access-holder")).hasCount(0);
        page.fill("#name", "Carla");
        page.fill("#email", holder.email());
        page.selectOption("#relation", "partner");
        page.click("main form .btn-primary");
        PlaywrightAssertions.assertThat(page.locator(".access-holder")).containsText("On hold");
        Looks.check(page, "patient-access-hold-" + width);
        page.click(".access-holder .btn-primary");
        PlaywrightAssertions.assertThat(page.locator(".access-holder")).containsText("Has access");
        page.click(".access-holder .btn-secondary");
        PlaywrightAssertions.assertThat(page.locator(".access-past")).isVisible();
        page.click(".access-past summary");
        Looks.check(page, "patient-access-past-" + width);
    }
}
