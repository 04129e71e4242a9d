package org.carewright.shared.process;

/**
 * A step of a model at which an instance stands.
 *
 * @param elementId the model's element id
 * @param name as the model says it, in a clinic's words; empty when the model gives none
 */
public record ActiveStep(String elementId, String name) {}
