package org.carewright.clinics;

import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;
import java.util.UUID;

/**
 * A clinic as its visitors and staff know it (PLT-1).
 *
 * @param slug its name in addresses, {@code /c/{slug}/book}
 * @param timeZone of its main location; days and hours count in it
 * @param country ISO 3166 alpha-2; national phone numbers are read by its rules
 * @param accentColour {@code #rrggbb}, the one colour of its own on every page
 * @param smsSender the number its text messages come from, E.164, or null when it sends none
 * @param graceMinutes how long after the start a patient who isn't there is still expected
 * @param approvalHours how long a request may wait for approval
 */
public record Clinic(
        UUID clinicId,
        String slug,
        String name,
        String kind,
        ZoneId timeZone,
        Currency currency,
        Locale locale,
        String country,
        String accentColour,
        String email,
        String phone,
        String address,
        String smsSender,
        int graceMinutes,
        int approvalHours) {}
