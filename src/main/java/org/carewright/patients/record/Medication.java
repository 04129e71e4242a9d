package org.carewright.patients.record;

/** What a patient takes. @param dose how much and how often, as said; null when not known */
public record Medication(String name, String dose) {}
