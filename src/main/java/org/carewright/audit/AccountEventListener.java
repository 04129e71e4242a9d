package org.carewright.audit;

import org.carewright.identity.AccountEvent;
import org.carewright.shared.tenant.ClinicScope;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Records what happens to accounts: sign-ins, failures, changes of rights (HIP-1). */
@Component
class AccountEventListener {

    private static final String ACCOUNT = "account";

    private final AuditLog log;
    private final ClinicScope clinic;

    AccountEventListener(AuditLog log, ClinicScope clinic) {
        this.log = log;
        this.clinic = clinic;
    }

    @EventListener
    @Transactional
    void record(AccountEvent event) {
        var log = event.clinicId() == null ? AuditLog.PLATFORM : event.clinicId();
        clinic.run(log, () -> record(event, action(event), outcome(event), detail(event)));
    }

    private void record(AccountEvent event, String action, String outcome, String detail) {
        log.record(action, ACCOUNT, event.accountId(), null, outcome, detail);
    }

    /** E.g. {@code account.roles-changed}. */
    private static String action(AccountEvent event) {
        var words = event.getClass().getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "-");
        return ACCOUNT + "." + words.toLowerCase(java.util.Locale.ROOT);
    }

    private static String outcome(AccountEvent event) {
        if (event instanceof AccountEvent.SignInFailed) {
            return AuditLog.FAILURE;
        }
        return event instanceof AccountEvent.Locked ? AuditLog.REFUSED : AuditLog.SUCCESS;
    }

    private static String detail(AccountEvent event) {
        if (event instanceof AccountEvent.SignInFailed failed) {
            return failed.reason();
        }
        if (event instanceof AccountEvent.RolesChanged changed) {
            return String.join(" ", org.carewright.identity.Role.codes(changed.before())) + " > "
                    + String.join(" ", org.carewright.identity.Role.codes(changed.after()));
        }
        return null;
    }
}
