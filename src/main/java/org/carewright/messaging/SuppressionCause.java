package org.carewright.messaging;

import java.util.Locale;
import java.util.Optional;

/** Why an address must not be written to. */
enum SuppressionCause {
    OPT_OUT,
    BOUNCE,
    COMPLAINT;

    private static final String REFUSAL = "suppressed.";

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The code under which an effect is refused that was stopped by us, not by the provider. */
    static String refusal(String cause) {
        return REFUSAL + cause;
    }

    /** The cause in a code made by {@link #refusal}, empty for a provider's own code. */
    static Optional<String> ofRefusal(String code) {
        return code != null && code.startsWith(REFUSAL)
                ? Optional.of(code.substring(REFUSAL.length()))
                : Optional.empty();
    }

    /** Why a provider didn't send on its own account, by the reasons that mean it will never send there again. */
    static Optional<SuppressionCause> knownToProvider(String reason) {
        return switch (reason == null ? "" : reason) {
            case "21610", "unsubscribed_address" -> Optional.of(OPT_OUT);
            case "bounced_address" -> Optional.of(BOUNCE);
            case "spam_reporting_address" -> Optional.of(COMPLAINT);
            default -> Optional.empty();
        };
    }
}
