package org.carewright.billing.packages;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.IntSupplier;
import org.carewright.audit.AuditLog;
import org.carewright.billing.packages.OfferMapper.OfferRow;
import org.carewright.shared.forms.FieldError;
import org.carewright.shared.forms.InvalidFormException;
import org.carewright.shared.problem.ProblemException;
import org.carewright.shared.tenant.ClinicScope;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Packages that the clinic in scope offers (BIL-5); what was sold of one never changes with it. */
@Service
public class PackageOffers {

    private static final String RESOURCE = "package-offer";

    private final OfferMapper offers;
    private final Packages packages;
    private final AuditLog audit;
    private final ClinicScope clinic;
    private final Clock clock;

    PackageOffers(OfferMapper offers, Packages packages, AuditLog audit, ClinicScope clinic, Clock clock) {
        this.offers = offers;
        this.packages = packages;
        this.audit = audit;
        this.clinic = clinic;
        this.clock = clock;
    }

    /** @throws ProblemException 404 when the clinic has none with that id */
    @Transactional(readOnly = true)
    public PackageOffer get(UUID id) {
        return found(offers.byId(id)).toOffer();
    }

    /** All by name, those that aren't sold any more last. */
    @Transactional(readOnly = true)
    public List<PackageOffer> all() {
        return offers.all().stream().map(OfferRow::toOffer).toList();
    }

    /** @throws InvalidFormException naming the fields, {@code name} also when another offer has it */
    @Transactional
    public UUID create(OfferDraft offer) {
        offer.check();
        var id = UUID.randomUUID();
        named(() -> {
            offers.insert(clinic.required(), id, offer.name().strip(), offer, clock.instant());
            return 1;
        });
        audit.record("package-offer.created", RESOURCE, id, null);
        return id;
    }

    /**
     * Changes what is sold from now on.
     *
     * @param version as read
     * @throws InvalidFormException naming the fields
     * @throws ProblemException 404; {@code changed_meanwhile} (409) also when it isn't sold any more
     */
    @Transactional
    public void change(UUID id, int version, OfferDraft offer) {
        found(offers.byId(id));
        offer.check();
        if (named(() -> offers.update(id, version, offer.name().strip(), offer)) == 0) {
            throw new ProblemException(HttpStatus.CONFLICT, "changed_meanwhile");
        }
        audit.record("package-offer.changed", RESOURCE, id, null);
    }

    /** Sells it no more; what was sold stays. Doing it twice is the same as once. @throws ProblemException 404 */
    @Transactional
    public void retire(UUID id) {
        found(offers.byId(id));
        if (offers.retire(id, clock.instant()) == 1) {
            audit.record("package-offer.retired", RESOURCE, id, null);
        }
    }

    /**
     * Sells one to a patient, as {@link Packages#sell}.
     *
     * @return the package
     * @throws ProblemException 404 for the offer or the patient; {@code package_retired} (409)
     */
    @Transactional
    public UUID sell(UUID patientId, UUID offerId) {
        var offer = get(offerId);
        if (!offer.active()) {
            throw new ProblemException(HttpStatus.CONFLICT, "package_retired");
        }
        return packages.sell(new NewPackage(
                patientId, offer.name(), offer.serviceId(), offer.sessions(), offer.price(), offer.validDays()));
    }

    private static int named(IntSupplier write) {
        try {
            return write.getAsInt();
        } catch (DuplicateKeyException e) {
            throw new InvalidFormException(List.of(new FieldError("name", "taken", List.of())));
        }
    }

    private static OfferRow found(OfferRow row) {
        if (row == null) {
            throw ProblemException.notFound();
        }
        return row;
    }
}
