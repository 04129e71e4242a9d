package org.carewright.billing.invoice;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.carewright.shared.sealing.Sealing;
import org.carewright.shared.tenant.ClinicScope;
import org.springframework.stereotype.Component;

/** Seals what was typed about an invoice. */
@Component
class InvoiceNote {

    private final Sealing sealing;
    private final ClinicScope clinic;

    InvoiceNote(Sealing sealing, ClinicScope clinic) {
        this.sealing = sealing;
        this.clinic = clinic;
    }

    byte[] seal(UUID documentId, String text) {
        return text == null || text.isBlank()
                ? null
                : sealing.seal(
                        clinic.required(), label(documentId), text.strip().getBytes(StandardCharsets.UTF_8));
    }

    String open(UUID documentId, byte[] sealed) {
        return sealed == null
                ? null
                : new String(sealing.open(clinic.required(), label(documentId), sealed), StandardCharsets.UTF_8);
    }

    private static String label(UUID documentId) {
        return "billing.note:" + documentId;
    }
}
