package org.carewright.scheduling.intake;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.carewright.scheduling.token.ManageToken;
import org.carewright.shared.problem.ProblemException;
import org.carewright.shared.tenant.ClinicScope;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Makes a request that is sent again one booking (SCH-7). */
@Component
public class BookingRequests {

    private final BookingRequestMapper requests;
    private final ManageToken tokens;
    private final ClinicScope clinic;
    private final Clock clock;

    BookingRequests(BookingRequestMapper requests, ManageToken tokens, ClinicScope clinic, Clock clock) {
        this.requests = requests;
        this.tokens = tokens;
        this.clinic = clinic;
        this.clock = clock;
    }

    /**
     * Keeps the request's key for the appointment about to be made; waits for a booking under way with the same key.
     *
     * @return the appointment that this request has made before; empty when it is new or has no key
     * @throws ProblemException 422 {@code idempotency_key_reused} when the key came with another request
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<UUID> earlierBooking(BookingRequest request, UUID newId) {
        if (request.idempotencyKey() == null) {
            return Optional.empty();
        }
        var fingerprint = fingerprint(request);
        var fresh = requests.insert(clinic.required(), request.idempotencyKey(), fingerprint, newId, clock.instant());
        if (fresh == 1) {
            return Optional.empty();
        }
        var earlier = requests.byKey(request.idempotencyKey());
        if (!MessageDigest.isEqual(earlier.fingerprint(), fingerprint)) {
            throw new ProblemException(HttpStatus.UNPROCESSABLE_ENTITY, "idempotency_key_reused");
        }
        return Optional.of(earlier.appointmentId());
    }

    /** Keyed, so that the stored value tells nothing about what was typed. */
    private byte[] fingerprint(BookingRequest request) {
        var content = request.serviceId() + "|" + request.practitionerId() + "|" + request.start() + "|"
                + request.holdId() + "|" + new TreeMap<>(request.form() == null ? Map.of() : request.form());
        return tokens.fingerprint(content).getBytes(StandardCharsets.UTF_8);
    }
}
