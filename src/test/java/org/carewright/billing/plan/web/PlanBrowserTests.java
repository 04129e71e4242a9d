package org.carewright.billing.plan.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.UUID;
import org.carewright.billing.card.SavedCards;
import org.carewright.billing.packages.Packages;
import org.carewright.billing.subscription.Subscription;
import org.carewright.billing.subscription.Subscriptions;
import org.carewright.identity.Role;
import org.carewright.test.CardPage;
import org.carewright.test.CarewrightTest;
import org.carewright.test.Looks;
import org.carewright.test.StaffBrowser;
import org.carewright.test.TestPayers;
import org.carewright.test.TestPayers.Payer;
import org.carewright.test.TestPlans;
import org.carewright.test.TestPortal;
import org.carewright.test.TestRuns;
import org.carewright.test.TestStaff;
import org.carewright.test.TestStripe;
import org.carewright.test.TestVisits.Practice;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Plans, packages and cards in a real browser, on a phone and on a desk (BIL-5). */
@CarewrightTest
class PlanBrowserTests {

    @LocalServerPort
    int port;

    @Autowired
    TestPayers payers;

    @Autowired
    TestRuns runs;

    @Autowired
    TestStaff staff;

    @Autowired
    TestPlans plans;

    @Autowired
    Subscriptions subscriptions;

    @Autowired
    Packages packages;

    @Autowired
    SavedCards cards;

    @Autowired
    TestPortal portal;

    private Payer payer;
    private Practice practice;
    private UUID patient;

    @BeforeEach
    void open() {
        payer = payers.open();
        practice = payer.practice();
        patient = payer.id();
    }

