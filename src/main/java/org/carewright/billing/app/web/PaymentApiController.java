package org.carewright.billing.app.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.Locale;
import java.util.UUID;
import org.carewright.billing.app.IntentsForApps;
import org.carewright.billing.payment.PayNow.Standing;
import org.carewright.identity.InClinic;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Paying from an app: for patients' and family members' tokens, staff's apps and keys with {@code billing:write}. */
@RestController
@RequestMapping("/api/v1/payments")
class PaymentApiController {

    private final IntentsForApps intents;

    PaymentApiController(IntentsForApps intents) {
        this.intents = intents;
    }

    record CreateBody(@NotNull UUID invoiceId) {}

    record ConfirmBody(@NotNull UUID paymentId) {}

    /**
     * A payment that was begun.
     *
     * @param status pending, processing, succeeded, failed or cancelled
     * @param amountMinor in minor units
     * @param page of the provider, where it is paid; null when there is nothing to do there
     * @param failure code, of one that failed
     */
    record IntentAnswer(
            UUID id, UUID invoiceId, String status, long amountMinor, String currency, URI page, String failure) {

        static IntentAnswer of(Standing standing) {
            var payment = standing.payment();
            return new IntentAnswer(
                    payment.id(),
                    payment.invoiceId(),
                    payment.status().code(),
                    payment.amount().minor(),
                    payment.amount().currency().getCurrencyCode(),
                    standing.page(),
                    payment.failure());
        }
    }

    /**
     * Begins to pay what is left of an invoice; the answer leads to the provider's page.
     *
     * @param key the request's own, at most 200 characters: sent again with the same body it begins nothing new
     */
    @PostMapping("/create-intent")
    @ResponseStatus(HttpStatus.CREATED)
    IntentAnswer create(
            @Valid @RequestBody CreateBody body,
            @RequestHeader(name = "Idempotency-Key") @NotBlank @Size(max = 200) String key,
            @AuthenticationPrincipal InClinic asking,
            Locale locale) {
        return IntentAnswer.of(intents.create(asking, key, body.invoiceId(), locale));
    }

    /** Asks the provider how a payment stands and books what was paid. */
    @PostMapping("/confirm")
    IntentAnswer confirm(@Valid @RequestBody ConfirmBody body, @AuthenticationPrincipal InClinic asking) {
        return IntentAnswer.of(intents.confirm(asking, body.paymentId()));
    }
}
