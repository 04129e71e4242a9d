package org.carewright.integrations.account;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.carewright.integrations.payment.Gateway;

/** What it takes to connect a clinic to one provider; implemented beside each adapter. */
public interface AccountKind {

    /** The name under which a webhook's signing secret is kept, at every provider that has one. */
    String WEBHOOK_SECRET = "webhook_secret";

    Gateway gateway();

    /** What a person fills in, in this order. */
    List<CredentialField> fields();

    /** Whether what comes from its webhook is signed with a secret of the account's. */
    default boolean hasWebhookSecret() {
        return fields().stream().anyMatch(field -> field.name().equals(WEBHOOK_SECRET));
    }

    /** Whether these credentials move real money, where they tell; what they claim is then not asked. */
    default Optional<Mode> modeOf(Map<String, String> credentials) {
        return Optional.empty();
    }

    /**
     * The account of clinics that have none of their own here: the platform's, else the sandbox's. Its secrets come from
     * configuration.
     */
    default Optional<ConnectedAccount> platform() {
        return Optional.empty();
    }

    /** Asks the provider whether it knows the account; changes nothing there. */
    Check check(ConnectedAccount account);

    /** Whether money is real. */
    enum Mode {
        TEST,
        LIVE;

        /** How it is kept. */
        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** What came of asking. */
    enum Check {
        WORKS,
        /** The provider doesn't know these credentials. */
        REFUSED,
        NOT_REACHED,
        /** There is nothing to ask, e.g. a UPI address. */
        NOT_CHECKED
    }
}
