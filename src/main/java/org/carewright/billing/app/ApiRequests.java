package org.carewright.billing.app;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Supplier;
import org.carewright.shared.problem.ProblemException;
import org.carewright.shared.tenant.ClinicScope;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes a request that is sent again one thing: who asks gives it a key of their own. */
@Component
class ApiRequests {

    private final ApiRequestMapper requests;
    private final ClinicScope clinic;
    private final Clock clock;

    ApiRequests(ApiRequestMapper requests, ClinicScope clinic, Clock clock) {
        this.requests = requests;
        this.clinic = clinic;
        this.clock = clock;
    }

    /**
     * Makes the thing, or gives the one that this request made before.
     *
     * @param askedBy account or key; keys of others don't matter
     * @param request all that was asked for, with a {@code toString} that tells requests apart
     * @return its id
     * @throws ProblemException 422 {@code idempotency_key_reused} when the key came with another request
     */
    @Transactional
    public UUID once(UUID askedBy, String operation, String key, Object request, Supplier<UUID> make) {
        var fingerprint = sha256(request.toString());
        requests.lock(operation + askedBy + key);
        var earlier = requests.find(askedBy, operation, key);
        if (earlier == null) {
            var made = make.get();
            requests.insert(clinic.required(), askedBy, operation, key, fingerprint, made, clock.instant());
            return made;
        }
        if (!MessageDigest.isEqual(earlier.fingerprint(), fingerprint)) {
            throw new ProblemException(HttpStatus.UNPROCESSABLE_ENTITY, "idempotency_key_reused");
        }
        return earlier.resultId();
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
