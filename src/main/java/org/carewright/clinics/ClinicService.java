package org.carewright.clinics;

import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.carewright.shared.sealing.Sealing;
import org.carewright.shared.tenant.ClinicScope;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Creates clinics, finds them before a scope is entered, and tells about the clinic in scope. */
@Service
public class ClinicService {

    private final ClinicMapper clinics;
    private final Sealing sealing;
    private final ClinicScope scope;

    ClinicService(ClinicMapper clinics, Sealing sealing, ClinicScope scope) {
        this.clinics = clinics;
        this.sealing = sealing;
        this.scope = scope;
    }

    /**
     * Creates a clinic with its data keys and its main location; needs no scope.
     *
     * @throws org.springframework.dao.DuplicateKeyException when the slug or the text message number is taken
     */
    @Transactional
    public OpenedClinic create(NewClinic clinic) {
        return create(clinic, true);
    }

    /**
     * Like {@link #create}, for a clinic that isn't open to the public before {@link ClinicStages#goLive} (PLT-4).
     *
     * @throws org.springframework.dao.DuplicateKeyException as {@link #create}
     */
    @Transactional
    public OpenedClinic prepare(NewClinic clinic) {
        return create(clinic, false);
    }

    private OpenedClinic create(NewClinic clinic, boolean live) {
        var opened = new OpenedClinic(UUID.randomUUID(), UUID.randomUUID());
        scope.run(opened.clinicId(), () -> {
            clinics.insert(
                    opened.clinicId(),
                    clinic,
                    clinic.timeZone().getId(),
                    clinic.currency().getCurrencyCode(),
                    clinic.locale().toLanguageTag(),
                    live);
            sealing.createKeys(opened.clinicId());
            clinics.insertLocation(
                    opened.clinicId(),
                    opened.mainLocationId(),
                    clinic.name(),
                    clinic.address(),
                    clinic.timeZone().getId());
        });
        return opened;
    }

    /**
     * The clinic with that slug, if it is live: public pages lead nowhere else. Needs no scope, and, being one
     * statement that every public request begins with, no transaction.
     */
    @Transactional(readOnly = true, propagation = Propagation.SUPPORTS)
    public Optional<UUID> idBySlug(String slug) {
        return Optional.ofNullable(clinics.idBySlug(slug));
    }

    /** The active clinic with that slug, also before it is live; for what its staff see. Needs no scope. */
    @Transactional(readOnly = true)
    public Optional<UUID> idBySlugBeforeLive(String slug) {
        return Optional.ofNullable(clinics.idBySlugBeforeLive(slug));
    }

    /** The clinic whose text messages come from that number (E.164); needs no scope. */
    @Transactional(readOnly = true)
    public Optional<UUID> idBySmsSender(String number) {
        return Optional.ofNullable(clinics.idBySmsSender(number));
    }

    /**
     * The clinics the public may see, by their slugs; needs no scope.
     *
     * @param name a part of the name, in whatever case; null or blank for all
     * @param after the slug of the last one before these, null for the first
     * @param most so many at most
     */
    @Transactional(readOnly = true)
    public List<ListedClinic> live(String name, String after, int most) {
        return clinics.live(name == null || name.isBlank() ? null : name.strip(), after, most);
    }

    /** All active clinics, live or not; needs no scope. For operators and the engine's identity look-ups. */
    @Transactional(readOnly = true)
    public List<UUID> allIds() {
        return clinics.allIds();
    }

    /** The active locations of the clinic in scope, the main one first. */
    @Transactional(readOnly = true)
    public List<ClinicLocation> locations() {
        return clinics.locations().stream()
                .map(row -> new ClinicLocation(row.id(), row.name(), row.address(), ZoneId.of(row.timeZone())))
                .toList();
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
