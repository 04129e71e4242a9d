package org.carewright.integrations.sendgrid;

import java.util.Optional;
import org.carewright.integrations.sandbox.SandboxAccounts;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The account in use: the configured one, else the sandbox's. Asked at each use, as the sandbox's port is known late. */
@Component
class SendGridAccount {

    private static final String LIVE = "https://api.sendgrid.com";

    private final SendGridSettings settings;
    private final ObjectProvider<SandboxAccounts> sandbox;

    SendGridAccount(SendGridSettings settings, ObjectProvider<SandboxAccounts> sandbox) {
        this.settings = settings;
        this.sandbox = sandbox;
    }

    record Access(String baseUrl, String apiKey) {}

    /** Empty when nothing is configured and the sandbox is off. */
    Optional<Access> access() {
        if (!settings.apiKey().isBlank()) {
            return Optional.of(new Access(baseUrlOr(LIVE), settings.apiKey()));
        }
        return Optional.ofNullable(sandbox.getIfAvailable())
                .map(accounts -> new Access(
                        baseUrlOr(accounts.sendGridUrl()), accounts.sendGrid().secret()));
    }

    /** The key by which events are verified, base64; empty when there is none, then no event is believed. */
    Optional<String> webhookPublicKey() {
        if (!settings.webhookPublicKey().isBlank()) {
            return Optional.of(settings.webhookPublicKey());
        }
        return settings.apiKey().isBlank()
                ? Optional.ofNullable(sandbox.getIfAvailable())
                        .map(accounts -> accounts.sendGrid().publicKey())
                : Optional.empty();
    }

    private String baseUrlOr(String usual) {
        return settings.baseUrl().isBlank() ? usual : settings.baseUrl();
    }
}
