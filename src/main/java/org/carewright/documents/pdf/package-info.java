/**
 * PDFs with embedded fonts for Latin, Chinese, Japanese, Devanagari and most other scripts but Hangul.
 *
 * <p>{@link org.carewright.documents.pdf.PdfDocuments#start} gives {@link org.carewright.documents.pdf.PdfPages}, on
 * which texts, codes, pictures and shapes are placed in millimetres from the page's upper left corner. What flows over
 * pages is written with {@link org.carewright.documents.pdf.PdfFlow}. All are tagged: texts are paragraphs unless they
 * are drawn as another {@link org.carewright.documents.pdf.PdfTag}, shapes are decoration unless they are a figure, and
 * the order of reading is the order of drawing. That is no claim of PDF/UA, which nothing here has been checked for. Any text may be given: it is never read as
 * markup, control characters and marks that turn the direction of reading are left out.
 *
 * <pre>{@code
 * try (var pdf = documents.start("Poster", language)) {
 *     pdf.page(Paper.A4);
 *     pdf.block(clinic.name(), 20, 30, 170, 40, TextStyle.points(36).bold().centred());
 *     pdf.qr(address, 55, 90, 100);
 *     return pdf.bytes();
 * }
 * }</pre>
 */
@org.springframework.modulith.NamedInterface("pdf")
package org.carewright.documents.pdf;
