package org.carewright.integrations.sandbox;

/**
 * Our account at a sandbox provider.
 *
 * @param name Twilio's account SID; at SendGrid just a name
 * @param secret SendGrid's API key, Twilio's auth token
 * @param privateKey what SendGrid's sandbox signs events with, PKCS#8 in base64; null for Twilio
 * @param publicKey its other half, SubjectPublicKeyInfo in base64; null for Twilio
 */
public record SandboxAccount(String provider, String name, String secret, String privateKey, String publicKey) {}
