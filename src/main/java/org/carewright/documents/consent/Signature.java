package org.carewright.documents.consent;

import java.util.Base64;
import java.util.List;
import org.carewright.shared.forms.FieldError;
import org.carewright.shared.forms.InvalidFormException;

/** How someone signed. */
public sealed interface Signature {

    /** The field an unusable drawing is reported under. */
    String DRAWING_FIELD = "signature";

    /** The field a missing name is reported under. */
    String NAME_FIELD = "signerName";

    /**
     * A signature drawn on the screen.
     *
     * @param png untrusted: what was uploaded
     */
    record Drawn(byte[] png) implements Signature {

        private static final String DATA_URL = "data:image/png;base64,";

        /**
         * The drawing from a canvas's data URL, as a form sends it.
         *
         * @throws InvalidFormException naming {@code signature}
         */
        public static Drawn fromDataUrl(String url) {
            if (url == null || url.isBlank()) {
                throw wrong("required");
            }
            if (!url.startsWith(DATA_URL)) {
                throw wrong("signature_form");
            }
            try {
                return new Drawn(Base64.getDecoder().decode(url.substring(DATA_URL.length())));
            } catch (IllegalArgumentException e) {
                throw wrong("signature_form");
            }
        }
    }

    /** The signer's name, typed in place of a drawing. */
    record Typed() implements Signature {}

    static InvalidFormException wrong(String code) {
        return new InvalidFormException(List.of(new FieldError(DRAWING_FIELD, code, List.of())));
    }
}
