package org.carewright.onboarding.patient;

/** A question of an intake form and what the patient answered, both as people read them. */
public record IntakeAnswer(String question, String words) {}
