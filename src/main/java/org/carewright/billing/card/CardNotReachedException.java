package org.carewright.billing.card;

import org.carewright.shared.process.failures.TellableFailure;

/** The provider certainly took nothing; the charge can be tried again. */
public class CardNotReachedException extends RuntimeException implements TellableFailure {

    private static final long serialVersionUID = 1L;

    CardNotReachedException(String code) {
        super("The provider took nothing: " + code);
    }
}
