package org.carewright.integrations.account;

import java.util.List;
import java.util.Map;
import org.carewright.integrations.account.AccountKind.Mode;
import org.carewright.integrations.payment.Gateway;

/**
 * An account to connect.
 *
 * @param mode what the person says; the credentials' own word counts more
 * @param currencies ISO 4217 codes; other card accounts lose them
 * @param credentials by {@link CredentialField#name()}
 */
public record AccountDraft(Gateway gateway, Mode mode, List<String> currencies, Map<String, String> credentials) {

    /** Without credentials. */
    @Override
    public String toString() {
        return "AccountDraft[" + gateway.code() + "]";
    }
}
