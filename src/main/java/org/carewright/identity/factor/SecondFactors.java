package org.carewright.identity.factor;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.carewright.identity.SecondFactorMethod;
import org.carewright.shared.problem.ProblemException;
import org.carewright.shared.sealing.Sealing;
import org.carewright.shared.web.RateLimits;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * An account's second factors that are typed in: codes of an authenticator app and recovery codes (IAM-4). Needs no
 * clinic's scope: operators have none, and sign-in asks before there is one.
 */
@Service
public class SecondFactors {

    /** Attempts per account, wherever from. */
    static final String LIMIT = "second-factor";

    private static final int SECRET_BYTES = 20;
    private static final String LABEL = "totp:";

    private final FactorMapper factors;
    private final SmsCodes texts;
    private final Sealing sealing;
    private final RateLimits limits;
    private final FactorEvents events;
    private final TransactionTemplate transactions;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    SecondFactors(
            FactorMapper factors,
            SmsCodes texts,
            Sealing sealing,
            RateLimits limits,
            FactorEvents events,
            TransactionTemplate transactions,
            Clock clock) {
        this.factors = factors;
        this.texts = texts;
        this.sealing = sealing;
        this.limits = limits;
        this.events = events;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Which factors the account has. */
    @Transactional(readOnly = true)
    public FactorState of(UUID accountId) {
        return factors.state(accountId);
    }

    /** Whether the account's password is public, as the demo's are: it may do without a second factor. */
    @Transactional(readOnly = true)
    public boolean isDemo(UUID accountId) {
        return factors.owner(accountId).demo();
    }

    /**
     * Takes a code of the authenticator app or of a text message, or a recovery code; each is good once. Call outside a transaction: each
     * attempt counts, also when it fails.
     *
     * @return how the code was right, empty when it wasn't
     * @throws ProblemException 429 when there were too many attempts for the account
     */
    public Optional<SecondFactorMethod> use(UUID accountId, String typed) {
        limits.take(LIMIT, accountId.toString());
        return transactions.execute(transaction -> {
            var used = RecoveryCodes.looksLikeOne(typed)
                    ? useRecoveryCode(accountId, typed)
                    : useCode(accountId, typed).or(() -> useText(accountId, typed));
            used.ifPresentOrElse(method -> events.used(accountId, method), () -> events.refused(accountId));
            return used;
        });
    }

    private Optional<SecondFactorMethod> useRecoveryCode(UUID accountId, String typed) {
        return factors.useRecoveryCode(accountId, RecoveryCodes.hash(typed), clock.instant()) == 1
                ? Optional.of(SecondFactorMethod.RECOVERY_CODE)
                : Optional.empty();
    }

    private Optional<SecondFactorMethod> useCode(UUID accountId, String typed) {
        return factors.totp(accountId)
                .map(stored ->
                        Totp.matchingStep(open(accountId, stored.sealedSecret()), digits(typed), clock.instant()))
                .filter(step -> step.isPresent() && factors.useStep(accountId, step.getAsLong()) == 1)
                .map(step -> SecondFactorMethod.TOTP);
    }

    private Optional<SecondFactorMethod> useText(UUID accountId, String typed) {
        return factors.state(accountId).sms() && texts.use(accountId, digits(typed))
                ? Optional.of(SecondFactorMethod.SMS_CODE)
                : Optional.empty();
    }

    /**
     * From now on a code by text message is asked for at sign-in.
     *
     * @throws ProblemException 404 where they aren't offered
     */
    @Transactional
    public void addSms(UUID accountId) {
        if (!texts.offeredTo(accountId)) {
            throw ProblemException.notFound();
        }
        factors.insertSms(accountId, clock.instant());
        events.added(accountId, SecondFactorMethod.SMS_CODE);
    }

    /** No more codes by text message. */
    @Transactional
    public void removeSms(UUID accountId) {
        if (factors.deleteSms(accountId) == 1) {
            events.removed(accountId, SecondFactorMethod.SMS_CODE);
        }
    }

    /**
     * Makes a secret for an authenticator app. Nothing is stored before a code of it was right: until then whoever
     * began keeps it, sealed, in their session, where nobody else who knows the password finds it.
     *
     * @throws ProblemException 409 {@code second_factor_exists} when the account has an app already
     */
    @Transactional(readOnly = true)
    public byte[] begin(UUID accountId) {
        if (factors.state(accountId).totp()) {
            throw FactorProblems.alreadyThere();
        }
        var secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        return sealing.sealForPlatform(LABEL + accountId, secret);
    }

    /** The secret as its owner takes it into their app. @param begun of {@link #begin} */
    @Transactional(readOnly = true)
    public TotpSetup show(UUID accountId, byte[] begun) {
        return new TotpSetup(open(accountId, begun), factors.owner(accountId).email());
    }

    /**
     * Ends the set-up with the app's first code.
     *
     * @param begun of {@link #begin}
     * @return whether the code was right
     * @throws ProblemException 409 {@code second_factor_exists}
     */
    @Transactional
    public boolean confirm(UUID accountId, byte[] begun, String typed) {
        var step = Totp.matchingStep(open(accountId, begun), digits(typed), clock.instant());
        if (step.isEmpty()) {
            return false;
        }
        if (factors.insertTotp(accountId, begun, step.getAsLong(), clock.instant()) == 0) {
            throw FactorProblems.alreadyThere();
        }
        events.added(accountId, SecondFactorMethod.TOTP);
        return true;
    }

    /** Takes the authenticator app away. */
    @Transactional
    public void removeTotp(UUID accountId) {
        if (factors.deleteTotp(accountId) == 1) {
            events.removed(accountId, SecondFactorMethod.TOTP);
        }
    }

    /** Makes ten new recovery codes; earlier ones no longer count. Shown once, stored as hashes. */
    @Transactional
    public List<String> newRecoveryCodes(UUID accountId) {
        var codes = RecoveryCodes.make();
        factors.deleteRecoveryCodes(accountId);
        factors.insertRecoveryCodes(
                accountId, codes.stream().map(RecoveryCodes::hash).toList());
        events.added(accountId, SecondFactorMethod.RECOVERY_CODE);
        return codes;
    }

    void dropRecoveryCodes(UUID accountId) {
        factors.deleteRecoveryCodes(accountId);
    }

    private byte[] open(UUID accountId, byte[] sealed) {
        return sealing.openForPlatform(LABEL + accountId, sealed);
    }

    private static String digits(String typed) {
        return typed.replaceAll("[\\s-]", "");
    }
}
