package org.carewright.integrations.razorpay;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.carewright.integrations.payment.Gateway;
import org.carewright.integrations.payment.PaymentGateways;
import org.carewright.integrations.payment.PaymentOrder;
import org.carewright.integrations.payment.PaymentResult.Waiting;
import org.carewright.integrations.sandbox.razorpay.RazorpayShop;
import org.carewright.shared.money.Money;
import org.carewright.shared.tenant.ClinicScope;
import org.carewright.shared.web.PublicUrl;
import org.carewright.test.Browsers;
import org.carewright.test.CarewrightTest;
import org.carewright.test.Looks;
import org.carewright.test.TestClinics;
import org.carewright.test.TestInbox;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A patient pays on Razorpay's page, as the sandbox shows it. */
@CarewrightTest
class RazorpayBrowserTests {

    private static final int PHONE = 360;

    @Autowired
    RazorpayShop shop;

    @Autowired
    PaymentGateways gateways;

    @Autowired
    TestClinics clinics;

    @Autowired
    ClinicScope scope;

    @Autowired
    TestInbox inbox;

    @Autowired
    PublicUrl publicUrl;

    private UUID clinicId;
    private Waiting opened;

    @BeforeEach
    void openOrder() {
        clinicId = clinics.open().id();
        var order = new PaymentOrder(
                UUID.randomUUID(),
                Money.of(150_000, "INR"),
                "RC-2026-7",
                null,
                false,
                publicUrl.uri("/?paid"),
                publicUrl.uri("/?unpaid"),
                Locale.ENGLISH);
        opened = scope.call(
                clinicId, () -> (Waiting) gateways.of(Gateway.RAZORPAY).open(order));
    }

    @Test
    void paysByUpiOnAPhone() {
        try (var session = Browsers.session(new Browser.NewContextOptions()
                .setLocale("en-US")
                .setViewportSize(PHONE, 740)
                .setColorScheme(ColorScheme.DARK))) {
            var page = session.newPage();
            var complaints = complaints(page);
            page.navigate(opened.page().toString());
            assertThat(page.locator("main")).containsText("₹1,500.00");
            Looks.check(page, "razorpay-pay");
            page.getByText("Continue to payment").click();
            page.waitForURL("**/checkout/embedded");
            Looks.check(page, "razorpay-checkout");
            page.getByText("Pay by UPI").click();
            page.waitForURL("**/checkout/pay");
            Looks.check(page, "razorpay-return");
            page.getByText("Back to the clinic").click();
            page.waitForURL("**/?paid");
            Assertions.assertThat(complaints).isEmpty();
        }
        Assertions.assertThat(inbox.kinds(clinicId)).contains("payment_succeeded");
    }

    @Test
    void triesAgainAfterADeclineWithoutScripts() {
        try (var session = Browsers.session(
                new Browser.NewContextOptions().setLocale("hi-IN").setJavaScriptEnabled(false))) {
            var page = session.newPage();
            decline(page);
            page.navigate(opened.page().toString());
            assertThat(page.locator("h1")).hasText("आपका भुगतान");
            page.locator("main form button").click();
            page.waitForURL("**/checkout/embedded");
            page.locator("button[value=CARD]").click();
            page.waitForURL("**/checkout/pay");
            page.locator("main form button").click();
            page.waitForURL("**/?paid");
        }
        await().untilAsserted(() ->
                Assertions.assertThat(inbox.kinds(clinicId)).contains("payment_failed", "payment_succeeded"));
    }

    @Test
    void paysLateInTheAppAndTheWebhookTells() {
        try (var session = Browsers.session()) {
            var page = session.newPage();
            page.navigate(opened.page().toString());
            page.getByText("Continue to payment").click();
            page.waitForURL("**/checkout/embedded");
            page.getByText("UPI: the app answers later").click();
            page.waitForURL("**/?unpaid");
            Assertions.assertThat(inbox.kinds(clinicId)).isEmpty();

            page.navigate(publicUrl.of("/sandbox/razorpay/orders/" + opened.providerRef() + "?key_id="
                    + shop.account().keyId()));
            Looks.check(page, "razorpay-order");
            page.getByText("The app pays").click();
            await().untilAsserted(
                            () -> Assertions.assertThat(inbox.kinds(clinicId)).contains("payment_succeeded"));
        }
    }

    private void decline(Page page) {
        page.navigate(opened.page().toString());
        page.locator("main form button").click();
        page.waitForURL("**/checkout/embedded");
        page.locator("button[value=CARD_NO_FUNDS]").click();
        page.waitForURL("**/checkout/pay");
        page.locator("main form button").click();
        page.waitForURL("**/?unpaid");
    }

    private static List<String> complaints(Page page) {
        var complaints = new ArrayList<String>();
        page.onConsoleMessage(message -> {
            if ("error".equals(message.type())) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        return complaints;
    }
}
