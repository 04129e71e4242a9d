package org.carewright.patients.merge;

import java.util.regex.Pattern;

/**
 * A column that names a patient, in a table with an {@code id}: its rows go with the patient when two records merge. A
 * module declares one bean for each; a test fails for a column nobody declares.
 *
 * @param table with its schema
 */
public record PatientColumn(String table, String column) {

    private static final Pattern NAME = Pattern.compile("[a-z_]+(\\.[a-z_]+)?");

    public PatientColumn {
        // They become part of a statement.
        if (!NAME.matcher(table).matches() || !NAME.matcher(column).matches()) {
            throw new IllegalArgumentException("Not a column's name");
        }
    }

    /** Table and column. */
    public String place() {
        return table + "." + column;
    }
}
