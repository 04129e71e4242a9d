package org.carewright.integrations;

/** How a provider answered to one message. */
public sealed interface SendResult {

    /** The provider took it. @param providerRef its id for the message */
    record Accepted(String providerRef) implements SendResult {}

    /** The provider refused this message for good (bad address, opted out): trying again is useless. */
    record Refused(String code, String reason) implements SendResult {}

    /** The provider certainly did not take it (busy, down, rate limit, bad credentials): trying again can't send it twice. */
    record NotTaken(String code, String reason) implements SendResult {}

    /** Nobody knows whether the provider took it (time-out, connection lost): see design §5. */
    record Unknown(String reason) implements SendResult {}
}
