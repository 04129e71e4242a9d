package org.carewright.billing.paper;

import org.carewright.clinics.Clinic;
import org.carewright.documents.PrintedName;
import org.carewright.patients.record.PatientRecord;
import org.carewright.shared.web.AccentPalette;

/**
 * Whose paper it is and for whom.
 *
 * @param taxNumber the clinic's, null for none
 */
record PaperContext(Clinic clinic, String taxNumber, PatientRecord patient, PaperWords words) {

    /** The clinic's colour, dark enough for texts: 0xRRGGBB. */
    int accent() {
        return Integer.parseInt(
                AccentPalette.of(clinic.accentColour()).textOnLight().substring(1), 16);
    }

    String patientName() {
        return PrintedName.of(patient);
    }
}
