package org.carewright.documents.web;

import java.util.UUID;
import org.carewright.documents.consent.Signature;

/**
 * What a page of signing sends.
 *
 * @param version the words that were read, null when none were
 * @param drawing a canvas's data URL; empty when the name is typed only
 */
record SignFields(UUID version, String language, String signerName, String relation, String drawing) {

    /** @throws org.carewright.shared.forms.InvalidFormException naming {@code signature} */
    Signature signature() {
        return drawing == null || drawing.isEmpty() ? new Signature.Typed() : Signature.Drawn.fromDataUrl(drawing);
    }
}
