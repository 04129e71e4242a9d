package org.carewright.integrations.razorpay;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.carewright.integrations.account.AccountKind;
import org.carewright.integrations.account.ConnectedAccount;
import org.carewright.integrations.account.CredentialField;
import org.carewright.integrations.payment.Gateway;
import org.carewright.integrations.razorpay.RazorpayAnswer.NotTaken;
import org.carewright.integrations.razorpay.RazorpayAnswer.Ok;
import org.carewright.integrations.sandbox.razorpay.RazorpaySandboxAccounts;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What connects a clinic to Razorpay: its API keys, whose prefix tells test from live, and the webhook's secret. */
@Component
class RazorpayAccountKind implements AccountKind {

    private static final List<CredentialField> FIELDS = List.of(
            new CredentialField(
                    RazorpayAccounts.KEY_ID, false, Pattern.compile("rzp_(?:test|live)_[A-Za-z0-9]{10,32}")),
            new CredentialField(RazorpayAccounts.KEY_SECRET, true, Pattern.compile("[A-Za-z0-9]{16,64}")),
            new CredentialField(WEBHOOK_SECRET, true, Pattern.compile("\\S{8,128}")));

    private final RazorpaySettings settings;
    private final RazorpayApi api;
    private final ObjectProvider<RazorpaySandboxAccounts> sandbox;
    private final ObjectProvider<RazorpayAccounts> accounts;

    /** @param accounts asked late, as they need to know all kinds of accounts first */
    RazorpayAccountKind(
            RazorpaySettings settings,
            RazorpayApi api,
            ObjectProvider<RazorpaySandboxAccounts> sandbox,
            ObjectProvider<RazorpayAccounts> accounts) {
        this.settings = settings;
        this.api = api;
        this.sandbox = sandbox;
        this.accounts = accounts;
    }

    @Override
    public Gateway gateway() {
        return Gateway.RAZORPAY;
    }

    @Override
    public List<CredentialField> fields() {
        return FIELDS;
    }

    @Override
    public Optional<Mode> modeOf(Map<String, String> credentials) {
        return Optional.of(mode(credentials.getOrDefault(RazorpayAccounts.KEY_ID, "")));
    }

    private static Mode mode(String keyId) {
        return keyId.startsWith("rzp_live_") ? Mode.LIVE : Mode.TEST;
    }

    @Override
    public Optional<ConnectedAccount> platform() {
        if (settings.isConfigured()) {
            return Optional.of(account(settings.keyId(), settings.keySecret(), settings.webhookSecret()));
        }
        return Optional.ofNullable(sandbox.getIfAvailable())
                .map(RazorpaySandboxAccounts::platform)
                .map(account -> account(account.keyId(), account.keySecret(), account.webhookSecret()));
    }

    private static ConnectedAccount account(String keyId, String keySecret, String webhookSecret) {
        return new ConnectedAccount(
                null,
                Gateway.RAZORPAY,
                mode(keyId),
                Map.of(
                        RazorpayAccounts.KEY_ID,
                        keyId,
                        RazorpayAccounts.KEY_SECRET,
                        keySecret,
                        WEBHOOK_SECRET,
                        webhookSecret));
    }

    @Override
    public Check check(ConnectedAccount account) {
        try {
            var answer = api.get(accounts.getObject().access(account), "/orders?count=1");
            if (answer instanceof Ok) {
                return Check.WORKS;
            }
            return answer instanceof NotTaken notTaken && !"http_401".equals(notTaken.code())
                    ? Check.NOT_REACHED
                    : Check.REFUSED;
        } catch (RazorpayUnsettledException e) {
            return Check.NOT_REACHED;
        }
    }
}
