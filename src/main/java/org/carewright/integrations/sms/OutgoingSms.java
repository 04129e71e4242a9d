package org.carewright.integrations.sms;

import java.util.UUID;

/**
 * One text message.
 *
 * @param effectId travels with the message and comes back with the provider's status callbacks
 * @param from the clinic's sending number, E.164
 * @param to E.164
 * @param body at most 1600 characters, no health information (MSG-5)
 */
public record OutgoingSms(UUID effectId, String from, String to, String body) {}
