package org.carewright.billing.account.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Locale;
import java.util.UUID;
import org.carewright.identity.Role;
import org.carewright.integrations.payment.Gateway;
import org.carewright.integrations.payment.PaymentGateways;
import org.carewright.integrations.payment.PaymentOrder;
import org.carewright.integrations.payment.PaymentResult.Succeeded;
import org.carewright.integrations.payment.PaymentResult.Waiting;
import org.carewright.integrations.sandbox.stripe.StripeSandboxAccount;
import org.carewright.integrations.sandbox.stripe.StripeSandboxAccounts;
import org.carewright.shared.money.Money;
import org.carewright.shared.tenant.ClinicScope;
import org.carewright.shared.web.PublicUrl;
import org.carewright.test.CarewrightTest;
import org.carewright.test.Looks;
import org.carewright.test.StaffBrowser;
import org.carewright.test.TestClinics;
import org.carewright.test.TestClinics.TestClinic;
import org.carewright.test.TestInbox;
import org.carewright.test.TestStaff;
import org.carewright.test.TestStripe;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A manager connects Stripe in a real browser, and money of the clinic goes through the clinic's own account. */
@CarewrightTest
class PaymentAccountBrowserTests {

    private static final String PAGE = "/desk/settings/payments";

    @LocalServerPort
    int port;

    @Autowired
    StripeSandboxAccounts sandbox;

    @Autowired
    TestStripe stripe;

    @Autowired
    PaymentGateways gateways;

    @Autowired
    TestInbox inbox;

    @Autowired
    PublicUrl publicUrl;

    @Autowired
    TestClinics clinics;

    @Autowired
    TestStaff staff;

    @Autowired
    ClinicScope scope;

    @Autowired
    JdbcTemplate database;

    @Autowired
    PlatformTransactionManager transactions;

    private TestClinic clinic;
    private StripeSandboxAccount account;

    @BeforeEach
    void open() {
        clinic = clinics.open();
        account = sandbox.withWebhook("/not-yet/" + UUID.randomUUID());
    }

    @Test
    void aClinicConnectsItsAccountInTwoStepsAndGetsItsOwnMoney() {
        try (var browser = StaffBrowser.on(port)) {
            var page = browser.signIn(staff.of(clinic, Role.MANAGER), PAGE);
            page.click("text=Stripe");
            page.waitForURL("**/new?gateway=stripe");
            page.fill("[name=secret_key]", account.apiKey());
            page.check("[name=currencies][value=USD]");
            page.click("text=Connect >> nth=-1");
            page.waitForURL(url -> url.matches(".*/payments/[0-9a-f-]{36}"));
            assertThat(page.locator("main")).containsText("Webhook secret is missing");
            assertThat(page.content()).doesNotContain(account.apiKey());
            var webhook = page.locator(".desk-code").textContent();
            sandbox.moveWebhook(account.apiKey(), URI.create(webhook).getPath());

            page.fill("[name=webhook_secret]", account.webhookSecret());
            page.click("#credentials ~ form button");
            assertThat(page.locator("main")).containsText("Takes payments");
            page.click("text=Check connection");
            assertThat(page.locator("main")).containsText("The connection works.");
            assertThat(page.content()).doesNotContain(account.webhookSecret());
        }

        payThroughTheClinicsOwnAccount();
        assertThat(audited()).contains("payment-account.connected", "payment-account.credentials-replaced");
    }

    @ParameterizedTest
    @ValueSource(ints = {390, 1280})
    void everyoneCanUseThePages(int width) {
        try (var browser = StaffBrowser.on(port, width)) {
            var page = browser.signIn(staff.of(clinic, Role.MANAGER), PAGE);
            Looks.check(page, "payment-accounts-none-" + width);
            browser.open(page, PAGE + "/new?gateway=stripe");
            page.fill("[name=secret_key]", "pk_test_wrong");
            page.click("text=Connect >> nth=-1");
            assertThat(page.locator(".cw-error-text")).containsText("doesn't look like");
            Looks.check(page, "payment-account-new-" + width);
            page.fill("[name=secret_key]", account.apiKey());
            page.fill("[name=webhook_secret]", account.webhookSecret());
            page.click("text=Connect >> nth=-1");
            page.waitForURL(url -> url.matches(".*/payments/[0-9a-f-]{36}"));
            Looks.check(page, "payment-account-" + width);
            browser.open(page, PAGE);
            Looks.check(page, "payment-accounts-" + width);
        }
    }

    @Test
    void theSandboxesPageToPayOnCanBeUsedByEveryone() {
        var waiting = open(UUID.randomUUID());
        try (var browser = StaffBrowser.on(port, 390)) {
            var page = browser.signIn(staff.of(clinic, Role.MANAGER), PAGE);
            browser.open(page, waiting.page().getPath());
            Looks.check(page, "stripe-pay-390");
            page.fill("[name=card]", TestStripe.ASKS_THE_BANK);
            page.click("main button");
            assertThat(page.locator("h1")).containsText("Your bank asks");
            Looks.check(page, "stripe-bank-390");
        }
    }

    private void payThroughTheClinicsOwnAccount() {
        var waiting = open(UUID.randomUUID());
        stripe.pay(waiting.page(), TestStripe.PAYS);

        Object paid = scope.call(clinic.id(), () -> gateways.of(Gateway.STRIPE).look(waiting.providerRef()));
        assertThat(paid).isInstanceOf(Succeeded.class);
        org.awaitility.Awaitility.await()
                .until(() -> inbox.openKinds(clinic.id()).contains("payment_succeeded"));
    }

    private Waiting open(UUID paymentId) {
        return (Waiting) scope.call(clinic.id(), () -> gateways.of(Gateway.STRIPE)
                .open(new PaymentOrder(
                        paymentId,
                        Money.of(8000, "USD"),
                        "INV-2026-0001",
                        UUID.randomUUID(),
                        false,
                        URI.create(publicUrl.of("/paid")),
                        URI.create(publicUrl.of("/given-up")),
                        Locale.ENGLISH)));
    }

    private java.util.List<String> audited() {
        return scope.call(clinic.id(), () -> new TransactionTemplate(transactions)
                .execute(status -> database.queryForList("select action from audit.event", String.class)));
    }
}
