package org.carewright.integrations.account;

import java.util.Map;
import org.carewright.integrations.account.AccountRefusedException.Reason;

/** What a person filled in to connect an account; the webhook's secret may follow later. */
record EnteredCredentials(AccountKind kind, Map<String, String> values) {

    private static final int HINT = 4;

    /** @throws AccountRefusedException naming the field that is missing or doesn't look right */
    void check() {
        for (var field : kind.fields()) {
            var value = values.getOrDefault(field.name(), "");
            if (value.isBlank() && field.name().equals(AccountKind.WEBHOOK_SECRET)) {
                continue;
            }
            if (value.isBlank()) {
                throw new AccountRefusedException(field.name(), Reason.MISSING);
            }
            if (!field.format().matcher(value).matches()) {
                throw new AccountRefusedException(field.name(), Reason.MALFORMED);
            }
        }
    }

    /** Whether the webhook's secret is there or none is needed. */
    boolean complete() {
        return !kind.hasWebhookSecret()
                || !values.getOrDefault(AccountKind.WEBHOOK_SECRET, "").isBlank();
    }

    /** What tells the account from others without giving a secret away. */
    String hint() {
        var first = kind.fields().get(0);
        var value = values.get(first.name());
        return first.secret() ? value.substring(Math.max(0, value.length() - HINT)) : value;
    }
}
