package org.carewright.billing.payment;

import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.carewright.integrations.payment.DeclineCode;
import org.carewright.integrations.payment.PaymentResult;
import org.springframework.stereotype.Component;

/** Keeps what a provider says of a payment. */
@Component
class ProviderAnswers {

    private final Payments payments;
    private final Clock clock;

    ProviderAnswers(Payments payments, Clock clock) {
        this.payments = payments;
        this.clock = clock;
    }

    /** Runs in the caller's transaction. @return where the patient goes on, if anywhere */
    Optional<URI> keep(UUID id, PaymentResult result) {
        if (result instanceof PaymentResult.Succeeded succeeded) {
            payments.received(id, succeeded.amount(), succeeded.providerRef(), with(succeeded.with()), clock.instant());
        } else if (result instanceof PaymentResult.Waiting waiting) {
            payments.opened(id, waiting.providerRef(), waiting.page() == null);
            return Optional.ofNullable(waiting.page());
        } else if (result instanceof PaymentResult.Declined declined) {
            if (declined.code() == DeclineCode.CANCELLED) {
                payments.giveUp(id);
            } else {
                payments.failed(id, declined.code().code());
            }
        }
        // Else certainly nothing happened: the payment stays as it is, and one may try again.
        return Optional.empty();
    }

    private static PaidWith with(org.carewright.integrations.payment.PaidWith told) {
        if (told == null) {
            return PaidWith.of(PaymentMethod.CARD);
        }
        var method =
                switch (told.kind()) {
                    case "card" -> PaymentMethod.CARD;
                    case "upi" -> PaymentMethod.UPI;
                    case "netbanking" -> PaymentMethod.NET_BANKING;
                    case "wallet" -> PaymentMethod.WALLET;
                    default -> PaymentMethod.OTHER;
                };
        return new PaidWith(method, told.brand(), told.last4(), null);
    }
}
