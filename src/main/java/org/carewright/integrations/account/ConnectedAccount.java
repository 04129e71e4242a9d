package org.carewright.integrations.account;

import java.util.Map;
import java.util.UUID;
import org.carewright.integrations.account.AccountKind.Mode;
import org.carewright.integrations.payment.Gateway;

/**
 * An account that can be used.
 *
 * @param id null for the platform's and the sandbox's account
 * @param credentials by {@link CredentialField#name()}
 */
public record ConnectedAccount(UUID id, Gateway gateway, Mode mode, Map<String, String> credentials) {

    public boolean isLive() {
        return mode == Mode.LIVE;
    }

    /** A credential. @throws IllegalStateException when the account has none of that name */
    public String credential(String name) {
        var value = credentials.get(name);
        if (value == null) {
            throw new IllegalStateException("Account " + id + " at " + gateway.code() + " has no " + name);
        }
        return value;
    }

    /** Without credentials, as it could end in a log. */
    @Override
    public String toString() {
        return "ConnectedAccount[" + id + ", " + gateway.code() + ", " + mode.code() + "]";
    }
}
