package org.carewright.patients.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.time.LocalDate;
import org.carewright.identity.Role;
import org.carewright.patients.record.PatientRecords;
import org.carewright.patients.record.RecordDraft;
import org.carewright.test.CarewrightTest;
import org.carewright.test.Looks;
import org.carewright.test.StaffBrowser;
import org.carewright.test.TestClinics;
import org.carewright.test.TestScheduling;
import org.carewright.test.TestStaff;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Reception merges a duplicate and undoes it in a real browser (ONB-4). */
@CarewrightTest
class MergeBrowserTests {

    @LocalServerPort
    int port;

    @Autowired
    TestClinics clinics;

    @Autowired
    TestScheduling scheduling;

    @Autowired
    TestStaff staff;

    @Autowired
    PatientRecords records;

    @ParameterizedTest
    @ValueSource(ints = {390, 1280})
    void receptionMergesADuplicateSideBySideAndUndoesIt(int width) {
        var clinic = clinics.open();
        var kept = scheduling.in(
                clinic, () -> records.create(RecordDraft.of("Ann", "Smith", null, "ann@patient.example", null, "en")));
        scheduling.in(
                clinic,
                () -> records.create(RecordDraft.of(
                        "Anna", "Smith", LocalDate.of(1980, 5, 2), "ann@patient.example", "+12125550123", "en")));
        try (var browser = StaffBrowser.on(port, width)) {
            var page = browser.signIn(staff.of(clinic, Role.RECEPTIONIST), "/desk/patients/" + kept);
            page.click("main a[href$='/merge']");
            page.waitForURL("**/merge");
            Looks.check(page, "merge-choose-" + width);
            page.click(".patient-line");
            page.waitForURL("**/merge/*");
            Looks.check(page, "merge-" + width);
            page.check("input[name='choose.givenName'][value=other]");
            page.click("main form button[type=submit]");
            page.waitForURL("**/desk/patients/" + kept);
            PlaywrightAssertions.assertThat(page.locator("h1")).containsText("Anna Smith");
            PlaywrightAssertions.assertThat(page.locator("main")).containsText("+12125550123");
            Looks.check(page, "merge-done-" + width);
            page.click("form[action*='patient-merges'] button");
            PlaywrightAssertions.assertThat(page.locator(".cw-notice")).containsText("undone");
            PlaywrightAssertions.assertThat(page.locator("h1")).containsText("Ann Smith");
            assertThat(browser.complaints()).isEmpty();
        }
    }
}
