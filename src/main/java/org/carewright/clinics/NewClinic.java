package org.carewright.clinics;

import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;

/** What must be known to open a clinic; fields as in {@link Clinic}. Its main location gets its address and zone. */
public record NewClinic(
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
        String smsSender) {}
