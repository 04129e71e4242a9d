package org.carewright.audit;

import org.carewright.identity.ClinicSecurityChanged;
import org.carewright.identity.key.ApiKeyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Records changes of what a clinic has set, and what becomes of its API keys (HIP-1). */
@Component
class SettingsListener {

    private static final String KEY = "api-key";

    private final AuditLog log;

    SettingsListener(AuditLog log) {
        this.log = log;
    }

    @EventListener
    void record(ClinicSecurityChanged event) {
        log.record(
                "settings.security-changed",
                "settings",
                null,
                null,
                AuditLog.SUCCESS,
                String.join("; ", event.changes()));
    }

    @EventListener
    void record(ApiKeyEvent event) {
        if (event instanceof ApiKeyEvent.Created created) {
            log.record(
                    "api-key.created", KEY, event.keyId(), null, AuditLog.SUCCESS, String.join(" ", created.scopes()));
        } else if (event instanceof ApiKeyEvent.Revoked) {
            log.record("api-key.revoked", KEY, event.keyId(), null);
        } else {
            log.record("api-key.refused", KEY, event.keyId(), null, AuditLog.REFUSED, null);
        }
    }
}
