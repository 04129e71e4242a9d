package org.carewright.cluster;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.carewright.test.AppProcess;
import org.carewright.test.MoneySeed;
import org.carewright.test.TestStripe;

/**
 * Somebody who pays invoices at the portal and whom nothing discourages: whenever the site doesn't answer they begin
 * again, and pay on every page of the provider that they were ever shown.
 */
class Payer {

    private static final Duration LIMIT = Duration.ofMinutes(10);
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Pattern PAYMENT = Pattern.compile("name=\"paymentId\" value=\"([^\"]+)\"");

    private final String site;
    private final AppProcess provider;
    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    /** @param site the address whose node is killed again and again */
    Payer(String site, AppProcess provider) {
        this.site = site;
        this.provider = provider;
    }

    void signIn() throws IOException, InterruptedException {
        var page = get("/portal/sign-in");
        post(
                site + "/portal/sign-in",
                "_csrf=" + encoded(found(CSRF, page.body())) + "&email=" + encoded(MoneySeed.EMAIL) + "&password="
                        + encoded(MoneySeed.PASSWORD));
    }

    /** Returns when the invoice's page offers no payment any more. */
    void payUntilPaid(String invoice) {
        List<String> seen = new ArrayList<>();
        await().atMost(LIMIT).pollInterval(Duration.ofMillis(100)).until(() -> {
            try {
                return isPaidAfterTrying(invoice, seen);
            } catch (IOException siteIsDown) {
                return false;
            }
        });
    }

    private boolean isPaidAfterTrying(String invoice, List<String> seen) throws IOException, InterruptedException {
        var page = get("/portal/invoices/" + invoice);
        if (page.statusCode() == 302) {
            // Not signed in, or not any more: a node that dies in that moment takes the sign-in with it.
            signIn();
            return false;
        }
        if (page.statusCode() != 200) {
            throw new IOException("status " + page.statusCode());
        }
        if (!page.body().contains("name=\"paymentId\"")) {
            return page.body().contains("bill-due");
        }
        for (var old : seen) {
            pay(old);
        }
        var begun = post(
                site + "/portal/invoices/" + invoice + "/pay",
                "_csrf=" + encoded(found(CSRF, page.body())) + "&paymentId=" + found(PAYMENT, page.body()));
        var onward = begun.headers().firstValue("Location").orElseThrow(() -> new IOException("not begun"));
        var handed = get(onward);
        var next = handed.headers().firstValue("Refresh").orElse("");
        if (!next.isEmpty()) {
            seen.add(URI.create(next.substring(next.indexOf("url=") + 4)).getPath());
            pay(seen.get(seen.size() - 1));
        }
        get(onward.replaceAll("/page$", ""));
        return false;
    }

    /** On the provider's page, which may have been closed. */
    private void pay(String path) throws IOException, InterruptedException {
        post(provider.url(path), "card=" + encoded(TestStripe.PAYS));
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create(site + path))
                        .timeout(Duration.ofSeconds(30))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String address, String body) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create(address))
                        .timeout(Duration.ofSeconds(30))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static String found(Pattern pattern, String text) throws IOException {
        var match = pattern.matcher(text);
        if (!match.find()) {
            throw new IOException("The page lacks what is looked for");
        }
        return match.group(1);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
