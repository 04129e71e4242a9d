package org.carewright.integrations.payment;

import java.net.URI;

/** How saving a card stands. */
public sealed interface SetupResult {

    /** The card is kept; {@link PaidWith#stored()} is there. */
    record Saved(String providerRef, PaidWith method) implements SetupResult {}

    /** The patient goes on at {@code page}. */
    record Waiting(String providerRef, URI page) implements SetupResult {}

    /** It was given up, took too long or the card was refused; a new order is needed. */
    record Failed(String providerRef, DeclineCode code) implements SetupResult {}

    /** Certainly nothing happened; retry. */
    record NotTaken(String code) implements SetupResult {}
}
