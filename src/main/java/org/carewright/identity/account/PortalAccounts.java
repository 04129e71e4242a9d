package org.carewright.identity.account;

import java.util.Optional;
import java.util.UUID;
import org.carewright.identity.Door;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What other modules may know of a portal account of the clinic in scope. */
@Service
public class PortalAccounts {

    private final AccountChangeMapper accounts;

    PortalAccounts(AccountChangeMapper accounts) {
        this.accounts = accounts;
    }

    /**
     * An account at the portal.
     *
     * @param phone E.164, null when none is known
     * @param language a language tag
     */
    public record PortalAccount(
            UUID id, String email, boolean emailVerified, String phone, String displayName, String language) {}

    /** The account, empty when the clinic in scope has none with that id at the portal. */
    @Transactional(readOnly = true)
    public Optional<PortalAccount> find(UUID id) {
        return accounts.find(id)
                .filter(account -> account.door().equals(Door.PORTAL.code()))
                .map(account -> new PortalAccount(
                        account.id(),
                        account.email(),
                        account.emailVerifiedAt() != null,
                        account.phone(),
                        account.displayName(),
                        account.language()));
    }
}
