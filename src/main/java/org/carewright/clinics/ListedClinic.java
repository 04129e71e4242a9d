package org.carewright.clinics;

/**
 * A clinic as the public finds it.
 *
 * @param address null when it has told none
 * @param timeZone of the IANA database
 */
public record ListedClinic(String slug, String name, String address, String timeZone) {}
