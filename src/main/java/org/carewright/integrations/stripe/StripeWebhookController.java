package org.carewright.integrations.stripe;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.stripe.exception.SignatureVerificationException;
import com.stripe.net.Webhook;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
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
 * Takes Stripe's events: verified on the raw bytes, kept, answered. Whatever isn't right is answered 400 without a word
 * why.
 */
@RestController
class StripeWebhookController {

    private static final String PATH = "/api/v1/payments/webhook/stripe";
    private static final String SIGNATURE = "Stripe-Signature";

    private final ProviderAccounts accounts;
    private final StripeInbox inbox;
    private final ClinicScope clinic;
    private final ObjectMapper json;
    private final Clock clock;

    StripeWebhookController(
            ProviderAccounts accounts, StripeInbox inbox, ClinicScope clinic, ObjectMapper json, Clock clock) {
        this.accounts = accounts;
        this.inbox = inbox;
        this.clinic = clinic;
        this.json = json;
        this.clock = clock;
    }

    /** Of the platform's or the sandbox's account. */
    @PostMapping(PATH)
    ResponseEntity<Void> receive(HttpServletRequest request) throws IOException {
        return receive(request, null, accounts.platform(Gateway.STRIPE));
    }

    /** Of a clinic's own account; one that isn't there is answered like a wrong signature. */
    @PostMapping(PATH + "/{accountId}")
    ResponseEntity<Void> receive(@PathVariable UUID accountId, HttpServletRequest request) throws IOException {
        var owner = accounts.clinicOf(accountId);
        var account = owner.flatMap(clinicId -> clinic.call(clinicId, () -> accounts.open(accountId)))
                .filter(found -> found.gateway() == Gateway.STRIPE);
        return receive(request, owner.orElse(null), account);
    }

    private ResponseEntity<Void> receive(HttpServletRequest request, UUID ownerId, Optional<ConnectedAccount> account)
            throws IOException {
        var body = WebhookBody.read(request);
        if (body.isEmpty()) {
            return ResponseEntity.status(HttpStatus.PAYLOAD_TOO_LARGE).build();
        }
        var text = new String(body.get().bytes(), StandardCharsets.UTF_8);
        var event = account.filter(one -> isSigned(one, text, request.getHeader(SIGNATURE)))
                .flatMap(one -> parsed(text));
        if (event.isEmpty()) {
            return ResponseEntity.badRequest().build();
        }
        var told = StripeEvents.read(event.get());
        if (told != null) {
            inbox.keep(account.get(), ownerId, told);
        }
        return ResponseEntity.noContent().build();
    }

    private boolean isSigned(ConnectedAccount account, String body, String signature) {
        var secret = account.credentials().getOrDefault(AccountKind.WEBHOOK_SECRET, "");
        if (secret.isBlank() || signature == null) {
            return false;
        }
        try {
            return Webhook.Signature.verifyHeader(body, signature, secret, Webhook.DEFAULT_TOLERANCE, clock);
        } catch (SignatureVerificationException | RuntimeException e) {
            // A header in no form of Stripe's makes the SDK throw what it likes.
            return false;
        }
    }

    /** Empty for what is no event of Stripe's. */
    private Optional<JsonNode> parsed(String text) {
        try {
            return Optional.ofNullable(json.readTree(text))
                    .filter(event -> "event".equals(event.path("object").asText()))
                    .filter(event -> event.path("id").asText().matches("evt_[A-Za-z0-9_]{1,120}"));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }
}
