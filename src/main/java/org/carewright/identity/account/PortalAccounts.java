package org.carewright.identity.account;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
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
                .map(PortalAccounts::of);
    }

    /** Those accounts of the clinic in scope, in one statement; without those it doesn't have. */
    @Transactional(readOnly = true)
    public Map<UUID, PortalAccount> findAll(Collection<UUID> ids) {
        return accounts.portal(ids.toArray(UUID[]::new)).stream()
                .map(PortalAccounts::of)
                .collect(Collectors.toMap(PortalAccount::id, Function.identity()));
    }

    /** The clinic's account that signs in with that address, known to be its owner's; empty when there is none. */
    @Transactional(readOnly = true)
    public Optional<PortalAccount> signingInWith(String email) {
        return accounts.byEmail(Door.PORTAL.code(), email.strip())
                .filter(account -> account.status().equals(AccountRow.ACTIVE))
                .map(PortalAccounts::of)
                .filter(PortalAccount::emailVerified);
    }

    private static PortalAccount of(AccountRow account) {
        return new PortalAccount(
                account.id(),
                account.email(),
                account.emailVerifiedAt() != null,
                account.phone(),
                account.displayName(),
                account.language());
    }
}
