package org.carewright.messaging.text;

/** A mail's words: one subject line, and the same content as plain text and as HTML. */
public record ComposedMail(String subject, String text, String html) {}
