package org.carewright.billing.app.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.carewright.billing.app.BillingOrders;
import org.carewright.billing.app.BillingOrders.RefundOrder;
import org.carewright.billing.refund.Refund;
import org.carewright.billing.refund.RefundReason;
import org.carewright.identity.InClinic;
import org.carewright.shared.forms.FieldError;
import org.carewright.shared.forms.InvalidFormException;
import org.carewright.shared.forms.TypedText;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Refunds for staff's apps and keys with {@code billing:write}: asked for here, decided and paid out by a process. */
@RestController
@RequestMapping("/api/v1/refunds")
class RefundApiController {

    private final BillingOrders orders;

    RefundApiController(BillingOrders orders) {
        this.orders = orders;
    }

    /**
     * A refund that is asked for.
     *
     * @param amountMinor in minor units of the payment's currency
     * @param reason requested_by_patient, duplicate, visit_cancelled, goodwill or overpaid
     * @param note staff's words
     */
    record RefundBody(
            @NotNull UUID paymentId,
            @NotNull @Min(1) @Max(1_000_000_000_000L) Long amountMinor,
            @NotBlank String reason,
            @Size(max = 1000) String note) {

        RefundOrder toOrder() {
            var known = Arrays.stream(RefundReason.values())
                    .filter(each -> each.code().equals(reason))
                    .findFirst()
                    .orElseThrow(() ->
                            new InvalidFormException(List.of(new FieldError("reason", "not_an_option", List.of()))));
            return new RefundOrder(paymentId, amountMinor, known, note == null ? null : TypedText.of(note));
        }

        @Override
        public String toString() {
            return "RefundBody";
        }
    }

    /** @param status requested, approved, issuing, issued, refused or failed @param failure code, of one that failed */
    record RefundAnswer(
            UUID id,
            UUID paymentId,
            String status,
            long amountMinor,
            String currency,
            String reason,
            String failure,
            Instant createdAt,
            Instant issuedAt) {

        static RefundAnswer of(Refund refund) {
            return new RefundAnswer(
                    refund.id(),
                    refund.paymentId(),
                    refund.status().code(),
                    refund.amount().minor(),
                    refund.amount().currency().getCurrencyCode(),
                    refund.reason().code(),
                    refund.failure(),
                    refund.createdAt(),
                    refund.issuedAt());
        }
    }

    /**
     * Asks for a refund.
     *
     * @param key the request's own, at most 200 characters: sent again with the same body it asks for nothing new
     */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    RefundAnswer ask(
            @Valid @RequestBody RefundBody body,
            @RequestHeader(name = "Idempotency-Key") @NotBlank @Size(max = 200) String key,
            @AuthenticationPrincipal InClinic asking) {
        return RefundAnswer.of(orders.refund(asking, key, body.toOrder()));
    }

    /** How a refund stands. */
    @GetMapping("/{id}")
    RefundAnswer find(@PathVariable UUID id, @AuthenticationPrincipal InClinic reader) {
        return RefundAnswer.of(orders.readRefund(reader, id));
    }
}
