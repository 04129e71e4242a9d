package org.carewright.documents.pdf;

/**
 * A line of the sums below a table.
 *
 * @param strong whether it is the one people look for
 */
public record PdfSum(String label, String amount, boolean strong) {

    public static PdfSum of(String label, String amount) {
        return new PdfSum(label, amount, false);
    }

    public static PdfSum strong(String label, String amount) {
        return new PdfSum(label, amount, true);
    }
}
