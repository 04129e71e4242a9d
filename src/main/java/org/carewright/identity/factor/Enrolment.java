package org.carewright.identity.factor;

import java.util.List;
import java.util.UUID;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who may add and remove second factors, and what comes with it: recovery codes with the first one. */
@Service
public class Enrolment {

    private final SecondFactors factors;
    private final Passkeys passkeys;

    Enrolment(SecondFactors factors, Passkeys passkeys) {
        this.factors = factors;
        this.passkeys = passkeys;
    }

    /**
     * Someone between the steps may add a factor only while they have none: else a stolen password would do.
     *
     * @throws org.carewright.shared.problem.ProblemException 409 {@code second_factor_exists}
     */
    @Transactional(readOnly = true)
    public void requireMayAdd(Authentication person) {
        if (person instanceof PendingSignIn pending
                && (!pending.enrolling() || factors.of(pending.accountId()).enrolled())) {
            throw FactorProblems.alreadyThere();
        }
    }

    /** Recovery codes for a factor that was just added, when there are none yet. */
    @Transactional
    public List<String> firstRecoveryCodes(UUID accountId) {
        return factors.of(accountId).recoveryCodes() > 0 ? List.of() : factors.newRecoveryCodes(accountId);
    }

    /** Replaces the recovery codes. @throws org.carewright.shared.problem.ProblemException 409 without another factor */
    @Transactional
    public List<String> newRecoveryCodes(UUID accountId) {
        if (!factors.of(accountId).enrolled()) {
            throw FactorProblems.noneYet();
        }
        return factors.newRecoveryCodes(accountId);
    }

    /** Takes the authenticator app away. @throws org.carewright.shared.problem.ProblemException 409, see class */
    @Transactional
    public void removeTotp(Authentication person) {
        var accountId = UUID.fromString(person.getName());
        factors.removeTotp(accountId);
        requireEnough(person, accountId);
    }

    /** No more codes by text message. @throws org.carewright.shared.problem.ProblemException 409, see class */
    @Transactional
    public void removeSms(Authentication person) {
        var accountId = UUID.fromString(person.getName());
        factors.removeSms(accountId);
        requireEnough(person, accountId);
    }

    /** Takes a passkey away. @throws org.carewright.shared.problem.ProblemException 404; 409, see class */
    @Transactional
    public void removePasskey(Authentication person, String id) {
        var accountId = UUID.fromString(person.getName());
        passkeys.remove(accountId, id);
        requireEnough(person, accountId);
    }

    /** The last factor of someone whose role needs one stays; without any factor the recovery codes go too. */
    private void requireEnough(Authentication person, UUID accountId) {
        if (factors.of(accountId).enrolled()) {
            return;
        }
        if (SecondFactorStep.isNeededBy(person) && !factors.isDemo(accountId)) {
            throw FactorProblems.lastRequired();
        }
        factors.dropRecoveryCodes(accountId);
    }

    /**
     * Takes all factors away from someone who has lost them; for who manages accounts. The next sign-in sets up a new
     * one where the role needs it.
     */
    @Transactional
    public void reset(UUID accountId) {
        factors.removeTotp(accountId);
        factors.removeSms(accountId);
        passkeys.of(accountId).forEach(passkey -> passkeys.remove(accountId, passkey.id()));
        factors.dropRecoveryCodes(accountId);
    }
}
