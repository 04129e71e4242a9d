package org.carewright.documents.pdf;

import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Answers with a PDF; its name tells of nobody, because it lands in folders of downloads. */
public final class PdfAnswer {

    private PdfAnswer() {}

    /** One that a browser shows. @param name without ending */
    public static ResponseEntity<byte[]> of(String name, byte[] file) {
        return answer(ContentDisposition.inline(), name, file);
    }

    /** One that is kept as a file. @param name without ending */
    public static ResponseEntity<byte[]> download(String name, byte[] file) {
        return answer(ContentDisposition.attachment(), name, file);
    }

    private static ResponseEntity<byte[]> answer(ContentDisposition.Builder kind, String name, byte[] file) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .cacheControl(CacheControl.noStore())
                .headers(headers -> headers.setContentDisposition(
                        kind.filename(name + ".pdf").build()))
                .body(file);
    }
}
