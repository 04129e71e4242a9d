package org.carewright.patients;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.carewright.shared.sealing.Sealing;
import org.carewright.shared.tenant.ClinicScope;
import org.springframework.stereotype.Component;

/** Seals single texts of a patient of the clinic in scope; a sealed text opens only in its own place (HIP-6). */
@Component
public class PatientSeal {

    public static final String EMAIL = "email";
    public static final String PHONE = "phone";

    private final Sealing sealing;
    private final ClinicScope clinic;

    PatientSeal(Sealing sealing, ClinicScope clinic) {
        this.sealing = sealing;
        this.clinic = clinic;
    }

    /** The text sealed for that patient and place, e.g. {@link #EMAIL}; null for null. */
    public byte[] seal(UUID patientId, String place, String text) {
        return text == null
                ? null
                : sealing.seal(clinic.required(), label(patientId, place), text.getBytes(StandardCharsets.UTF_8));
    }

    /** What {@link #seal} sealed; null for null. */
    public String open(UUID patientId, String place, byte[] sealed) {
        return sealed == null
                ? null
                : new String(sealing.open(clinic.required(), label(patientId, place), sealed), StandardCharsets.UTF_8);
    }

    private static String label(UUID patientId, String place) {
        return "patient." + place + ":" + patientId;
    }
}
