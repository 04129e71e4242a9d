package org.carewright.billing.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.UUID;
import org.carewright.billing.deposit.Deposit;
import org.carewright.scheduling.AppointmentStatus;
import org.carewright.test.CardPage;
import org.carewright.test.CarewrightTest;
import org.carewright.test.Looks;
import org.carewright.test.StaffBrowser;
import org.carewright.test.TestClinics;
import org.carewright.test.TestClinics.TestClinic;
import org.carewright.test.TestDeposits;
import org.carewright.test.TestScheduling;
import org.carewright.test.TestStripe;
import org.carewright.test.TestVisits;
import org.carewright.test.TestVisits.Practice;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** Somebody books a visit that is kept by a deposit and pays it by card, in a real browser (BIL-7). */
@CarewrightTest
class DepositBrowserTests {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    @LocalServerPort
    int port;

    @Autowired
    TestVisits visits;

    @Autowired
    TestClinics clinics;

    @Autowired
    TestScheduling scheduling;

    @Autowired
    TestDeposits deposits;

    @Autowired
    JdbcTemplate jdbc;

    private Practice practice;
    private TestClinic clinic;
    private UUID service;

    @BeforeEach
    void openPractice() {
        practice = visits.open();
        clinic = practice.clinic();
        service = visits.withDeposit(practice, false, 2_000);
    }

    @ParameterizedTest
    @CsvSource({"390, " + TestStripe.PAYS + ", false", "1280, " + TestStripe.ASKS_THE_BANK + ", true"})
    void whoBooksPaysTheDepositAtOnceWithAndWithoutTheBanksQuestion(int width, String card, boolean asks) {
        try (var browser = StaffBrowser.on(port, width)) {
            var page = toTheProvider(browser, width);
            assertThat(deposits.visit(clinic, visit()).status()).isEqualTo(AppointmentStatus.REQUESTED);
            CardPage.pay(page, card);
            if (asks) {
                CardPage.approve(page);
            }
            page.waitForURL("**/m/*/deposit");
            PlaywrightAssertions.assertThat(page.locator("h1")).containsText("Thank you, the deposit is paid");
            Looks.check(page, "deposit-paid-" + width);
            assertThat(deposits.visit(clinic, visit()).status()).isEqualTo(AppointmentStatus.CONFIRMED);
            assertThat(deposits.of(clinic, visit()).status()).isEqualTo(Deposit.Status.HELD);
            assertThat(browser.complaints()).isEmpty();
        }
    }

    @Test
    void whoLeavesThePaymentPageFindsTheDepositInTheLinkOfTheBooking() {
        try (var browser = StaffBrowser.on(port)) {
            var page = toTheProvider(browser, 1280);
            CardPage.leaveDeclined(page);
            page.waitForURL("**/m/*/deposit");
            Looks.check(page, "deposit-due");
            page.click("text=See your visit");
            page.waitForURL(url -> url.matches(".*/m/[^/]+"));
            PlaywrightAssertions.assertThat(page.locator("main")).containsText("Pay the deposit of $20.00");
            PlaywrightAssertions.assertThat(page.locator(".cw-badge")).hasText("Waiting for the deposit");
            Looks.check(page, "deposit-manage");
            page.click("text=Pay $20.00");
            page.waitForURL("**/m/*/deposit");
            page.click("text=Pay $20.00");
            page.waitForURL(CardPage.ADDRESS);
            CardPage.pay(page, TestStripe.PAYS);
            page.waitForURL("**/m/*/deposit");
            PlaywrightAssertions.assertThat(page.locator("h1")).containsText("Thank you, the deposit is paid");
            assertThat(browser.complaints()).isEmpty();
        }
    }

    /** With the booking's token whoever has it could cancel the visit. */
    @Test
    void theProviderIsToldNothingThatOpensTheBooking() {
        try (var browser = StaffBrowser.on(port)) {
            toTheProvider(browser, 1280);
            var told = scheduling.in(
                    clinic,
                    () -> jdbc.queryForList(
                            "select body::text from integrations.sandbox_stripe_object where kind = 'checkout.session'"
                                    + " order by number desc limit 1",
                            String.class));
            assertThat(told)
                    .singleElement()
                    .asString()
                    .contains("/m/paid")
                    .doesNotContainPattern("/m/[A-Za-z0-9_-]{16,}");
            var elsewhere = browser.session().newPage();
            browser.open(elsewhere, "/m/paid");
            elsewhere.waitForURL("**/m/*/deposit");
        }
        try (var other = StaffBrowser.on(port)) {
            var page = other.session().newPage();
            other.open(page, "/m/paid");
            PlaywrightAssertions.assertThat(page.locator("main")).containsText("open the link in our mail");
            Looks.check(page, "deposit-back");
        }
    }

    @Test
    void aDepositInRupeesIsPaidThroughRazorpayAndBooksTheVisit() {
        practice = visits.open(clinics.open(NEW_YORK, Currency.getInstance("INR")), null);
        clinic = practice.clinic();
        service = visits.withDeposit(practice, false, 5_000);
        try (var browser = StaffBrowser.on(port)) {
            var page = toTheDeposit(browser, 1280, "₹50.00, part of the price");
            page.waitForURL("**/pay/razorpay/**");
            page.getByText("Continue to payment").click();
            page.waitForURL("**/checkout/embedded");
            page.getByText("Pay by UPI").click();
            page.waitForURL("**/checkout/pay");
            page.getByText("Back to the clinic").click();
            page.waitForURL("**/m/*/deposit");
            PlaywrightAssertions.assertThat(page.locator("h1")).containsText("Thank you, the deposit is paid");
            assertThat(deposits.visit(clinic, visit()).status()).isEqualTo(AppointmentStatus.CONFIRMED);
            assertThat(deposits.of(clinic, visit()).status()).isEqualTo(Deposit.Status.HELD);
        }
    }

    private Page toTheProvider(StaffBrowser browser, int width) {
        var page = toTheDeposit(browser, width, "$20.00, part of the price");
        page.waitForURL(CardPage.ADDRESS);
        return page;
    }

    private Page toTheDeposit(StaffBrowser browser, int width, String deposit) {
        var page = browser.session().newPage();
        var day = LocalDate.now(NEW_YORK).plusDays(12);
        browser.open(
                page,
                "/c/" + clinic.slug() + "/book?service=" + service + "&practitioner=" + practice.practitioner()
                        + "&day=" + day);
        page.locator(".cw-time").first().click();
        page.click("#times button[type=submit]");
        page.waitForURL("**/book/details**");
        PlaywrightAssertions.assertThat(page.locator("aside.cw-card")).containsText(deposit);
        Looks.check(page, "deposit-details-" + width);
        page.fill("#f-givenName", "Mira");
        page.fill("#f-familyName", "Lindqvist");
        page.fill("#f-email", "mira." + UUID.randomUUID() + "@patient.example");
        page.fill("#f-phone", "+12125550123");
        page.check("#f-privacyAccepted");
        page.click("text=Go on to the deposit");
        return page;
    }

    private UUID visit() {
        return scheduling.in(clinic, () -> jdbc.queryForObject("select id from scheduling.appointment", UUID.class));
    }
}
