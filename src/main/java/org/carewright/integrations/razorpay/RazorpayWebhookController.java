package org.carewright.integrations.razorpay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.carewright.integrations.account.AccountKind;
import org.carewright.integrations.account.ConnectedAccount;
import org.carewright.integrations.account.ProviderAccounts;
import org.carewright.integrations.inbox.WebhookBody;
import org.carewright.integrations.payment.Gateway;
import org.carewright.shared.tenant.ClinicScope;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Takes Razorpay's webhooks: verified on the raw bytes, kept, answered. Whatever isn't right is answered 400 without a
 * word why.
 */
@RestController
class RazorpayWebhookController {

    private static final String PATH = "/api/v1/payments/webhook/razorpay";
    private static final String SIGNATURE = "X-Razorpay-Signature";
    private static final String EVENT_ID = "x-razorpay-event-id";

    /** Razorpay tries for a day; the signature covers no time of sending, so older events are somebody's replay. */
    private static final Duration OLDEST = Duration.ofDays(3);

    private static final Duration CLOCKS_APART = Duration.ofMinutes(5);

    private final ProviderAccounts accounts;
    private final RazorpayEvents events;
    private final RazorpayInbox inbox;
    private final ClinicScope clinic;
    private final ObjectMapper json;
    private final Clock clock;

    RazorpayWebhookController(
            ProviderAccounts accounts,
            RazorpayEvents events,
            RazorpayInbox inbox,
            ClinicScope clinic,
            ObjectMapper json,
            Clock clock) {
        this.accounts = accounts;
        this.events = events;
        this.inbox = inbox;
        this.clinic = clinic;
        this.json = json;
        this.clock = clock;
    }

    /** Of the platform's or the sandbox's account. */
    @PostMapping(PATH)
    ResponseEntity<Void> receive(HttpServletRequest request) throws IOException {
        return receive(request, null, accounts.platform(Gateway.RAZORPAY));
    }

    /** Of a clinic's own account; one that isn't there is answered like a wrong signature. */
    @PostMapping(PATH + "/{accountId}")
    ResponseEntity<Void> receive(@PathVariable UUID accountId, HttpServletRequest request) throws IOException {
        var owner = accounts.clinicOf(accountId);
        var account = owner.flatMap(clinicId -> clinic.call(clinicId, () -> accounts.open(accountId)))
                .filter(found -> found.gateway() == Gateway.RAZORPAY);
        return receive(request, owner.orElse(null), account);
    }

    private ResponseEntity<Void> receive(HttpServletRequest request, UUID ownerId, Optional<ConnectedAccount> account)
            throws IOException {
        var body = WebhookBody.read(request);
        if (body.isEmpty()) {
            return ResponseEntity.status(HttpStatus.PAYLOAD_TOO_LARGE).build();
        }
        var bytes = body.get().bytes();
        var event = account.filter(one -> RazorpaySignature.isOfWebhook(
                        one.credentials().get(AccountKind.WEBHOOK_SECRET), request.getHeader(SIGNATURE), bytes))
                .flatMap(one -> parsed(bytes));
        if (event.isEmpty()) {
            return ResponseEntity.badRequest().build();
        }
        var told = events.read(event.get());
        if (told != null) {
            inbox.keep(account.get(), ownerId, eventId(request.getHeader(EVENT_ID), bytes), told);
        }
        return ResponseEntity.noContent().build();
    }

    /** Empty for what is no event of Razorpay's, or not of these days. */
    private Optional<JsonNode> parsed(byte[] bytes) {
        try {
            return Optional.ofNullable(json.readTree(bytes))
                    .filter(body -> "event".equals(body.path("entity").asText()))
                    .filter(body -> isOfTheseDays(body.path("created_at")));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private boolean isOfTheseDays(JsonNode createdAt) {
        if (!createdAt.isIntegralNumber() || !createdAt.canConvertToInt()) {
            return false;
        }
        var at = Instant.ofEpochSecond(createdAt.asLong());
        var now = clock.instant();
        return at.isAfter(now.minus(OLDEST)) && at.isBefore(now.plus(CLOCKS_APART));
    }

    /** Repeated deliveries have the same id; where it is missing the same bytes have. */
    private static String eventId(String header, byte[] bytes) {
        if (header != null && header.matches("[A-Za-z0-9_-]{1,64}")) {
            return header;
        }
        try {
            return "body:"
                    + HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-256", e);
        }
    }
}
