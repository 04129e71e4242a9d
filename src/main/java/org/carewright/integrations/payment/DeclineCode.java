package org.carewright.integrations.payment;

import java.util.Locale;

/** Why a payment was refused, reduced to what a patient or a dunning rule can do something about. */
public enum DeclineCode {
    INSUFFICIENT_FUNDS,
    EXPIRED_CARD,
    /** The bank wants the patient to confirm: only a payment on a page helps. */
    AUTHENTICATION_REQUIRED,
    AUTHENTICATION_FAILED,
    CARD_DECLINED,
    INCORRECT_DETAILS,
    /** Stolen, lost, fraud: never try this card again. */
    CARD_BLOCKED,
    METHOD_NOT_USABLE,
    PROCESSING_ERROR,
    /** Given up or closed before anything was paid. */
    CANCELLED,
    EXPIRED,
    OTHER;

    /** How it is kept, e.g. {@code insufficient_funds}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether trying the same card again later may work. */
    public boolean mayPass() {
        return this == INSUFFICIENT_FUNDS || this == CARD_DECLINED || this == PROCESSING_ERROR || this == OTHER;
    }
}
