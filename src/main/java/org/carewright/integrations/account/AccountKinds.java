package org.carewright.integrations.account;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.carewright.integrations.account.ProviderAccountMapper.AccountRow;
import org.carewright.integrations.payment.Gateway;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What can be connected at which gateway, and what an account shows of itself by that. */
@Component
class AccountKinds {

    private final Map<Gateway, AccountKind> kinds;

    AccountKinds(ObjectProvider<AccountKind> kinds) {
        this.kinds = kinds.stream().collect(Collectors.toUnmodifiableMap(AccountKind::gateway, Function.identity()));
    }

    /** In a steady order. */
    List<AccountKind> all() {
        return kinds.values().stream()
                .sorted(Comparator.comparing(AccountKind::gateway))
                .toList();
    }

    /** @throws IllegalArgumentException when there is nothing to connect */
    AccountKind of(Gateway gateway) {
        var kind = kinds.get(gateway);
        if (kind == null) {
            throw new IllegalArgumentException("Nothing to connect at " + gateway);
        }
        return kind;
    }

    /** The platform's or the sandbox's account. */
    Optional<ConnectedAccount> platform(Gateway gateway) {
        return Optional.ofNullable(kinds.get(gateway)).flatMap(AccountKind::platform);
    }

    /** The account without its credentials. */
    ProviderAccount shown(AccountRow row) {
        var gateway = Gateway.ofCode(row.provider()).orElseThrow();
        return new ProviderAccount(
                row.id(),
                gateway,
                AccountSeal.mode(row),
                List.of(row.currencies()),
                row.hint(),
                row.webhookSecretSealed() != null || !of(gateway).hasWebhookSecret(),
                row.active(),
                row.connectedAt(),
                row.checkedAt(),
                row.checkResult());
    }
}
