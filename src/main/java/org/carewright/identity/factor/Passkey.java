package org.carewright.identity.factor;

import java.time.Instant;

/**
 * A passkey as its owner sees it.
 *
 * @param id base64url of the credential's id
 */
public record Passkey(String id, String label, Instant createdAt, Instant lastUsedAt) {}
