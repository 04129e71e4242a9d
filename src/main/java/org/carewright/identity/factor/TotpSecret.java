package org.carewright.identity.factor;

/** A stored secret of an authenticator app. */
record TotpSecret(byte[] sealedSecret) {}
