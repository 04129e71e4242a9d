package org.carewright.integrations.stripe;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.carewright.integrations.account.AccountKind;
import org.carewright.integrations.account.ConnectedAccount;
import org.carewright.integrations.account.CredentialField;
import org.carewright.integrations.payment.Gateway;
import org.carewright.integrations.sandbox.stripe.StripeSandboxAccounts;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What connects a clinic to Stripe: a secret (or restricted) key, whose prefix tells test from live, and the webhook's secret. */
@Component
class StripeAccountKind implements AccountKind {

    static final String SECRET_KEY = "secret_key";

    private static final List<CredentialField> FIELDS = List.of(
            new CredentialField(SECRET_KEY, true, Pattern.compile("(?:sk|rk)_(?:test|live)_[A-Za-z0-9_]{16,240}")),
            new CredentialField(WEBHOOK_SECRET, true, Pattern.compile("whsec_[A-Za-z0-9+/=]{16,240}")));

    private final StripeSettings settings;
    private final StripeCalls calls;
    private final ObjectProvider<StripeSandboxAccounts> sandbox;

    StripeAccountKind(StripeSettings settings, StripeCalls calls, ObjectProvider<StripeSandboxAccounts> sandbox) {
        this.settings = settings;
        this.calls = calls;
        this.sandbox = sandbox;
    }

    @Override
    public Gateway gateway() {
        return Gateway.STRIPE;
    }

    @Override
    public List<CredentialField> fields() {
        return FIELDS;
    }

    @Override
    public Optional<Mode> modeOf(Map<String, String> credentials) {
        return Optional.of(mode(credentials.getOrDefault(SECRET_KEY, "")));
    }

    private static Mode mode(String key) {
        return key.contains("k_live_") ? Mode.LIVE : Mode.TEST;
    }

    @Override
    public Optional<ConnectedAccount> platform() {
        if (!settings.apiKey().isBlank()) {
            return Optional.of(account(settings.apiKey(), settings.webhookSecret()));
        }
        return Optional.ofNullable(sandbox.getIfAvailable())
                .map(StripeSandboxAccounts::platform)
                .map(account -> account(account.apiKey(), account.webhookSecret()));
    }

    private static ConnectedAccount account(String key, String webhookSecret) {
        return new ConnectedAccount(
                null, Gateway.STRIPE, mode(key), Map.of(SECRET_KEY, key, WEBHOOK_SECRET, webhookSecret));
    }

    @Override
    public Check check(ConnectedAccount account) {
        try {
            var answer = calls.call(account, client -> client.v1().balance().retrieve());
            if (answer instanceof StripeAnswer.Ok) {
                return Check.WORKS;
            }
            // A restricted key may lack the right to see the balance; Stripe knows it all the same.
            return answer instanceof StripeAnswer.NotTaken<?> notTaken
                            && !"http_401".equals(notTaken.code())
                            && !"http_403".equals(notTaken.code())
                    ? Check.NOT_REACHED
                    : isKnown(answer) ? Check.WORKS : Check.REFUSED;
        } catch (StripeUnsettledException e) {
            return Check.NOT_REACHED;
        }
    }

    private static boolean isKnown(StripeAnswer<?> answer) {
        return answer instanceof StripeAnswer.NotTaken<?> notTaken && "http_403".equals(notTaken.code());
    }
}
