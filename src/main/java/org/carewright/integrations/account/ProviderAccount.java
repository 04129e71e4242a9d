package org.carewright.integrations.account;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.carewright.integrations.account.AccountKind.Mode;
import org.carewright.integrations.payment.Gateway;

/**
 * A clinic's account as it may be shown.
 *
 * @param currencies ISO 4217 codes in which it takes payments
 * @param hint the last four characters of its first secret, or what it has that isn't secret (a UPI address)
 * @param complete false while the webhook's secret is missing, which the provider tells only once it knows the
 *     account's webhook address here; until then it can't be active
 * @param active whether new payments go through it; refunds and events of old ones always do
 */
public record ProviderAccount(
        UUID id,
        Gateway gateway,
        Mode mode,
        List<String> currencies,
        String hint,
        boolean complete,
        boolean active,
        Instant connectedAt,
        Instant checkedAt,
        String checkResult) {}
