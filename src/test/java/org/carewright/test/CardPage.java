package org.carewright.test;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;

/** What a payer does in a browser on the page where Stripe's sandbox asks for a card. */
public final class CardPage {

    public static final String ADDRESS = "**/sandbox/stripe/pay/**";

    private CardPage() {}

    /** Types a card and pays, or saves it. @param card as in {@link TestStripe} */
    public static void pay(Page page, String card) {
        page.fill("#card", card);
        page.click("main form button[type=submit]");
    }

    /** Answers the bank's question. */
    public static void approve(Page page) {
        page.click("button[value=true]");
    }

    /** Types a card that is declined and goes back to where the payer came from. */
    public static void leaveDeclined(Page page) {
        pay(page, TestStripe.DECLINED);
        PlaywrightAssertions.assertThat(page.locator(".cw-notice-bad")).isVisible();
        page.click("main .cw-card a");
    }
}
