package org.carewright.patients.record;

/** What a patient doesn't tolerate. @param reaction what happens; null when not known */
public record Allergy(String substance, String reaction) {}
