package org.carewright.billing.event;

import java.util.UUID;
import org.carewright.shared.process.failures.TellableFailure;

/** A dispute was told of before the payment it is about; the job tries again when that is here. */
class PaymentAwaitedException extends RuntimeException implements TellableFailure {

    private static final long serialVersionUID = 1L;

    PaymentAwaitedException(UUID paymentId) {
        super("Word of payment " + paymentId + " itself isn't here yet");
    }
}
