package org.carewright.audit;

import java.util.Locale;
import org.carewright.identity.AccountEvent;
import org.carewright.identity.Role;
import org.carewright.shared.process.StaffDirectory;
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
    private final StaffDirectory staff;

    AccountEventListener(AuditLog log, ClinicScope clinic, StaffDirectory staff) {
        this.log = log;
        this.clinic = clinic;
        this.staff = staff;
    }

    @EventListener
    @Transactional
    void record(AccountEvent event) {
        var log = event.clinicId() == null ? AuditLog.PLATFORM : event.clinicId();
        clinic.run(log, () -> record(event, action(event), outcome(event), detail(event)));
    }

    private void record(AccountEvent event, String action, String outcome, String detail) {
        if (isOnesOwnDoing(event) && AuditLog.signedIn().isEmpty()) {
            log.record(new AuditEntry(
                    event.accountId(), role(event), action, ACCOUNT, event.accountId(), null, outcome, detail));
        } else {
            log.record(action, ACCOUNT, event.accountId(), null, outcome, detail);
        }
    }

    /** Who signs in isn't signed in yet, but nobody else can have done it. */
    private static boolean isOnesOwnDoing(AccountEvent event) {
        return event instanceof AccountEvent.SignedIn
                || event instanceof AccountEvent.SignedOut
                || event instanceof AccountEvent.AppSessionStarted
                || event instanceof AccountEvent.AppSessionEnded
                || event instanceof AccountEvent.SecondFactorAdded
                || event instanceof AccountEvent.SecondFactorUsed
                || event instanceof AccountEvent.PasswordReset
                || event instanceof AccountEvent.Registered
                || event instanceof AccountEvent.InviteAccepted
                || event instanceof AccountEvent.EmailVerified
                || event instanceof AccountEvent.PhoneVerified;
    }

    private String role(AccountEvent event) {
        return staff.find(event.accountId().toString())
                .flatMap(member -> member.groupIds().stream().findFirst())
                .orElse(AuditLog.PORTAL);
    }

    /** E.g. {@code account.roles-changed}. */
    private static String action(AccountEvent event) {
        var words = event.getClass().getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "-");
        return ACCOUNT + "." + words.toLowerCase(Locale.ROOT);
    }

    private static String outcome(AccountEvent event) {
        if (event instanceof AccountEvent.SignInFailed || event instanceof AccountEvent.SecondFactorRefused) {
            return AuditLog.FAILURE;
        }
        var refused = event instanceof AccountEvent.Locked || event instanceof AccountEvent.RefreshTokenReused;
        return refused ? AuditLog.REFUSED : AuditLog.SUCCESS;
    }

    private static String detail(AccountEvent event) {
        if (event instanceof AccountEvent.SignInFailed failed) {
            return failed.reason();
        }
        if (event instanceof AccountEvent.AppSessionStarted started) {
            return started.sessionId().toString();
        }
        if (event instanceof AccountEvent.AppSessionEnded ended) {
            return ended.sessionId().toString();
        }
        if (event instanceof AccountEvent.RefreshTokenReused reused) {
            return reused.sessionId().toString();
        }
        if (event instanceof AccountEvent.RolesChanged changed) {
            return String.join(" ", Role.codes(changed.before())) + " > "
                    + String.join(" ", Role.codes(changed.after()));
        }
        return null;
    }
}
