package org.carewright.identity.key;

import java.util.SortedSet;
import java.util.UUID;

/** What happened to a key of the clinic in scope; published in the transaction in which it happened (HIP-1). */
public sealed interface ApiKeyEvent {

    UUID keyId();

    /** @param scopes what the key may do, e.g. {@code appointments:read} */
    record Created(UUID keyId, SortedSet<String> scopes) implements ApiKeyEvent {}

    record Revoked(UUID keyId) implements ApiKeyEvent {}

    /** Somebody came with a key that was revoked or has run out. */
    record Refused(UUID keyId) implements ApiKeyEvent {}
}
