package org.carewright.shared.forms;

/** The words around a field: its label, a hint below it, and what stands before and after the input. May be FEEL. */
public record FieldText(String label, String description, String prefix, String suffix) {}
