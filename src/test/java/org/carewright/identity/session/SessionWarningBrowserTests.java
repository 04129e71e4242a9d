package org.carewright.identity.session;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.carewright.identity.Role;
import org.carewright.test.Accessibility;
import org.carewright.test.CarewrightTest;
import org.carewright.test.StaffBrowser;
import org.carewright.test.TestClinics;
import org.carewright.test.TestStaff;
import org.carewright.test.TestStaff.Person;
import org.carewright.test.TestTime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The warning before a session ends, in a real browser whose clock goes with the server's (IAM-5). */
@CarewrightTest
class SessionWarningBrowserTests {

    private static final String POLL =
            "() => fetch('/camunda/api/engine/engine/default/task/count').then(a => a.status)";
    /** Tasklist goes there by itself when its calls are refused, and says no reason. */
    private static final Pattern ENDED = Pattern.compile(".*/desk/sign-in(\\?ended)?");

    @RegisterExtension
    final TestTime time = new TestTime();

    @LocalServerPort
    int port;

    @Autowired
    TestClinics clinics;

    @Autowired
    TestStaff staff;

    private final Instant start = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    private Duration passed = Duration.ZERO;
    private Person receptionist;
    private StaffBrowser browser;
    private Page page;

    @BeforeEach
    void setUp() {
        time.moveTo(start);
        receptionist = staff.of(clinics.open(), Role.RECEPTIONIST);
        browser = StaffBrowser.on(port);
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    void warnsAMinuteBeforeAlthoughThePagePollsAndStaysOnWish() {
        open("/desk");
        for (var minute = 1; minute < 14; minute++) {
            pass(Duration.ofMinutes(1));
            Assertions.assertThat(page.evaluate(POLL)).isEqualTo(200);
            assertThat(warning()).hasCount(0);
        }

        pass(Duration.ofSeconds(70));

        assertThat(warning()).isVisible();
        assertThat(warning().locator("button").first()).isFocused();
        Accessibility.check(page);
        warning().locator("button").first().click();
        assertThat(warning()).hasCount(0);
        pass(Duration.ofMinutes(13));
        Assertions.assertThat(page.evaluate(POLL)).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/desk", "/camunda/app/tasklist/default/"})
    void leadsToTheSignInPageWhenNobodyAnswers(String path) {
        open(path);
        pass(Duration.ofSeconds(14 * 60 + 10));
        assertThat(warning()).isVisible();

        pass(Duration.ofSeconds(51));

        assertThat(page).hasURL(ENDED);
    }

    @Test
    void whoTouchesThePageIsThere() {
        open("/desk");
        pass(Duration.ofMinutes(10));
        var told = page.waitForResponse(answer -> answer.url().endsWith("/desk/session/active"), () -> page.keyboard()
                .press("Tab"));
        Assertions.assertThat(told.status()).isEqualTo(204);

        pass(Duration.ofMinutes(6));

        Assertions.assertThat(page.evaluate(POLL)).isEqualTo(200);
        assertThat(warning()).hasCount(0);
    }

    private void open(String path) {
        page = browser.signIn(receptionist, "/desk");
        page.clock().install();
        page.waitForResponse(answer -> answer.url().endsWith("/desk/session"), () -> browser.open(page, path));
        // The page has read its answer by the time a later question is answered.
        page.evaluate(POLL);
        if (path.startsWith("/camunda")) {
            page.waitForSelector("[cam-widget-header] .app-banner");
        }
    }

    /** Time passes at the server and in the browser. */
    private void pass(Duration more) {
        passed = passed.plus(more);
        time.moveTo(start.plus(passed));
        page.clock().fastForward(more.toMillis());
    }

    private Locator warning() {
        return page.locator("dialog[role=alertdialog]");
    }
}
