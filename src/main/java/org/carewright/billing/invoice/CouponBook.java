package org.carewright.billing.invoice;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.carewright.audit.AuditLog;
import org.carewright.shared.forms.FieldError;
import org.carewright.shared.forms.InvalidFormException;
import org.carewright.shared.money.Money;
import org.carewright.shared.problem.ProblemException;
import org.carewright.shared.tenant.ClinicScope;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The coupons that the clinic in scope hands out (BIL-2). */
@Service
public class CouponBook {

    private static final String RESOURCE = "coupon";
    private static final int WHOLE_PPM = 1_000_000;
    private static final int MOST_USES = 1_000_000;

    private final CouponMapper coupons;
    private final AuditLog audit;
    private final ClinicScope clinic;
    private final Clock clock;

    CouponBook(CouponMapper coupons, AuditLog audit, ClinicScope clinic, Clock clock) {
        this.coupons = coupons;
        this.audit = audit;
        this.clinic = clinic;
        this.clock = clock;
    }

    /**
     * A coupon in use, or one whose days are over.
     *
     * @param percentPpm millionths; null when it is an amount
     * @param amountMinor of {@code currency}; null when it is a percentage
     * @param validTo last day, null for no end
     * @param maxUses null for no limit
     */
    public record Coupon(
            UUID id,
            String code,
            Integer percentPpm,
            Long amountMinor,
            String currency,
            LocalDate validFrom,
            LocalDate validTo,
            Integer maxUses,
            int uses) {

        /** The amount as a reader writes it; null for a percentage. */
        public String amount(Locale locale) {
            return amountMinor == null ? null : Money.of(amountMinor, currency).format(locale);
        }
    }

    /** A coupon to be handed out; of {@code percentPpm} and {@code amountMinor} one is null. */
    public record NewCoupon(
            String code,
            Integer percentPpm,
            Long amountMinor,
            Currency currency,
            LocalDate validFrom,
            LocalDate validTo,
            Integer maxUses) {}

    /** Those that aren't withdrawn, newest first. */
    @Transactional(readOnly = true)
    public List<Coupon> all() {
        return coupons.all();
    }

    /**
     * Adds one.
     *
     * @return its id
     * @throws InvalidFormException naming {@code code}, {@code worth}, {@code validTo} or {@code maxUses}
     * @throws ProblemException {@code coupon_code_taken} (409)
     */
    @Transactional
    public UUID create(NewCoupon coupon) {
        refuseBad(coupon);
        var id = UUID.randomUUID();
        try {
            coupons.insert(clinic.required(), id, code(coupon), coupon, clock.instant());
        } catch (DuplicateKeyException e) {
            throw new ProblemException(HttpStatus.CONFLICT, "coupon_code_taken");
        }
        audit.record("coupon.created", RESOURCE, id, null);
        return id;
    }

    /** Nothing new is drafted with it; drafts that have it keep it. @throws ProblemException 404 */
    @Transactional
    public void retire(UUID id) {
        if (coupons.retire(id, clock.instant()) == 0) {
            throw ProblemException.notFound();
        }
        audit.record("coupon.retired", RESOURCE, id, null);
    }

    private static String code(NewCoupon coupon) {
        return coupon.code() == null ? "" : coupon.code().strip().toUpperCase(Locale.ROOT);
    }

    private static void refuseBad(NewCoupon coupon) {
        var errors = new ArrayList<FieldError>();
        if (!code(coupon).matches("[A-Z0-9-]{3,30}")) {
            errors.add(new FieldError("code", "coupon_code", List.of()));
        }
        if ((coupon.percentPpm() == null) == (coupon.amountMinor() == null)
                || coupon.percentPpm() != null && (coupon.percentPpm() < 1 || coupon.percentPpm() > WHOLE_PPM)
                || coupon.amountMinor() != null && coupon.amountMinor() < 1) {
            errors.add(new FieldError("worth", "coupon_worth", List.of()));
        }
        if (coupon.validFrom() == null) {
            errors.add(new FieldError("validFrom", "date", List.of()));
        } else if (coupon.validTo() != null && coupon.validTo().isBefore(coupon.validFrom())) {
            errors.add(new FieldError("validTo", "invalid", List.of()));
        }
        if (coupon.maxUses() != null && (coupon.maxUses() < 1 || coupon.maxUses() > MOST_USES)) {
            errors.add(new FieldError("maxUses", "number", List.of()));
        }
        if (!errors.isEmpty()) {
            throw new InvalidFormException(errors);
        }
    }
}
