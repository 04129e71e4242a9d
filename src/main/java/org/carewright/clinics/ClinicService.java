package org.carewright.clinics;

import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds clinics before a scope is entered, and tells about the clinic in scope. */
@Service
public class ClinicService {

    private final ClinicMapper clinics;

    ClinicService(ClinicMapper clinics) {
        this.clinics = clinics;
    }

    /** The active clinic with that slug; needs no scope. */
    @Transactional(readOnly = true)
    public Optional<UUID> idBySlug(String slug) {
        return Optional.ofNullable(clinics.idBySlug(slug));
    }

    /** The clinic whose text messages come from that number (E.164); needs no scope. */
    @Transactional(readOnly = true)
    public Optional<UUID> idBySmsSender(String number) {
        return Optional.ofNullable(clinics.idBySmsSender(number));
    }

    /** All active clinics; needs no scope. For operators and the engine's identity look-ups. */
    @Transactional(readOnly = true)
    public List<UUID> allIds() {
        return clinics.allIds();
    }

    /** The clinic in scope. @throws IllegalStateException outside any scope */
    @Transactional(readOnly = true)
    public Clinic current() {
        var row = clinics.current();
        if (row == null) {
            throw new IllegalStateException("No clinic scope has been entered");
        }
        return new Clinic(
                row.clinicId(),
                row.slug(),
                row.name(),
                row.kind(),
                ZoneId.of(row.timeZone()),
                Currency.getInstance(row.currency()),
                Locale.forLanguageTag(row.locale()),
                row.country(),
                row.accentColour(),
                row.email(),
                row.phone(),
                row.address(),
                row.smsSender(),
                row.graceMinutes(),
                row.approvalHours());
    }
}
