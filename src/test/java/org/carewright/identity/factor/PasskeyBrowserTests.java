package org.carewright.identity.factor;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.carewright.identity.Role;
import org.carewright.test.Accessibility;
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

/** Passkeys in a real browser, with the authenticator that Chromium simulates. */
@CarewrightTest
class PasskeyBrowserTests {

    private static final Pattern STEP = Pattern.compile(".*/desk/second-factor");

    @LocalServerPort
    int port;

    @Autowired
    TestClinics clinics;

    @Autowired
    TestStaff staff;

    @Autowired
    SecondFactors factors;

    private StaffBrowser browser;
    private Page page;
    private CDPSession devTools;

    @BeforeEach
    void openWindow() {
        browser = StaffBrowser.on(port);
        page = browser.session().newPage();
        devTools = browser.session().newCDPSession(page);
        devTools.send("WebAuthn.enable");
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    void aManagerAddsAPasskeyAtTheFirstSignInAndUsesItAtTheNext() {
        var manager = staff.withoutFactor(clinics.open(), Role.MANAGER);
        authenticator();
        password(manager);
        assertThat(page).hasURL(STEP);
        page.fill("#passkey-label", "Front desk laptop");
        page.click("[data-cw-passkey] button");
        page.waitForURL("**/desk/security/added");
        assertThat(page.locator(".cw-codes li")).hasCount(10);
        page.click("main a.btn-primary");
        page.waitForURL("**/desk");
        Assertions.assertThat(factors.of(manager.id())).isEqualTo(new FactorState(false, 1, false, 10));

        browser.open(page, "/desk/security");
        assertThat(page.locator("main")).containsText("Front desk laptop");
        Accessibility.check(page);
        browser.signOut(page);
        password(manager);
        page.click("[data-cw-passkey] button");
        page.waitForURL("**/desk");

        Assertions.assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void aPasskeyOfSomeoneElseIsRefused() {
        var clinic = clinics.open();
        authenticator();
        password(staff.withoutFactor(clinic, Role.MANAGER));
        page.fill("#passkey-label", "Mine");
        page.click("[data-cw-passkey] button");
        page.waitForURL("**/desk/security/added");
        browser.open(page, "/desk/security");
        browser.signOut(page);
        var other = staff.of(clinic, Role.MANAGER);
        password(other);

        // The page offers none, as this account has none: the request is sent by hand.
        var status = page.evaluate(
                """
                async () => {
                  const csrf = document.querySelector('meta[name=_csrf]');
                  const headers = {'Content-Type': 'application/json', [csrf.dataset.header]: csrf.content};
                  const send = (path, body) => fetch(path, {method: 'POST', headers: headers, body: body});
                  const options = await (await send('/desk/second-factor/passkey/options', '{}')).json();
                  const bytes = text => Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')),
                      letter => letter.charCodeAt(0));
                  const used = await navigator.credentials.get({publicKey: {challenge: bytes(options.challenge),
                      rpId: options.rpId}});
                  const answer = await send('/desk/second-factor/passkey', JSON.stringify(used.toJSON()));
                  return answer.status;
                }""");

        Assertions.assertThat(status).isEqualTo(400);
        browser.open(page, "/desk");
        assertThat(page).hasURL(STEP);
    }

    private void authenticator() {
        var options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", "internal");
        options.addProperty("hasResidentKey", true);
        options.addProperty("hasUserVerification", true);
        options.addProperty("isUserVerified", true);
        options.addProperty("automaticPresenceSimulation", true);
        var parameters = new JsonObject();
        parameters.add("options", options);
        devTools.send("WebAuthn.addVirtualAuthenticator", parameters);
    }

    private void password(Person person) {
        browser.open(page, "/desk/sign-in");
        page.fill("input[name=email]", person.email());
        page.fill("input[name=password]", TestStaff.PASSWORD);
        page.click("main button[type=submit]");
        page.waitForURL(address -> !address.contains("sign-in"));
    }
}
