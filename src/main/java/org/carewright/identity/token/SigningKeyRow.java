package org.carewright.identity.token;

import java.time.Instant;
import java.util.UUID;

/** A stored key pair; the public half as X.509, the private one as PKCS #8, sealed. */
record SigningKeyRow(
        UUID kid,
        byte[] publicKey,
        byte[] sealedPrivateKey,
        Instant createdAt,
        Instant signsUntil,
        Instant verifiesUntil) {}
