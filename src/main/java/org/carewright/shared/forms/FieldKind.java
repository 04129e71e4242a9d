package org.carewright.shared.forms;

/** What kind of input a field is; the names are form-js types except for the three of {@code datetime}. */
public enum FieldKind {
    TEXTFIELD,
    TEXTAREA,
    NUMBER,
    DATE,
    TIME,
    DATETIME,
    CHECKBOX,
    CHECKLIST,
    RADIO,
    SELECT,
    TAGLIST;

    /** Whether several options may be chosen. */
    public boolean multiple() {
        return this == CHECKLIST || this == TAGLIST;
    }

    /** Whether the value is one or several of the field's options. */
    public boolean choice() {
        return multiple() || this == RADIO || this == SELECT;
    }

    /** Whether the value is a date, a time or both. */
    public boolean temporal() {
        return this == DATE || this == TIME || this == DATETIME;
    }
}
