package org.carewright.integrations.sandbox.stripe;

/** An event to be reported. @param body as signed and sent */
public record StripeSandboxEvent(String id, String apiKey, String name, String objectId, String body) {}
