package org.carewright.identity;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/**
 * Pauses after failed sign-ins, per account and per client address, on all nodes alike (IAM-2). They can't shut anybody
 * out for good: no pause is longer than a setting says, attempts during a pause don't prolong it, a device from which
 * the password was right before has a count of its own, and a new password by mail lifts them.
 */
public interface SignInPauses {

    /**
     * One attempt.
     *
     * @param email as typed
     * @param address of the client, null when nobody knows
     * @param device the device's secret from its cookie, null for none
     */
    record Attempt(Door door, String email, String address, String device) {}

    /**
     * Counts the attempt as failed until {@link #succeeded} says otherwise, so that many at once don't slip through.
     *
     * @param accountId the account of that address, null when there is none
     * @return how long to wait; empty when the attempt may be made
     */
    Optional<Duration> begin(Attempt attempt, UUID accountId);

    /** The password was right: nothing is held against account and device. */
    void succeeded(Attempt attempt, UUID accountId);

    /** From now on the device is known for the account. @param device its secret */
    void know(String device, UUID accountId);

    /** Lifts the account's pause; devices known so far must show the new password first. */
    void lift(Door door, String email, UUID accountId);
}
