package org.carewright.audit.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.carewright.audit.AuditLog;
import org.carewright.identity.Role;
import org.carewright.shared.tenant.ClinicScope;
import org.carewright.test.CarewrightTest;
import org.carewright.test.Looks;
import org.carewright.test.StaffBrowser;
import org.carewright.test.TestClinics;
import org.carewright.test.TestClinics.TestClinic;
import org.carewright.test.TestStaff;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The privacy officer reads the log, narrows it down, downloads it and checks it, in a real browser (HIP-2, HIP-3). */
@CarewrightTest
class AuditPagesTests {

    @LocalServerPort
    int port;

    @Autowired
    AuditLog log;

    @Autowired
    TestClinics clinics;

    @Autowired
    TestStaff staff;

    @Autowired
    ClinicScope scope;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    JdbcConnectionDetails database;

    private TestClinic clinic;

    @BeforeEach
    void open() {
        clinic = clinics.open();
    }

    @ParameterizedTest
    @ValueSource(ints = {390, 1280})
    void theLogCanBeReadByEveryone(int width) {
        record("patient.read", UUID.randomUUID(), null);
        try (var browser = StaffBrowser.on(port, width)) {
            var page = browser.signIn(staff.of(clinic, Role.PRIVACY_OFFICER), "/desk/audit");

            PlaywrightAssertions.assertThat(page.locator("tbody")).containsText("patient.read");
            PlaywrightAssertions.assertThat(page.locator("tbody")).containsText("account.signed-in");
            Looks.check(page, "audit-" + width);
            browser.open(page, "/desk/audit/verification");
            Looks.check(page, "audit-filtered-" + width);
            page.click("main form button");
            PlaywrightAssertions.assertThat(page.locator(".cw-notice")).containsText("Nothing was changed");
            Looks.check(page, "audit-verification-" + width);
        }
    }

    @Test
    void aPatientsAccessReportShowsThatPatientOnly() {
        var patient = UUID.randomUUID();
        record("patient.read", patient, "the wanted one");
        record("patient.read", UUID.randomUUID(), "another one");
        try (var browser = StaffBrowser.on(port)) {
            var page = browser.signIn(staff.of(clinic, Role.PRIVACY_OFFICER), "/desk/audit?patient=" + patient);

            PlaywrightAssertions.assertThat(page.locator("tbody tr")).hasCount(1);
            PlaywrightAssertions.assertThat(page.locator("tbody")).containsText("the wanted one");
        }
    }

    @Test
    void olderRowsAreOnePageAwayAndNoneIsShownTwice() {
        for (var number = 0; number < 60; number++) {
            record("test.done", null, "number " + number + ".");
        }
        try (var browser = StaffBrowser.on(port)) {
            var page = browser.signIn(staff.of(clinic, Role.PRIVACY_OFFICER), "/desk/audit?action=test.done");
            PlaywrightAssertions.assertThat(page.locator("tbody tr")).hasCount(50);
            PlaywrightAssertions.assertThat(page.locator("tbody")).containsText("number 10.");
            page.click("a[rel=next]");

            PlaywrightAssertions.assertThat(page.locator("tbody tr")).hasCount(10);
            PlaywrightAssertions.assertThat(page.locator("tbody")).containsText("number 9.");
            PlaywrightAssertions.assertThat(page.locator("tbody")).not().containsText("number 10.");
        }
    }

    @Test
    void theDownloadHoldsWhatIsShownAndNoFormula() throws Exception {
        record("test.done", null, "=HYPERLINK(\"http://evil.example\")");
        try (var browser = StaffBrowser.on(port)) {
            var page = browser.signIn(staff.of(clinic, Role.PRIVACY_OFFICER), "/desk/audit?action=test.done");
            var file = page.waitForDownload(() -> page.click("a[href*='export.csv']"));

            var text = Files.readString(file.path(), StandardCharsets.UTF_8);
            assertThat(text.lines()).hasSize(2);
            assertThat(text).contains("\"'=HYPERLINK(");
        }
    }

    @Test
    void theCheckNamesTheChangedRow() throws Exception {
        record("test.done", null, null);
        try (var browser = StaffBrowser.on(port)) {
            var page = browser.signIn(staff.of(clinic, Role.PRIVACY_OFFICER), "/desk/audit/verification");
            page.click("main form button");
            PlaywrightAssertions.assertThat(page.locator(".cw-notice")).containsText("Nothing was changed");
            var row = change("test.done");
            page.click("main form button");

            PlaywrightAssertions.assertThat(page.locator("[role=alert]")).containsText("has been changed");
            PlaywrightAssertions.assertThat(page.locator("tbody")).containsText(row);
            PlaywrightAssertions.assertThat(page.locator("tbody")).containsText("Row changed");
        }
    }

    @Test
    void refusesAFileThatIsNoExport(@TempDir Path directory) throws Exception {
        var file = Files.writeString(directory.resolve("other.json"), "{\"some\": \"thing\"}");
        try (var browser = StaffBrowser.on(port)) {
            var page = browser.signIn(staff.of(clinic, Role.PRIVACY_OFFICER), "/desk/audit/verification");
            page.setInputFiles("input[type=file]", file);
            page.click("main form button");

            PlaywrightAssertions.assertThat(page.locator("[role=alert]")).containsText("no export");
        }
    }

    private void record(String action, UUID patient, String reason) {
        scope.run(clinic.id(), () -> new TransactionTemplate(transactions)
                .executeWithoutResult(
                        status -> log.record(action, "test", UUID.randomUUID(), patient, AuditLog.SUCCESS, reason)));
    }

    private String change(String action) throws Exception {
        try (var connection = java.sql.DriverManager.getConnection(database.getJdbcUrl(), "postgres", "");
                var statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica");
            var rows = statement.executeQuery("update audit.event set reason = 'x' where clinic_id = '" + clinic.id()
                    + "' and action = '" + action + "' returning id");
            rows.next();
            return rows.getString(1);
        }
    }
}
