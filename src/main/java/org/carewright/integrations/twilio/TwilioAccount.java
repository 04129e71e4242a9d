package org.carewright.integrations.twilio;

import java.util.Optional;
import org.carewright.integrations.sandbox.SandboxAccounts;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The account in use: the configured one, else the sandbox's. Asked at each use, as the sandbox's port is known late. */
@Component
class TwilioAccount {

    private static final String LIVE = "https://api.twilio.com";

    private final TwilioSettings settings;
    private final ObjectProvider<SandboxAccounts> sandbox;

    TwilioAccount(TwilioSettings settings, ObjectProvider<SandboxAccounts> sandbox) {
        this.settings = settings;
        this.sandbox = sandbox;
    }

    record Access(String baseUrl, String accountSid, String authToken) {}

    /** Empty when nothing is configured and the sandbox is off. */
    Optional<Access> access() {
        if (!settings.accountSid().isBlank()) {
            return Optional.of(new Access(baseUrlOr(LIVE), settings.accountSid(), settings.authToken()));
        }
        return Optional.ofNullable(sandbox.getIfAvailable()).map(accounts -> {
            var account = accounts.twilio();
            return new Access(baseUrlOr(accounts.twilioUrl()), account.name(), account.secret());
        });
    }

    private String baseUrlOr(String usual) {
        return settings.baseUrl().isBlank() ? usual : settings.baseUrl();
    }
}
