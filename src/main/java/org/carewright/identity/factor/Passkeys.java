package org.carewright.identity.factor;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.UUID;
import org.carewright.identity.SecondFactorMethod;
import org.carewright.shared.problem.ProblemException;
import org.carewright.shared.web.RateLimits;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.jackson.WebauthnJackson2Module;
import org.springframework.security.web.webauthn.management.ImmutableRelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyPublicKey;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * An account's passkeys (IAM-4). Each ceremony has two halves: options for the browser with a new challenge, which the
 * caller keeps in the session, and the browser's answer, which must be about that challenge.
 */
@Service
public class Passkeys {

    private static final Logger LOG = LoggerFactory.getLogger(Passkeys.class);
    private static final int LONGEST_LABEL = 60;

    private final ObjectMapper json = JsonMapper.builder()
            .addModule(new WebauthnJackson2Module())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    private final PasskeyMapper passkeys;
    private final RelyingParty relyingParty;
    private final RateLimits limits;
    private final FactorEvents events;
    private final TransactionTemplate transactions;

    Passkeys(
            PasskeyMapper passkeys,
            RelyingParty relyingParty,
            RateLimits limits,
            FactorEvents events,
            TransactionTemplate transactions) {
        this.passkeys = passkeys;
        this.relyingParty = relyingParty;
        this.limits = limits;
        this.events = events;
        this.transactions = transactions;
    }

    /** The account's passkeys, oldest first. */
    @Transactional(readOnly = true)
    public List<Passkey> of(UUID accountId) {
        return passkeys.of(accountId).stream().map(PasskeyRow::toPasskey).toList();
    }

    /** What the browser needs to make a passkey for the account. */
    @Transactional(readOnly = true)
    public Ceremony beginRegistration(UUID accountId) {
        var options = relyingParty.creationOptions(accountId, null);
        return new Ceremony(write(options), options.getChallenge().toBase64UrlString());
    }

    /**
     * Keeps the passkey that the browser made.
     *
     * @param challenge of {@link #beginRegistration}
     * @param answer the browser's credential as JSON
     * @throws ProblemException 400 {@code passkey_refused}
     */
    @Transactional
    public void register(UUID accountId, String challenge, String label, String answer) {
        var credential = read(answer, new TypeReference<PublicKeyCredential<AuthenticatorAttestationResponse>>() {});
        var options = relyingParty.creationOptions(accountId, Bytes.fromBase64(challenge));
        try {
            relyingParty
                    .operations()
                    .registerCredential(new ImmutableRelyingPartyRegistrationRequest(
                            options, new RelyingPartyPublicKey(credential, shorten(label))));
        } catch (RuntimeException e) {
            throw refused("registered", e);
        }
        events.added(accountId, SecondFactorMethod.PASSKEY);
    }

    /** What the browser needs to use one of the account's passkeys. */
    @Transactional(readOnly = true)
    public Ceremony beginUse(UUID accountId) {
        var options = relyingParty.requestOptions(accountId, null);
        return new Ceremony(write(options), options.getChallenge().toBase64UrlString());
    }

    /**
     * Checks that one of the account's own passkeys was used.
     *
     * @throws ProblemException 400 {@code passkey_refused}, 429 when there were too many attempts for the account
     */
    public void use(UUID accountId, String challenge, String answer) {
        limits.take(SecondFactors.LIMIT, accountId.toString());
        try {
            transactions.executeWithoutResult(transaction -> {
                var credential =
                        read(answer, new TypeReference<PublicKeyCredential<AuthenticatorAssertionResponse>>() {});
                var options = relyingParty.requestOptions(accountId, Bytes.fromBase64(challenge));
                requireOwn(accountId, credential.getRawId());
                relyingParty.operations().authenticate(new RelyingPartyAuthenticationRequest(options, credential));
                events.used(accountId, SecondFactorMethod.PASSKEY);
            });
        } catch (RuntimeException e) {
            transactions.executeWithoutResult(transaction -> events.refused(accountId));
            throw refused("used", e);
        }
    }

    /** Takes a passkey away. @throws ProblemException 404 when the account has no such passkey */
    @Transactional
    public void remove(UUID accountId, String id) {
        if (passkeys.delete(accountId, bytes(id)) == 0) {
            throw ProblemException.notFound();
        }
        events.removed(accountId, SecondFactorMethod.PASSKEY);
    }

    /** The browser offers passkeys of this device for the site; only the account's own count. */
    private void requireOwn(UUID accountId, Bytes credentialId) {
        if (passkeys.find(credentialId.getBytes())
                .filter(row -> row.accountId().equals(accountId))
                .isEmpty()) {
            throw FactorProblems.passkeyRefused();
        }
    }

    private static byte[] bytes(String id) {
        try {
            return Bytes.fromBase64(id).getBytes();
        } catch (IllegalArgumentException e) {
            throw ProblemException.notFound();
        }
    }

    private static String shorten(String label) {
        var text = label.strip();
        return text.length() > LONGEST_LABEL ? text.substring(0, LONGEST_LABEL) : text;
    }

    /** What is wrong with it is for the log: the person can only try again. */
    private static ProblemException refused(String done, RuntimeException why) {
        LOG.info("A passkey was not {}: {}", done, why.getClass().getSimpleName());
        return FactorProblems.passkeyRefused();
    }

    private <T> T read(String answer, TypeReference<T> type) {
        try {
            return json.readValue(answer, type);
        } catch (JsonProcessingException e) {
            throw FactorProblems.passkeyRefused();
        }
    }

    private String write(Object options) {
        try {
            return json.writeValueAsString(options);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * @param options as JSON, for the browser
     * @param challenge base64url, to be kept in the session
     */
    public record Ceremony(String options, String challenge) {}
}
