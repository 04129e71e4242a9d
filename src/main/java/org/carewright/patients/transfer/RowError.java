package org.carewright.patients.transfer;

/**
 * What is wrong with one field of one row.
 *
 * @param rowNumber in the file, the headings' row is 1
 * @param code of {@code form.error.<code>}
 * @param argument for that text, null for none
 */
public record RowError(int rowNumber, String field, String code, String argument) {}
