package org.carewright.integrations.sandbox.razorpay;

/**
 * A webhook.
 *
 * @param id as told in {@code x-razorpay-event-id}
 * @param name e.g. {@code payment.captured}
 * @param objectId the order it is about
 */
public record RazorpaySandboxEvent(String id, String keyId, String name, String objectId, String body) {}
