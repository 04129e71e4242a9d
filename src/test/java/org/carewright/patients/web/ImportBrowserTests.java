package org.carewright.patients.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.carewright.identity.Role;
import org.carewright.patients.transfer.PatientImports;
import org.carewright.test.CarewrightTest;
import org.carewright.test.Looks;
import org.carewright.test.StaffBrowser;
import org.carewright.test.TestClinics;
import org.carewright.test.TestJobs;
import org.carewright.test.TestScheduling;
import org.carewright.test.TestStaff;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A manager imports patients from a file in a real browser (ONB-6). */
@CarewrightTest
class ImportBrowserTests {

    @LocalServerPort
    int port;

    @Autowired
    TestClinics clinics;

    @Autowired
    TestScheduling scheduling;

    @Autowired
    TestStaff staff;

    @Autowired
    TestJobs jobs;

    @Autowired
    PatientImports imports;

    @ParameterizedTest
    @ValueSource(ints = {390, 1280})
    void aManagerSeesWhatIsWrongBeforeAnythingIsWritten(int width, @TempDir Path directory) throws Exception {
        var clinic = clinics.open();
        var file = Files.writeString(
                directory.resolve("patients.csv"),
                "Given name;Family name;Date of birth\nAnn;Smith;05/02/1980\nBo;;05/02/1980\nCy;Lund;31/31/1980\n");
        try (var browser = StaffBrowser.on(port, width)) {
            var page = browser.signIn(staff.of(clinic, Role.MANAGER), "/desk/patient-imports");
            Looks.check(page, "imports-" + width);
            page.setInputFiles("#file", file);
            page.click("[data-cw-import] button");
            page.waitForURL("**/patient-imports/*-*");
            Looks.check(page, "import-checking-" + width);
            var id = UUID.fromString(page.url().replaceAll(".*/", ""));
            var instance = scheduling.in(clinic, () -> imports.get(id)).processInstanceId();
            jobs.runDue(instance);
            PlaywrightAssertions.assertThat(page.locator("#import")).containsText("to be decided");
            page.reload();
            PlaywrightAssertions.assertThat(page.locator("tbody tr")).hasCount(2);
            Looks.check(page, "import-checked-" + width);
            page.click("button[value=import]");
            PlaywrightAssertions.assertThat(page.locator("#import")).containsText("Being imported");
            jobs.runDue(instance);
            PlaywrightAssertions.assertThat(page.locator("#import")).containsText("The records are there");
            Looks.check(page, "import-done-" + width);
            browser.open(page, "/desk/patients");
            PlaywrightAssertions.assertThat(page.locator("#found")).containsText("Smith, Ann");
            assertThat(browser.complaints()).isEmpty();
        }
    }
}
