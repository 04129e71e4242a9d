package org.carewright.integrations.razorpay;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.carewright.integrations.account.ConnectedAccount;
import org.carewright.integrations.account.PaymentObjects;
import org.carewright.integrations.account.ProviderAccounts;
import org.carewright.integrations.payment.Gateway;
import org.carewright.integrations.razorpay.RazorpayApi.Access;
import org.carewright.integrations.sandbox.razorpay.RazorpaySandboxAccounts;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Which account a call is made with, and where it goes. */
@Component
class RazorpayAccounts {

    static final String KEY_ID = "key_id";
    static final String KEY_SECRET = "key_secret";

    private static final String REAL = "https://api.razorpay.com";

    private final ProviderAccounts accounts;
    private final PaymentObjects objects;
    private final RazorpaySettings settings;
    private final ObjectProvider<RazorpaySandboxAccounts> sandbox;

    RazorpayAccounts(
            ProviderAccounts accounts,
            PaymentObjects objects,
            RazorpaySettings settings,
            ObjectProvider<RazorpaySandboxAccounts> sandbox) {
        this.accounts = accounts;
        this.objects = objects;
        this.settings = settings;
        this.sandbox = sandbox;
    }

    /** The account for new orders in that currency. */
    Optional<ConnectedAccount> forNew(String currency) {
        return accounts.chosen(Gateway.RAZORPAY, currency);
    }

    /**
     * The account an order or refund was made with.
     *
     * @throws IllegalStateException when it isn't the clinic's, or its account is gone
     */
    ConnectedAccount of(String ref) {
        return objects.accountOf(Gateway.RAZORPAY, ref)
                .orElseThrow(() -> new IllegalStateException("No account at Razorpay for " + ref));
    }

    /** The clinic's own accounts, active or not, and the platform's. */
    List<ConnectedAccount> all() {
        var own = accounts.all().stream()
                .filter(account -> account.gateway() == Gateway.RAZORPAY)
                .map(account -> accounts.open(account.id()).orElse(null))
                .filter(Objects::nonNull);
        return Stream.concat(own, accounts.platform(Gateway.RAZORPAY).stream()).toList();
    }

    Access access(ConnectedAccount account) {
        var keyId = account.credential(KEY_ID);
        var base = sandbox(keyId).map(RazorpaySandboxAccounts::url).orElse(REAL);
        return new Access(
                settings.baseUrl().isBlank() ? base : settings.baseUrl(), keyId, account.credential(KEY_SECRET));
    }

    /** Where the page to pay on is, without {@code /v1}, as a browser reaches it. */
    String pagesUrl(String keyId) {
        return sandbox(keyId).map(RazorpaySandboxAccounts::pagesUrl).orElse(REAL);
    }

    private Optional<RazorpaySandboxAccounts> sandbox(String keyId) {
        return Optional.ofNullable(sandbox.getIfAvailable()).filter(accounts -> accounts.knows(keyId));
    }
}
