package org.carewright.scheduling.setup.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import org.carewright.identity.Role;
import org.carewright.test.CarewrightTest;
import org.carewright.test.Looks;
import org.carewright.test.StaffBrowser;
import org.carewright.test.TestScheduling;
import org.carewright.test.TestStaff;
import org.carewright.test.TestVisits;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A manager looks after the clinic's services in a real browser, on a phone and on a desk (SCH-1). */
@CarewrightTest
class ServiceSettingsBrowserTests {

    @LocalServerPort
    int port;

    @Autowired
    TestVisits visits;

    @Autowired
    TestScheduling scheduling;

    @Autowired
    TestStaff staff;

    @ParameterizedTest
    @ValueSource(ints = {390, 1280})
    void aManagerAddsChangesAndArchivesAService(int width) {
        var practice = visits.open();
        visits.withDeposit(practice, false, 2_000);
        scheduling.resource(practice.clinic(), "room", practice.visit());
        scheduling.resource(practice.clinic(), "equipment", practice.visit());
        scheduling.service(practice.clinic(), Map.of("name", "Taping", "active", false));
        var zone = practice.clinic().zone();
        visits.book(
                practice,
                practice.onRequest(),
                LocalDate.now(zone).plusDays(9).atTime(10, 0).atZone(zone).toInstant());
        try (var browser = StaffBrowser.on(port, width)) {
            var page = browser.signIn(staff.of(practice.clinic(), Role.MANAGER), "/desk/settings/services");
            Looks.check(page, "services-" + width);
            page.click("main .desk-actions .btn-primary");
            page.waitForURL("**/services/new");
            page.fill("#serviceName", "Gait analysis");
            page.fill("#price", "120");
            page.fill("#deposit", "130");
            page.click("main .cw-actions .btn-primary");
            assertThat(page.locator("#deposit-error")).containsText("can’t be above it");
            Looks.check(page, "service-wrong-" + width);
            page.fill("#deposit", "30");
            page.getByLabel("Dana Reed").check();
            page.click("main .cw-actions .btn-primary");
            page.waitForURL("**/services");
            assertThat(page.locator(".cw-notice")).containsText("can be booked now");
            assertThat(page.locator("main")).containsText("$120.00");

            page.click("a:has-text('Assessment')");
            page.waitForURL("**/services/*-*");
            assertThat(page.locator("main")).containsText("One visit of this service is coming up.");
            page.fill("#price", "95.50");
            Looks.check(page, "service-" + width);
            page.click("main .cw-actions .btn-primary");
            page.waitForURL("**/services");
            assertThat(page.locator("main")).containsText("$95.50");

            page.click("a:has-text('Assessment')");
            page.waitForURL("**/services/*-*");
            page.click("button:has-text('Archive this service')");
            page.waitForURL("**/services");
            assertThat(page.locator(".cw-notice")).containsText("Archived");
            page.click("a:has-text('Assessment')");
            page.waitForURL("**/services/*-*");
            Looks.check(page, "service-archived-" + width);
            page.click("button:has-text('Offer it again')");
            page.waitForURL("**/services");
            assertThat(browser.complaints()).allMatch(complaint -> complaint.contains("status of 422"));
        }
    }
}
