package org.carewright.billing.process;

import java.time.Instant;

/**
 * Something that was done to collect an invoice.
 *
 * @param step from 1
 * @param action {@code charge}, {@code email}, {@code sms}, {@code contact}, {@code hand_over} or {@code wait}
 * @param decision which rows of which version of the policy said so
 */
public record DunningStep(int step, String action, String decision, Instant takenAt) {}
