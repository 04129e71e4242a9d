package org.carewright.patients.record;

/**
 * Whom to call in an emergency.
 *
 * @param relation in the patient's own words, e.g. "daughter"; null when not given
 * @param phone E.164
 */
public record EmergencyContact(String name, String relation, String phone) {}
