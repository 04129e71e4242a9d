package org.carewright.integrations.stripe;

import com.stripe.model.StripeError;

/** How Stripe answered; an answer that never came is thrown as {@link StripeUnsettledException}. */
sealed interface StripeAnswer<T> {

    record Ok<T>(T object) implements StripeAnswer<T> {}

    /** A card was refused; the error holds what was made nevertheless. */
    record Card<T>(StripeError error) implements StripeAnswer<T> {}

    /** The request can't succeed as it is. */
    record Refused<T>(int status, String code) implements StripeAnswer<T> {}

    /** Stripe certainly did nothing. */
    record NotTaken<T>(String code) implements StripeAnswer<T> {}
}
