package org.carewright.onboarding.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.util.UUID;
import org.carewright.test.Accessibility;
import org.carewright.test.Browsers;
import org.carewright.test.CarewrightTest;
import org.carewright.test.TestClinics;
import org.carewright.test.TestClinics.TestClinic;
import org.carewright.test.TestMail;
import org.carewright.test.TestOnboarding;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A patient scans the QR code, registers, verifies, does the paperwork and lands in the portal with a card (ONB-1). */
@CarewrightTest
class OnboardingBrowserTests {

    private static final int PHONE = 390;

    @LocalServerPort
    int port;

    @Autowired
    TestClinics clinics;

    @Autowired
    TestMail mail;

    @Autowired
    TestOnboarding newcomers;

    private BrowserContext session;
    private boolean javaScript;

    @BeforeAll
    static void waitLonger() {
        PlaywrightAssertions.setDefaultAssertionTimeout(60_000);
    }

    @AfterEach
    void close() {
        session.close();
    }

    @Test
    void leadsAPhoneFromTheQrPageToTheCard() {
        onboard(page(PHONE, true), clinics.open());
    }

    @Test
    void leadsADesktopWithoutJavaScriptFromTheQrPageToTheCard() {
        onboard(page(1280, false), clinics.open());
    }

    private void onboard(Page page, TestClinic clinic) {
        newcomers.askConsent(clinic);
        var email = "ines." + UUID.randomUUID() + "@patient.example";
        register(page, clinic, email);
        verify(page, email);
        signIn(page, email);
        follow(page.locator("main a[href='/portal/onboarding']"));
        look(page);
        sign(page);
        answerIntake(page);
        giveInsurance(page);
        assertThat(page.locator("main a.btn-primary[href$='/book']")).isVisible();
        assertThat(card(page)).startsWith("%PDF");
        assertThat(newcomers.signedByDrawing(clinic)).isEqualTo(javaScript);
        look(page);
    }

    private void register(Page page, TestClinic clinic, String email) {
        page.navigate("/c/" + clinic.slug() + "/register");
        look(page);
        page.fill("#f-givenName", "Ines");
        page.fill("#f-familyName", "Okafor");
        page.fill("#f-dateOfBirth", "1984-05-17");
        page.fill("#f-email", email);
        page.fill("#password", TestOnboarding.PASSWORD);
        tick(page.locator("#f-privacyAccepted"));
        send(page);
        assertThat(page.locator("#f-givenName")).hasCount(0);
        assertThat(page.locator("h1")).hasText("Please look into your mailbox");
    }

    private void verify(Page page, String email) {
        page.navigate(mail.linkTo(email));
        send(page);
        page.waitForURL(url -> url.contains("/portal/sign-in"));
    }

    private void signIn(Page page, String email) {
        page.fill("input[name=email]", email);
        page.fill("input[name=password]", TestOnboarding.PASSWORD);
        send(page);
        page.waitForURL(url -> url.endsWith("/portal"));
    }

    /** Drawn where there is JavaScript to draw with, else typed. */
    private void sign(Page page) {
        follow(page.locator("a[href='/portal/onboarding/consents']"));
        look(page);
        page.fill("#signerName", "Ines Okafor");
        if (javaScript) {
            draw(page);
        }
        send(page);
        page.waitForURL(url -> url.endsWith("/portal/onboarding"));
        assertThat(page.locator("a[href='/portal/onboarding/consents']")).hasCount(0);
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
        follow(page.locator("a[href='/portal/onboarding/intake']"));
        look(page);
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
        look(page);
        page.fill("#f-payer", "Blue Harbour");
        page.fill("#f-policyNumber", "BH-4711");
        send(page);
        page.waitForURL(url -> url.endsWith("/portal/onboarding"));
    }

    private static String card(Page page) {
        var address = page.locator("main a[href$='/card.pdf']").getAttribute("href");
        return page.request().get(address).text();
    }

    private Page page(int width, boolean javaScript) {
        this.javaScript = javaScript;
        session = Browsers.session(new NewContextOptions()
                .setLocale("en-US")
                .setViewportSize(width, 900)
                .setJavaScriptEnabled(javaScript)
                .setBaseURL("http://localhost:" + port));
        return session.newPage();
    }

    /** Rules are checked with JavaScript only: they are written in it. */
    private void look(Page page) {
        if (!javaScript) {
            return;
        }
        assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .as(page.url())
                .isTrue();
        Accessibility.check(page);
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
}
