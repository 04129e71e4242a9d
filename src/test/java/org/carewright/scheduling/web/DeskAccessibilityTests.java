package org.carewright.scheduling.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.carewright.test.Accessibility;
import org.carewright.test.CarewrightTest;
import org.carewright.test.StaffBrowser;
import org.carewright.test.TestWorkday;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** All pages of the desk on a phone and on a desk: nothing axe can find, and no page that scrolls sideways. */
@CarewrightTest
class DeskAccessibilityTests {

    private static final int PHONE = 390;
    private static final int DESK = 1280;

    @LocalServerPort
    int port;

    @Autowired
    TestWorkday workdays;

    @ParameterizedTest
    @ValueSource(ints = {PHONE, DESK})
    void desksPagesCanBeUsedByEveryone(int width) {
        var day = workdays.begin();
        workdays.request(day, "10:30");
        workdays.visit(day, "12:00");
        var visit = workdays.visit(day, "13:00");
        try (var browser = StaffBrowser.on(port, width)) {
            var page = browser.session().newPage();
            browser.open(page, "/desk/sign-in");
            check(page);
            page = browser.signIn(day.practitioner(), "/desk");
            check(page);
            for (var path : new String[] {
                "/desk/calendar",
                "/desk/calendar?view=week",
                "/desk/calendar?date=" + day.today().plusDays(30),
                "/desk/book",
                "/desk/book?serviceId=" + day.practice().visit(),
                "/desk/appointments/" + visit.appointmentId()
            }) {
                browser.open(page, path);
                check(page);
            }
        }
    }

    private static void check(Page page) {
        Accessibility.check(page);
        assertThat((int) page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .as(page.url())
                .isZero();
    }
}
