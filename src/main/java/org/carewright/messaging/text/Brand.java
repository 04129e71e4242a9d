package org.carewright.messaging.text;

import org.carewright.clinics.Clinic;
import org.carewright.shared.web.AccentPalette;

/** How a clinic shows itself in a mail. */
record Brand(String name, String address, String phone, String email, String accent, String onAccent) {

    static Brand of(Clinic clinic) {
        var palette = AccentPalette.of(clinic.accentColour());
        return new Brand(
                clinic.name(), clinic.address(), clinic.phone(), clinic.email(), palette.fill(), palette.onFill());
    }
}
