package org.carewright.audit;

import java.util.UUID;

/**
 * The emergency access (break-glass, HIP-5) under which the thread works; everything recorded meanwhile is marked with
 * it.
 */
public final class EmergencyGrant {

    private static final ThreadLocal<UUID> GRANT = new ThreadLocal<>();

    private EmergencyGrant() {}

    /** Runs {@code work} under the grant; afterwards, also after a failure, what was before is back. */
    public static void run(UUID grantId, Runnable work) {
        var before = GRANT.get();
        GRANT.set(grantId);
        try {
            work.run();
        } finally {
            if (before == null) {
                GRANT.remove();
            } else {
                GRANT.set(before);
            }
        }
    }

    static UUID current() {
        return GRANT.get();
    }
}
