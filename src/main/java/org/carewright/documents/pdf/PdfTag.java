package org.carewright.documents.pdf;

/** What a part of a document is, for who has it read aloud (PDF's standard structure types). */
public enum PdfTag {
    /** The document's own, once. */
    TITLE("H1", null),
    HEADING("H2", null),
    PARAGRAPH("P", null),
    TABLE("Table", null),
    ROW("TR", null),
    COLUMN_HEADING("TH", "Column"),
    ROW_HEADING("TH", "Row"),
    CELL("TD", null);

    private final String type;
    private final String scope;

    PdfTag(String type, String scope) {
        this.type = type;
        this.scope = scope;
    }

    String type() {
        return type;
    }

    /** Of a heading in a table: what it is the heading of; else null. */
    String scope() {
        return scope;
    }
}
