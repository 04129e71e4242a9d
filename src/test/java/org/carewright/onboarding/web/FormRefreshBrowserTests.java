package org.carewright.onboarding.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import java.util.ArrayList;
import java.util.List;
import org.carewright.test.Browsers;
import org.carewright.test.CarewrightTest;
import org.carewright.test.TestClinics;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A form whose fields depend on each other fetches them anew; on a slow line people go on filling it in meanwhile. */
@CarewrightTest
class FormRefreshBrowserTests {

    @LocalServerPort
    int port;

    @Autowired
    TestClinics clinics;

    private final List<Route> held = new ArrayList<>();
    private boolean slow = true;
    private BrowserContext session;
    private Page page;

    @BeforeEach
    void chooseSomethingOnASlowLine() {
        session = Browsers.session(new NewContextOptions().setLocale("en-US").setBaseURL("http://localhost:" + port));
        page = session.newPage();
        page.navigate("/c/" + clinics.open().slug() + "/register");
        page.route("**/register", this::hold);
        page.waitForRequest(
                FormRefreshBrowserTests::asksForFields, () -> page.check("[name='form.registeringFor'][value=child]"));
    }

    @AfterEach
    void close() {
        session.close();
    }

    @Test
    void keepsWhatIsTypedWhileTheFieldsAreFetched() {
        page.fill("#f-email", "ada@patient.example");
        release();
        assertThat(page.locator("#f-ownName")).isVisible();
        assertThat(page.locator("#f-email")).hasValue("ada@patient.example");
        assertThat(page.locator("[name='form.registeringFor'][value=child]")).isChecked();
    }

    @Test
    void keepsWhatIsTickedWhileTheFieldsAreFetched() {
        page.waitForRequest(FormRefreshBrowserTests::asksForFields, () -> page.check("#f-privacyAccepted"));
        page.uncheck("#f-privacyAccepted");
        page.check("#f-privacyAccepted");
        release();
        assertThat(page.locator("#f-ownName")).isVisible();
        assertThat(page.locator("#f-privacyAccepted")).isChecked();
    }

    private void hold(Route route) {
        if (slow) {
            held.add(route);
        } else {
            route.resume();
        }
    }

    /** The line is fast again, also for what the page has asked for but this test hasn't heard of yet. */
    private void release() {
        slow = false;
        held.forEach(Route::resume);
    }

    private static boolean asksForFields(Request request) {
        return request.method().equals("POST");
    }
}
