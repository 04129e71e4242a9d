package org.carewright.documents.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.time.LocalDate;
import java.util.UUID;
import org.carewright.documents.PdfText;
import org.carewright.documents.consent.Consents;
import org.carewright.identity.Role;
import org.carewright.patients.record.PatientRecords;
import org.carewright.patients.record.RecordDraft;
import org.carewright.test.CarewrightTest;
import org.carewright.test.Looks;
import org.carewright.test.StaffBrowser;
import org.carewright.test.TestClinics;
import org.carewright.test.TestClinics.TestClinic;
import org.carewright.test.TestPortal;
import org.carewright.test.TestScheduling;
import org.carewright.test.TestStaff;
import org.carewright.test.TestStaff.Person;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A consent from its first word to its withdrawal in a real browser, on a phone and on a desk (ONB-3). */
@CarewrightTest
class ConsentBrowserTests {

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

    @Autowired
    TestPortal portal;

    @Autowired
    Consents consents;

    private TestClinic clinic;
    private UUID patient;

    @BeforeEach
    void open() {
        clinic = clinics.open();
        var draft = RecordDraft.of("Ann", "Smith", LocalDate.of(1984, 5, 17), null, null, "en");
        patient = scheduling.in(clinic, () -> records.create(draft));
    }

    @ParameterizedTest
    @ValueSource(ints = {390, 1280})
    void aConsentIsWrittenSignedByHandCheckedAndTakenBack(int width) {
        try (var browser = StaffBrowser.on(port, width)) {
            var page = browser.signIn(staff.of(clinic, Role.MANAGER), "/desk/settings/consents");
            write(page, width);
            browser.open(page, "/desk/patients/" + patient + "/consents");
            Looks.check(page, "consents-open-" + width);
            sign(page, width);
            page.click(".consent-name");
            PlaywrightAssertions.assertThat(page.locator("main")).containsText("it is as it was signed");
            Looks.check(page, "consent-" + width);
            assertThat(browser.complaints()).isEmpty();
        }
        try (var browser = StaffBrowser.on(port, width)) {
            takeBack(browser, width);
            assertThat(browser.complaints()).isEmpty();
        }
    }

    private static void write(Page page, int width) {
        Looks.check(page, "consent-settings-" + width);
        page.fill("#name", "Treatment");
        page.click("main form .btn-primary");
        page.waitForURL("**/consents/*-*");
        page.fill("[id='title.en']", "Consent to treatment");
        page.fill("[id='body.en']", "# What we will do\nWe examine and treat you.\n\n# Risks\nFew.");
        Looks.check(page, "consent-edit-" + width);
        page.click("main form .btn-primary");
        page.waitForURL("**/desk/settings/consents");
        PlaywrightAssertions.assertThat(page.locator(".consent-list")).containsText("Version 1");
    }

    private void sign(Page page, int width) {
        page.click(".consent-list .btn");
        page.waitForURL("**/sign?**");
        page.fill("#signerName", "Ann Smith");
        draw(page);
        Looks.check(page, "consent-sign-" + width);
        page.click("main form .btn-primary");
        page.waitForURL(address -> !address.contains("/sign"));
        PlaywrightAssertions.assertThat(page.locator("main")).containsText("by Ann Smith");
        Looks.check(page, "consents-signed-" + width);
        var signed = scheduling.in(clinic, () -> consents.of(patient)).get(0);
        assertThat(signed.drawn()).isTrue();
        assertThat(PdfText.pictures(scheduling.in(clinic, () -> consents.pdf(patient, signed.id()))))
                .isEqualTo(1);
    }

    private static void draw(Page page) {
        var pad = page.locator("[data-cw-pad]");
        pad.scrollIntoViewIfNeeded();
        var box = pad.boundingBox();
        page.mouse().move(box.x + box.width * 0.2, box.y + box.height * 0.3);
        page.mouse().down();
        page.mouse().move(box.x + box.width * 0.5, box.y + box.height * 0.8);
        page.mouse().move(box.x + box.width * 0.8, box.y + box.height * 0.2);
        page.mouse().up();
    }

    private void takeBack(StaffBrowser browser, int width) {
        var person = portal.self(clinic, patient);
        var page = portal(browser, person);
        browser.open(page, "/portal/patients/" + patient + "/consents");
        Looks.check(page, "portal-consents-" + width);
        page.click("main details summary");
        page.click("main details form .btn");
        PlaywrightAssertions.assertThat(page.locator("main")).containsText("Withdrawn");
        Looks.check(page, "portal-withdrawn-" + width);
        page.click("main .btn-primary");
        page.waitForURL("**/sign?**");
        Looks.check(page, "portal-sign-" + width);
    }

    private static Page portal(StaffBrowser browser, Person person) {
        var page = browser.session().newPage();
        browser.open(page, "/portal/sign-in");
        page.fill("input[name=email]", person.email());
        page.fill("input[name=password]", TestStaff.PASSWORD);
        page.click("main button[type=submit]");
        page.waitForURL(address -> !address.contains("sign-in"));
        return page;
    }
}
