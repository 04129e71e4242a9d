package org.carewright.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.List;
import org.carewright.identity.Role;
import org.carewright.test.Accessibility;
import org.carewright.test.CarewrightTest;
import org.carewright.test.StaffBrowser;
import org.carewright.test.TestClinics;
import org.carewright.test.TestStaff;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Pages of accounts, staff, keys, security and the log: nothing axe can find by day or night, nothing wider than the window. */
@CarewrightTest
class AccountAccessibilityTests {

    @LocalServerPort
    int port;

    @Autowired
    TestClinics clinics;

    @Autowired
    TestStaff staff;

    @ParameterizedTest
    @ValueSource(ints = {360, 1280})
    void pagesOfAccountsCanBeUsedByEveryone(int width) {
        var clinic = clinics.open();
        staff.of(clinic, Role.RECEPTIONIST);
        try (var browser = StaffBrowser.on(port, width)) {
            var stranger = browser.session().newPage();
            for (var path : List.of(
                    "/desk/sign-in",
                    "/desk/sign-in?refused",
                    "/desk/forgot",
                    "/portal/sign-in",
                    "/portal/sign-in?lang=hi",
                    "/portal/verify",
                    "/portal/register?clinic=" + clinic.slug())) {
                check(browser, stranger, path);
            }
            var page = browser.signIn(staff.of(clinic, Role.MANAGER), "/desk");
            for (var path : List.of(
                    "/desk/staff",
                    "/desk/settings/security",
                    "/desk/settings/api-keys",
                    "/desk/security",
                    "/desk/password",
                    "/desk/audit",
                    "/desk/audit/verification")) {
                check(browser, page, path);
            }
        }
    }

    private static void check(StaffBrowser browser, Page page, String path) {
        browser.open(page, path);
        Accessibility.check(page);
        assertThat((int) page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .as(path)
                .isZero();
        page.emulateMedia(
                new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK).setReducedMotion(ReducedMotion.REDUCE));
        Accessibility.check(page);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
    }
}
