package org.carewright.identity.key;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.carewright.identity.Bearer;
import org.carewright.identity.matrix.MatrixAuthorization;
import org.carewright.shared.tenant.ClinicScope;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Lets a clinic's software in with its key; it may do what its scopes say, in its own clinic. */
@Component
class KeyBearer implements Bearer {

    private static final int LONGEST = 100;
    private static final Duration USE_IS_NOTED_EVERY = Duration.ofMinutes(1);

    private final ApiKeyMapper keys;
    private final ClinicScope clinic;
    private final TransactionTemplate transactions;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    KeyBearer(
            ApiKeyMapper keys,
            ClinicScope clinic,
            TransactionTemplate transactions,
            ApplicationEventPublisher events,
            Clock clock) {
        this.keys = keys;
        this.clinic = clinic;
        this.transactions = transactions;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public boolean knows(String credential) {
        return credential.startsWith(ApiKeys.MARK);
    }

    @Override
    public Optional<Authentication> authenticate(String credential) {
        if (credential.length() > LONGEST) {
            return Optional.empty();
        }
        var now = clock.instant();
        var found = transactions.execute(transaction -> keys.byHash(ApiKeys.hash(credential)));
        found.ifPresent(key ->
                clinic.run(key.clinicId(), () -> transactions.executeWithoutResult(transaction -> note(key, now))));
        return found.filter(key -> key.works(now)).map(KeyBearer::signedIn);
    }

    private void note(StoredKey key, Instant now) {
        if (key.works(now)) {
            keys.touch(key.id(), now, now.minus(USE_IS_NOTED_EVERY));
        } else {
            events.publishEvent(new ApiKeyEvent.Refused(key.id()));
        }
    }

    private static Authentication signedIn(StoredKey key) {
        var authorities = Arrays.stream(key.scopes().split(" "))
                .map(scope -> new SimpleGrantedAuthority(MatrixAuthorization.SCOPE + scope))
                .toList();
        return new PreAuthenticatedAuthenticationToken(
                new ApiKeyPrincipal(key.id(), key.clinicId()), null, authorities);
    }
}
