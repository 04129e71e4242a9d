package org.carewright.identity;

import java.util.UUID;

/** What happened to an account's second factors; published in the transaction that did it. */
public sealed interface SecondFactorEvent {

    UUID accountId();

    record Added(UUID accountId, Method method) implements SecondFactorEvent {}

    record Removed(UUID accountId, Method method) implements SecondFactorEvent {}

    record Used(UUID accountId, Method method) implements SecondFactorEvent {}

    /** A code or passkey was wrong. */
    record Refused(UUID accountId) implements SecondFactorEvent {}

    /** How a second factor is shown. */
    enum Method {
        TOTP,
        PASSKEY,
        RECOVERY_CODE
    }
}
