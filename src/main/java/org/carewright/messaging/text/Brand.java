package org.carewright.messaging.text;

import org.carewright.clinics.Clinic;

/** How a clinic shows itself in a mail. */
record Brand(String name, String address, String phone, String email, String accent, String onAccent) {

    private static final double READABLE_CONTRAST = 4.5;
    private static final String WHITE = "#ffffff";
    private static final String BLACK = "#000000";

    static Brand of(Clinic clinic) {
        return new Brand(
                clinic.name(),
                clinic.address(),
                clinic.phone(),
                clinic.email(),
                clinic.accentColour(),
                readableOn(clinic.accentColour()));
    }

    /** White where it can be read on the colour (WCAG 2.2, 1.4.3), else black: one of them always can. */
    private static String readableOn(String colour) {
        var contrastWithWhite = 1.05 / (luminance(colour) + 0.05);
        return contrastWithWhite >= READABLE_CONTRAST ? WHITE : BLACK;
    }

    /** Relative luminance of {@code #rrggbb} as WCAG 2.2 defines it. */
    private static double luminance(String colour) {
        return 0.2126 * channel(colour, 1) + 0.7152 * channel(colour, 3) + 0.0722 * channel(colour, 5);
    }

    private static double channel(String colour, int at) {
        var share = Integer.parseInt(colour.substring(at, at + 2), 16) / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
