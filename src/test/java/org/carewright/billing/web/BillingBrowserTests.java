package org.carewright.billing.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.util.Map;
import org.carewright.identity.Role;
import org.carewright.test.CarewrightTest;
import org.carewright.test.Looks;
import org.carewright.test.StaffBrowser;
import org.carewright.test.TestClinics;
import org.carewright.test.TestMoney;
import org.carewright.test.TestScheduling;
import org.carewright.test.TestStaff;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** An invoice from its first line to the cash and a refund, in a real browser, on a phone and on a desk. */
@CarewrightTest
class BillingBrowserTests {

    @LocalServerPort
    int port;

    @Autowired
    TestClinics clinics;

    @Autowired
    TestScheduling scheduling;

    @Autowired
    TestMoney money;

    @Autowired
    TestStaff staff;

    @ParameterizedTest
    @ValueSource(ints = {390, 1280})
    void cashIsTakenAtTheDeskForAnInvoiceWrittenThere(int width) {
        var clinic = clinics.open();
        var patient = scheduling.patient(clinic);
        scheduling.service(clinic, Map.of("name", "First assessment"), scheduling.practitioner(clinic));
        money.issued(clinic, patient, 123456);
        try (var browser = StaffBrowser.on(port, width)) {
            var page = browser.signIn(staff.of(clinic, Role.MANAGER), "/desk/patients/" + patient + "/billing");
            Looks.check(page, "billing-patient-" + width);
            page.click(".bill-new a");
            page.waitForURL(address -> address.contains("/invoices/new"));
            page.selectOption(
                    "#service0", new com.microsoft.playwright.options.SelectOption().setLabel("First assessment"));
            PlaywrightAssertions.assertThat(page.locator("#price0")).hasValue("80.00");
            page.fill("#discount0", "10");
            PlaywrightAssertions.assertThat(page.locator("#totals .bill-total").last())
                    .containsText("$70.00");
            Looks.check(page, "billing-draft-" + width);
            page.click("main .cw-actions .btn-primary");
            page.waitForURL(address -> !address.contains("/new"));
            Looks.check(page, "billing-invoice-draft-" + width);
            page.click(".desk-head form .btn-primary");
            PlaywrightAssertions.assertThat(page.locator("h1")).containsText("Sent");
            page.click(".desk-head a.btn-primary");
            page.waitForURL("**/payment");
            page.fill("#amount", "50.00");
            Looks.check(page, "billing-payment-" + width);
            page.click("main form .btn-primary");
            page.waitForURL(address -> !address.contains("/payment"));
            PlaywrightAssertions.assertThat(page.locator(".cw-notice")).containsText("$50.00 has been booked");
            PlaywrightAssertions.assertThat(page.locator("dd.bill-due")).containsText("$20.00");
            page.click(".bill-list .btn");
            page.waitForURL("**/refund");
            page.fill("#amount", "20.00");
            page.selectOption("#reason", "goodwill");
            Looks.check(page, "billing-refund-" + width);
            page.click("main form .btn-primary");
            page.waitForURL("**/invoices/*");
            PlaywrightAssertions.assertThat(page.locator(".bill-refunds")).containsText("Refund of $20.00");
            page.click(".bill-deed summary");
            Looks.check(page, "billing-invoice-" + width);
            browser.open(page, "/desk/invoices");
            Looks.check(page, "billing-invoices-" + width);
            browser.open(page, "/desk/invoices/unsettled");
            Looks.check(page, "billing-unsettled-" + width);
            browser.open(page, "/desk/invoices/new");
            page.fill("#q", "Patient");
            PlaywrightAssertions.assertThat(page.locator(".patient-line")).isVisible();
            Looks.check(page, "billing-choose-" + width);
            assertThat(browser.complaints()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {390, 1280})
    void theFiguresCanBeReadWithTheKeyboard(int width) {
        var clinic = clinics.open();
        var patient = scheduling.patient(clinic);
        money.tax(clinic);
        money.coupon(clinic);
        scheduling.service(clinic, Map.of("name", "First assessment"), scheduling.practitioner(clinic));
        money.cash(clinic, money.issued(clinic, patient, 123456), 100000);
        try (var browser = StaffBrowser.on(port, width)) {
            var page = browser.signIn(staff.of(clinic, Role.MANAGER), "/desk/figures/money");
            PlaywrightAssertions.assertThat(page.locator("#trend")).isHidden();
            for (var tabs = 0; tabs < 60 && !onSummary(page); tabs++) {
                page.keyboard().press("Tab");
            }
            page.keyboard().press("Enter");
            PlaywrightAssertions.assertThat(page.locator("#trend")).isVisible();
            PlaywrightAssertions.assertThat(page.locator("#trend")).containsText("$1,234.56");
            assertThat((boolean) page.evaluate(
                            "Array.from(document.querySelectorAll('canvas')).every(c => c.width > 0 && c.getContext('2d')"
                                    + ".getImageData(0, 0, c.width, c.height).data.some(v => v !== 0))"))
                    .isTrue();
            Looks.check(page, "figures-" + width);
            browser.open(page, "/desk/settings/billing");
            page.click("section:has(#taxes) summary");
            page.click("section:has(#coupons) summary");
            Looks.check(page, "billing-settings-" + width);
            assertThat(browser.complaints()).isEmpty();
        }
    }

    private static boolean onSummary(Page page) {
        return (boolean) page.evaluate("document.activeElement.matches('.bill-data > summary')");
    }
}
