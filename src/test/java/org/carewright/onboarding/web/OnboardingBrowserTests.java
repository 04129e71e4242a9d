package org.carewright.onboarding.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BarcodeFormat;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ReducedMotion;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.carewright.documents.PdfText;
import org.carewright.onboarding.clinic.RegistrationPoster;
import org.carewright.patients.record.PatientRecords;
import org.carewright.test.Browsers;
import org.carewright.test.CarewrightTest;
import org.carewright.test.Looks;
import org.carewright.test.TestClinics;
import org.carewright.test.TestClinics.TestClinic;
import org.carewright.test.TestMail;
import org.carewright.test.TestOnboarding;
import org.carewright.test.TestVisits;
import org.carewright.test.TestVisits.Practice;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A patient scans the QR code, registers, verifies, does the paperwork and lands in the portal with a card (ONB-1). */
@CarewrightTest
class OnboardingBrowserTests {

    @LocalServerPort
    int port;

    @Autowired
    TestClinics clinics;

    @Autowired
    TestVisits visits;

    @Autowired
    TestMail mail;

    @Autowired
    TestOnboarding newcomers;

    @Autowired
    RegistrationPoster posters;

    @Autowired
    PatientRecords records;

    private BrowserContext session;
    private boolean javaScript;
    private int width;

    @AfterEach
    void close() {
        session.close();
    }

    @Test
    void leadsAPhoneFromTheScannedCodeToTheCard() {
        var practice = visits.open(clinics.open(), null);
        onboard(page(390, true), practice);
        assertThat(newcomers.signatures(practice.clinic())).containsExactly("drawn", "typed");
    }

    @Test
    void leadsADesktopWithoutJavaScriptFromTheScannedCodeToTheCard() {
        var practice = visits.open(clinics.open(), null);
        onboard(page(1280, false), practice);
        assertThat(newcomers.signatures(practice.clinic())).containsExactly("typed", "typed");
    }

    @Test
    void aParentOnAPhoneRegistersAChildAndGetsItsCard() {
        var practice = visits.open(clinics.open(), null);
        var page = page(390, true);
        newcomers.askConsent(practice.clinic());
        var email = "ada." + UUID.randomUUID() + "@patient.example";
        page.navigate(scanned(practice.clinic()));
        assertThat(page.locator("#f-ownName")).isHidden();
        tick(page.locator("[name='form.registeringFor'][value=child]"));
        assertThat(page.locator("#f-ownName")).isVisible();
        page.fill("#f-ownName", "Ada Okafor");
        page.fill("#f-givenName", "Ines");
        page.fill("#f-familyName", "Okafor");
        page.fill("#f-dateOfBirth", "2019-06-30");
        page.fill("#f-email", email);
        page.fill("#password", TestOnboarding.PASSWORD);
        tick(page.locator("#f-privacyAccepted"));
        look(page, "register-child");
        send(page);
        assertThat(page.locator("h1")).hasText("Please look into your mailbox");
        verify(page, email);
        signIn(page, email);
        follow(page.locator("main a[href='/portal/onboarding']"));
        assertThat(page.locator("main")).containsText("Patient: Ines Okafor");
        look(page, "checklist-child");
        follow(page.locator("a[href='/portal/onboarding/consents']"));
        assertThat(page.locator("main")).containsText("Patient: Ines Okafor");
        page.fill("#signerName", "Ada Okafor");
        look(page, "consent-child");
        send(page);
        page.waitForURL(url -> url.endsWith("/portal/onboarding"));
        answerIntake(page, false);
        giveInsurance(page);
        holdsACard(page, practice.clinic());
        follow(page.locator("header a[href='/portal']").first());
        look(page, "home-child");
    }

    private void onboard(Page page, Practice practice) {
        var clinic = practice.clinic();
        newcomers.askConsent(clinic);
        newcomers.askConsent(clinic);
        var email = "ines." + UUID.randomUUID() + "@patient.example";
        register(page, practice, email);
        verify(page, email);
        signIn(page, email);
        follow(page.locator("main a[href='/portal/onboarding']"));
        look(page, "checklist");
        sign(page, javaScript);
        sign(page, false);
        assertThat(page.locator("a[href='/portal/onboarding/consents']")).hasCount(0);
        answerIntake(page);
        giveInsurance(page);
        assertThat(page.locator("main a.btn-primary[href$='/book']")).isVisible();
        look(page, "done");
        follow(page.locator("header a[href='/portal']").first());
        look(page, "home");
        holdsACard(page, clinic);
    }

    private void register(Page page, Practice practice, String email) {
        page.navigate(scanned(practice.clinic()));
        look(page, "register");
        send(page);
        assertThat(page.locator("#error-summary")).isVisible();
        look(page, "register-wrong");
        page.fill("#f-givenName", "Ines");
        page.fill("#f-familyName", "Okafor");
        page.fill("#f-dateOfBirth", "1984-05-17");
        page.fill("#f-email", email);
        page.fill("#password", TestOnboarding.PASSWORD);
        page.selectOption("#f-serviceId", practice.visit().toString());
        tick(page.locator("#f-privacyAccepted"));
        send(page);
        assertThat(page.locator("h1")).hasText("Please look into your mailbox");
        look(page, "sent");
    }

