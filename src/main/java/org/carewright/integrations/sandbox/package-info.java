/**
 * Plays SendGrid and Twilio where no account is configured: same paths, fields, errors and signatures as the real
 * services, faults on demand, and a page that shows everything sent. Doesn't exist where it is off, as in production.
 */
package org.carewright.integrations.sandbox;