    @ParameterizedTest
    @ValueSource(ints = {390, 1280})
    void aManagerOffersAPlanAndStartsItForAPatient(int width) {
        plans.plan(practice.clinic(), "Twice as much", 20_000);
        try (var browser = StaffBrowser.on(port, width)) {
            var page = browser.signIn(staff.of(practice.clinic(), Role.MANAGER), "/desk/plans");
            Looks.check(page, "plans-" + width);
            browser.open(page, "/desk/plans/new");
            page.fill("#name", "Four visits a month");
            page.fill("#price", "280.00");
            page.fill("#sessions", "4");
            page.fill("#trialDays", "7");
            Looks.check(page, "plan-new-" + width);
            page.click("main .cw-actions .btn-primary");
            page.waitForURL("**/desk/plans/*-*");
            assertThat(page.locator("main")).containsText("$280.00 every month");

            browser.open(page, "/desk/patients/" + patient + "/billing");
            page.click("section:has(#held-plans) .btn");
            page.waitForURL("**/subscriptions/new");
            page.locator("label.bill-option", new Page.LocatorOptions().setHasText("Four visits a month"))
                    .locator("input")
                    .check();
            page.uncheck("input[name=trial]");
            Looks.check(page, "subscription-new-" + width);
            page.click("main .cw-actions .btn-primary");
            page.waitForURL("**/desk/subscriptions/*");
            assertThat(page.locator(".cw-notice")).containsText("The plan has been started");
            assertThat(page.locator("main")).containsText("0 of 4 visits used");
            runs.completedVisit(practice.clinic(), patient, 8_000);
            page.reload();
            assertThat(page.locator("main")).containsText("1 of 4 visits used");
            Looks.check(page, "subscription-" + width);

            page.click("summary:has-text('Another plan')");
            page.selectOption(
                    "#to",
                    new com.microsoft.playwright.options.SelectOption()
                            .setLabel("Twice as much · $200.00 every month"));
            page.click("details[open] .btn-primary");
            page.waitForURL("**/plan?to=*");
            assertThat(page.locator(".bill-sums")).containsText("-$280.00");
            Looks.check(page, "subscription-change-" + width);
            page.click("main .cw-actions .btn-primary");
            page.waitForURL("**/desk/subscriptions/*");
            assertThat(page.locator("h1")).containsText("Twice as much");
            page.click("summary:has-text('Cancel with the end')");
            page.click("details[open] .btn-primary");
            assertThat(page.locator("h1")).containsText("Ends with the period");
            page.click(".desk-actions .btn-primary");
            assertThat(page.locator(".cw-notice")).containsText("goes on after this period");
            assertThat(theirs().endsWithPeriod()).isFalse();
            assertThat(browser.complaints()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {390, 1280})
    void aNewPriceIsAnnouncedOnlyAfterItsMeaningWasShown(int width) {
        var plan = plans.plan(practice.clinic(), "Monthly", 10_000);
        plans.subscribed(practice.clinic(), patient, plan);
        try (var browser = StaffBrowser.on(port, width)) {
            var page = browser.signIn(staff.of(practice.clinic(), Role.MANAGER), "/desk/plans/" + plan);
            page.click("summary:has-text('New price')");
            assertThat(page.locator("details[open]")).containsText("One person has this plan");
            page.fill("#price", "125.00");
            Looks.check(page, "plan-" + width);
            page.click("details[open] .btn-primary");
            page.waitForURL("**/price");
            assertThat(page.locator("main")).containsText("One person has this plan and is told now");
            Looks.check(page, "plan-price-" + width);
            page.click("main .cw-actions .btn-primary");
            page.waitForURL("**/desk/plans/" + plan);
            assertThat(page.locator("main")).containsText("$125.00 from");
            assertThat(browser.complaints()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {390, 1280})
    void aPatientSavesACardSeesItAndCancelsWithThePeriod(int width) {
        var plan = plans.plan(practice.clinic(), "Four visits a month", 28_000);
        plans.subscribed(practice.clinic(), patient, plan);
        plans.sold(practice.clinic(), patient, plans.offer(practice.clinic(), "Ten sessions"));
        var holder = portal.self(practice.clinic(), patient);
        try (var browser = StaffBrowser.on(port, width)) {
            var page = browser.signIn(holder, "/portal/patients/" + patient + "/billing");
            assertThat(page.locator("main")).containsText("No card is saved");
            page.click("section:has(#cards) .btn");
            page.waitForURL("**/sandbox/stripe/**");
            CardPage.pay(page, TestStripe.PAYS);
            page.waitForURL("**/portal/patients/*/billing");
            assertThat(page.locator(".cw-notice")).containsText("Your card has been saved");
            assertThat(page.locator("section:has(#cards)")).containsText("Visa ending in 4242");
            assertThat(payer.in(() -> cards.of(patient))).hasSize(1);
            page.click("section:has(#cards) summary");
            Looks.check(page, "portal-held-" + width);

            page.click("section:has(#plans) .portal-visit-title a");
            page.waitForURL("**/portal/subscriptions/*");
            assertThat(page.locator("main")).containsText("$280.00");
            page.click("summary:has-text('Cancel')");
            Looks.check(page, "portal-plan-" + width);
            page.click("details[open] .btn-danger");
            assertThat(page.locator("h1")).containsText("Ends with this period");
            assertThat(theirs().endsWithPeriod()).isTrue();
            Looks.check(page, "portal-plan-cancelled-" + width);
            page.click("main .btn-primary");
            assertThat(page.locator("h1")).containsText("Active");
            assertThat(browser.complaints()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {390, 1280})
    void aPackageSoldAtTheDeskIsUsedByAVisit(int width) {
        try (var browser = StaffBrowser.on(port, width)) {
            var page = browser.signIn(staff.of(practice.clinic(), Role.MANAGER), "/desk/package-offers/new");
            page.fill("#name", "Ten sessions");
            page.fill("#price", "500.00");
            Looks.check(page, "package-offer-" + width);
            page.click("main .cw-actions .btn-primary");
            page.waitForURL("**/desk/plans");
            browser.open(page, "/desk/patients/" + patient + "/packages/new");
            Looks.check(page, "package-new-" + width);
            page.click("main .cw-actions .btn-primary");
            page.waitForURL("**/desk/packages/*");
            assertThat(page.locator("h1")).containsText("Not paid yet");
            var sold = page.url();
            page.click(".desk-actions .btn-primary");
            page.waitForURL("**/payment");
            page.click("main form .btn-primary");
            page.waitForURL("**/desk/invoices/*");
            var visit = runs.completedVisit(practice.clinic(), patient, 8_000);
            page.navigate(sold);
            assertThat(page.locator("h1")).containsText("Usable");
            assertThat(page.locator("main")).containsText("9 of 10 sessions left");
            assertThat(page.locator("section:has(#uses) a")).hasAttribute("href", "/desk/appointments/" + visit);
            Looks.check(page, "package-" + width);
            browser.open(page, "/desk/patients/" + patient + "/billing");
            plans.card(practice.clinic(), patient);
            page.reload();
            page.click("section:has(#held-cards) summary");
            Looks.check(page, "patient-held-" + width);
            assertThat(payer.in(() -> packages.ofPatient(patient)).get(0).used())
                    .isEqualTo(1);
            assertThat(browser.complaints()).isEmpty();
        }
    }

    private Subscription theirs() {
        return payer.in(() -> subscriptions.ofPatient(patient)).get(0);
    }
}
