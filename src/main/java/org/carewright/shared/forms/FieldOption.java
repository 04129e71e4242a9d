package org.carewright.shared.forms;

/** One of the values a field may have, and its words. */
public record FieldOption(String label, Object value) {}
