package org.carewright.identity.key;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.carewright.identity.matrix.RoleMatrix;
import org.carewright.shared.forms.TypedText;
import org.carewright.shared.problem.ProblemException;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The keys of the clinic in scope (PLT-5). */
@Service
public class ApiKeys {

    /** What every key begins with, so that a leaked one is recognised, by people and by scanners. */
    public static final String MARK = "cwk_";

    /** A key is good for a year at most, so that none is forgotten for good. */
    public static final int LONGEST_DAYS = 365;

    private static final int MOST = 50;
    private static final int SECRET_BYTES = 32;
    private static final int PREFIX_LENGTH = MARK.length() + 6;
    private static final int LONGEST_NAME = 80;

    private final ApiKeyMapper keys;
    private final RoleMatrix matrix;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    ApiKeys(ApiKeyMapper keys, RoleMatrix matrix, ApplicationEventPublisher events, Clock clock) {
        this.keys = keys;
        this.matrix = matrix;
        this.events = events;
        this.clock = clock;
    }

    /** The scopes there are: those that the role matrix asks for. */
    public Set<String> scopes() {
        var scopes = new TreeSet<String>();
        matrix.rules().forEach(rule -> rule.keyScope().ifPresent(scopes::add));
        return scopes;
    }

    /** The clinic's newest keys, also those that no longer work. */
    @Transactional(readOnly = true)
    public List<ApiKey> list() {
        return keys.list(2 * MOST);
    }

    /**
     * Makes a key.
     *
     * @param days how long it is good, from 1 to {@value #LONGEST_DAYS}
     * @throws ProblemException 422 {@code invalid_request} for a name, scope or time that can't be; 409
     *     {@code too_many_keys}
     */
    @Transactional
    public NewKey create(String typedName, Set<String> scopes, int days, UUID createdBy) {
        var name = TypedText.line(typedName);
        var known = !scopes.isEmpty() && scopes().containsAll(scopes);
        var named = !name.isEmpty() && name.length() <= LONGEST_NAME;
        if (!known || !named || days < 1 || days > LONGEST_DAYS) {
            throw new ProblemException(HttpStatus.UNPROCESSABLE_ENTITY, "invalid_request");
        }
        var now = clock.instant();
        if (keys.working(now) >= MOST) {
            throw new ProblemException(HttpStatus.CONFLICT, "too_many_keys");
        }
        var bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        var secret = MARK + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        var id = UUID.randomUUID();
        keys.insert(
                id,
                name,
                secret.substring(0, PREFIX_LENGTH),
                hash(secret),
                String.join(" ", new TreeSet<>(scopes)),
                createdBy,
                now,
                now.plus(Duration.ofDays(days)));
        events.publishEvent(new ApiKeyEvent.Created(id, new TreeSet<>(scopes)));
        return new NewKey(name, secret);
    }

    /** Ends a key at once. @throws ProblemException 404 when the clinic has no such key */
    @Transactional
    public void revoke(UUID id) {
        if (keys.revoke(id, clock.instant()) == 0) {
            throw ProblemException.notFound();
        }
        events.publishEvent(new ApiKeyEvent.Revoked(id));
    }

    /** The key is random and long, so it needs no slow hash. */
    static byte[] hash(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
