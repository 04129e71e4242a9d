package org.carewright.billing.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.util.UUID;
import org.carewright.billing.invoice.InvoiceStatus;
import org.carewright.test.CardPage;
import org.carewright.test.CarewrightTest;
import org.carewright.test.Looks;
import org.carewright.test.StaffBrowser;
import org.carewright.test.TestClinics;
import org.carewright.test.TestClinics.TestClinic;
import org.carewright.test.TestMoney;
import org.carewright.test.TestPortal;
import org.carewright.test.TestScheduling;
import org.carewright.test.TestStaff.Person;
import org.carewright.test.TestStripe;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A patient pays an invoice by card on the provider's page, in a real browser (BIL-3). */
@CarewrightTest
class PortalPaymentBrowserTests {

    @LocalServerPort
    int port;

    @Autowired
    TestClinics clinics;

    @Autowired
    TestScheduling scheduling;

    @Autowired
    TestPortal portal;

    @Autowired
    TestMoney money;

    private TestClinic clinic;
    private UUID patient;
    private Person holder;
    private UUID invoice;

    @BeforeEach
    void owe() {
        clinic = clinics.open();
        patient = scheduling.patient(clinic);
        holder = portal.self(clinic, patient);
        invoice = money.issued(clinic, patient, 8000);
    }

    @ParameterizedTest
    @CsvSource({"390, " + TestStripe.PAYS + ", false", "1280, " + TestStripe.ASKS_THE_BANK + ", true"})
    void aCardPaysWithAndWithoutTheBanksQuestion(int width, String card, boolean asks) {
        try (var browser = StaffBrowser.on(port, width)) {
            var page = toTheProvider(browser, width);
            CardPage.pay(page, card);
            if (asks) {
                CardPage.approve(page);
            }
            page.waitForURL("**/portal/payments/*");
            PlaywrightAssertions.assertThat(page.locator("h1")).containsText("We have received $80.00");
            Looks.check(page, "portal-paid-" + width);
            assertThat(money.invoice(clinic, invoice).status()).isEqualTo(InvoiceStatus.PAID);
            browser.open(page, "/portal/patients/" + patient + "/billing");
            PlaywrightAssertions.assertThat(page.locator("main")).containsText("Receipt REC-");
            Looks.check(page, "portal-billing-paid-" + width);
            assertThat(browser.complaints()).isEmpty();
        }
    }

    @Test
    void whoComesBackWithoutHavingPaidIsToldSo() {
        try (var browser = StaffBrowser.on(port)) {
            var page = toTheProvider(browser, 1280);
            CardPage.leaveDeclined(page);
            page.waitForURL("**/portal/payments/*");
            PlaywrightAssertions.assertThat(page.locator("h1")).containsText("You haven’t paid yet");
            Looks.check(page, "portal-unpaid");
            assertThat(money.invoice(clinic, invoice).outstandingMinor()).isEqualTo(8000);
        }
    }

    private Page toTheProvider(StaffBrowser browser, int width) {
        var page = browser.signIn(holder, "/portal/patients/" + patient + "/billing");
        Looks.check(page, "portal-billing-" + width);
        page.click(".portal-visit .btn-primary");
        page.waitForURL("**/portal/invoices/*");
        Looks.check(page, "portal-invoice-" + width);
        page.click("main form .btn-primary");
        page.waitForURL(CardPage.ADDRESS);
        return page;
    }
}