    /** Where the code on the poster in the waiting room leads. */
    private String scanned(TestClinic clinic) {
        var poster = posters.make(clinic.id(), null).pdf();
        return URI.create(PdfText.scan(poster, BarcodeFormat.QR_CODE)).getPath();
    }

    private void verify(Page page, String email) {
        page.navigate(mail.linkTo(email));
        look(page, "verify");
        send(page);
        page.waitForURL(url -> url.contains("/portal/sign-in"));
    }

    private void signIn(Page page, String email) {
        look(page, "sign-in");
        page.fill("input[name=email]", email);
        page.fill("input[name=password]", TestOnboarding.PASSWORD);
        send(page);
        page.waitForURL(url -> url.endsWith("/portal"));
        look(page, "home-open");
    }

    private void sign(Page page, boolean drawn) {
        if (!page.url().endsWith("/consents")) {
            follow(page.locator("a[href='/portal/onboarding/consents']"));
        }
        var version = page.locator("input[name=version]").inputValue();
        look(page, drawn ? "consent" : "consent-typed");
        page.fill("#signerName", "Ines Okafor");
        if (drawn) {
            draw(page);
            look(page, "consent-drawn");
        }
        send(page);
        assertThat(page.locator("input[name=version][value='" + version + "']")).hasCount(0);
    }

    private static void draw(Page page) {
        var pad = page.locator("[data-cw-pad]");
        pad.scrollIntoViewIfNeeded();
        var box = pad.boundingBox();
        page.mouse().move(box.x + 20, box.y + 40);
        page.mouse().down();
        page.mouse().move(box.x + 90, box.y + 20);
        page.mouse().move(box.x + 150, box.y + 60);
        page.mouse().up();
    }

    private void answerIntake(Page page) {
        answerIntake(page, true);
    }

    /** @param physiotherapy whether the form is that of the service, which asks for the complaint */
    private void answerIntake(Page page, boolean physiotherapy) {
        follow(page.locator("a[href='/portal/onboarding/intake']"));
        look(page, "intake");
        if (physiotherapy) {
            page.fill("#f-complaint", "My shoulder, when I lift my arm");
            tick(page.locator("[name='form.complaintSince']").first());
        }
        tick(page.locator("[name='form.pregnant'][value=no]"));
        tick(page.locator("[name='form.severeAllergy'][value=no]"));
        tick(page.locator("[name='form.bloodThinners'][value=no]"));
        page.fill("[name='form.allergies[0].substance']", "Birch pollen");
        page.fill("[name='form.emergencyContact.contactName']", "Tom Okafor");
        page.fill("[name='form.emergencyContact.contactPhone']", "+12125550178");
        send(page);
        page.waitForURL(url -> url.endsWith("/portal/onboarding"));
    }

    private void giveInsurance(Page page) {
        follow(page.locator("a[href='/portal/onboarding/insurance']"));
        tick(page.locator("[name='form.insured'][value=yes]"));
        assertThat(page.locator("#f-payer")).isVisible();
        look(page, "insurance");
        page.fill("#f-payer", "Blue Harbour");
        page.fill("#f-policyNumber", "BH-4711");
        send(page);
        page.waitForURL(url -> url.endsWith("/portal/onboarding"));
    }

    /** The card in the portal is a PDF with the patient's name and the number of their record, as bars and as squares. */
    private void holdsACard(Page page, TestClinic clinic) {
        var address = page.locator("main a[href$='/card.pdf']").getAttribute("href");
        var answer = page.request().get(address);
        assertThat(answer.headers()).containsEntry("content-type", "application/pdf");
        var patient = UUID.fromString(address.split("/")[3]);
        var number = newcomers.in(clinic, () -> records.get(patient).barcode());
        assertThat(PdfText.of(answer.body())).contains("Ines Okafor", number.replaceAll("(.{4})(?=.)", "$1 "));
        for (var format : List.of(BarcodeFormat.CODE_128, BarcodeFormat.QR_CODE)) {
            assertThat(PdfText.scan(answer.body(), format)).isEqualTo(number);
        }
    }

    private Page page(int width, boolean javaScript) {
        this.width = width;
        this.javaScript = javaScript;
        session = Browsers.session(new NewContextOptions()
                .setLocale("en-US")
                .setViewportSize(width, 900)
                .setJavaScriptEnabled(javaScript)
                .setReducedMotion(ReducedMotion.REDUCE)
                .setBaseURL("http://localhost:" + port));
        return session.newPage();
    }

    /** By keyboard: a browser without JavaScript never tells that an element has come to rest for a click. */
    private static void follow(Locator link) {
        var page = link.page();
        var before = page.url();
        link.focus();
        page.keyboard().press("Enter");
        page.waitForURL(url -> !url.equals(before));
    }

    private static void tick(Locator box) {
        box.focus();
        box.page().keyboard().press("Space");
        assertThat(box).isChecked();
    }

    private static void send(Page page) {
        page.locator("main form button[type=submit]").first().focus();
        page.keyboard().press("Enter");
    }

    /** Without JavaScript the rules, which are written in it, can't be checked. */
    private void look(Page page, String name) {
        if (javaScript) {
            Looks.check(page, "onboarding-" + name + "-" + width);
        } else {
            Looks.fits(page);
        }
    }
}
