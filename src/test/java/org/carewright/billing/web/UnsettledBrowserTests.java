package org.carewright.billing.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.assertions.PlaywrightAssertions;
import org.carewright.billing.difference.DifferenceBook;
import org.carewright.billing.dispute.DisputeBook;
import org.carewright.identity.Role;
import org.carewright.test.CarewrightTest;
import org.carewright.test.Looks;
import org.carewright.test.StaffBrowser;
import org.carewright.test.TestClinics;
import org.carewright.test.TestPaid;
import org.carewright.test.TestScheduling;
import org.carewright.test.TestStaff;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Disputes, differences and the rules of collection at the desk, on a phone and on a desk (BIL-6, BIL-9). */
@CarewrightTest
class UnsettledBrowserTests {

    @LocalServerPort
    int port;

    @Autowired
    TestClinics clinics;

    @Autowired
    TestScheduling scheduling;

    @Autowired
    TestPaid paid;

    @Autowired
    TestStaff staff;

    @Autowired
    DisputeBook disputes;

    @Autowired
    DifferenceBook differences;

    @ParameterizedTest
    @ValueSource(ints = {390, 1280})
    void aDisputeIsAnsweredAndADifferenceClosedFromTheUnsettledPages(int width) {
        var clinic = clinics.open();
        paid.disputed(clinic, scheduling.patient(clinic));
        paid.difference(clinic);
        try (var browser = StaffBrowser.on(port, width)) {
            var page = browser.signIn(staff.of(clinic, Role.MANAGER), "/desk/invoices/unsettled");
            page.click(".patient-tabs a[href='/desk/disputes']");
            page.waitForURL("**/desk/disputes");
            PlaywrightAssertions.assertThat(page.locator("tbody")).containsText("days left");
            Looks.check(page, "disputes-" + width);
            page.click("tbody th a");
            page.waitForURL("**/desk/disputes/*");
            PlaywrightAssertions.assertThat(page.locator("main")).containsText("₹15.00");
            Looks.check(page, "dispute-" + width);
            page.check("input[value=contested]");
            page.click("main form .btn-primary");
            PlaywrightAssertions.assertThat(page.locator(".cw-notice")).containsText("The answer has been kept");
            PlaywrightAssertions.assertThat(page.locator("h1")).containsText("Waits for the bank");
            Looks.check(page, "dispute-answered-" + width);
            assertThat(scheduling.in(
                            clinic, () -> disputes.page(true, null, 1).get(0).answer()))
                    .isEqualTo("contested");

            browser.open(page, "/desk/differences");
            Looks.check(page, "differences-" + width);
            page.click("tbody th a");
            page.waitForURL("**/desk/differences/*");
            PlaywrightAssertions.assertThat(page.locator("#inbox + ul")).containsText("Payment succeeded");
            page.check("input[value=not_ours]");
            page.fill("#reason", "Another shop of the same owner");
            Looks.check(page, "difference-" + width);
            page.click("main form .btn-primary");
            page.waitForURL("**/desk/differences");
            PlaywrightAssertions.assertThat(page.locator(".cw-notice")).containsText("has been closed");
            assertThat(scheduling.in(clinic, () -> differences.page(true, null, 10)))
                    .isEmpty();

            browser.open(page, "/desk/settings/billing/dunning");
            PlaywrightAssertions.assertThat(page.locator("#small + ol")).containsText("Day 1: Write an e-mail");
            PlaywrightAssertions.assertThat(page.locator("#card + ol")).containsText("Day 1: Charge the saved card");
            Looks.check(page, "dunning-" + width);
            assertThat(browser.complaints()).isEmpty();
        }
    }
}
