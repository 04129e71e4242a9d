package org.carewright.billing.invoice;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.carewright.billing.invoice.Coupons.Coupon;
import org.carewright.billing.ledger.Ledger;
import org.carewright.billing.tax.Taxes;
import org.carewright.shared.forms.FieldError;
import org.carewright.shared.forms.InvalidFormException;
import org.springframework.stereotype.Component;

/** What may be invoiced, and what it comes to. */
@Component
class InvoiceCheck {

    static final int LONGEST_TEXT = 200;
    static final int MOST_LINES = 100;

    private static final BigDecimal MOST = BigDecimal.valueOf(100_000);
    private static final int DECIMALS = 3;
    /** A hundred million in a currency with cents: more is a slip of the keyboard. */
    private static final long MOST_MINOR = 10_000_000_000L;

    private final Taxes taxes;
    private final Coupons coupons;
    private final Ledger ledger;

    InvoiceCheck(Taxes taxes, Coupons coupons, Ledger ledger) {
        this.taxes = taxes;
        this.coupons = coupons;
        this.ledger = ledger;
    }

    /** @param couponId null without one */
    record Checked(InvoiceSums sums, UUID couponId) {}

    /** @throws InvalidFormException naming {@code lines}, {@code lines[n].field}, {@code period} or {@code coupon} */
    Checked check(InvoiceDraft draft) {
        var errors = new ArrayList<FieldError>();
        if (draft.lines().isEmpty() || draft.lines().size() > MOST_LINES) {
            errors.add(error("lines", "required"));
        }
        for (var i = 0; i < draft.lines().size(); i++) {
            check("lines[" + i + "].", draft.lines().get(i), errors);
        }
        if ((draft.periodStart() == null) != (draft.periodEnd() == null)
                || draft.periodStart() != null && draft.periodEnd().isBefore(draft.periodStart())) {
            errors.add(error("period", "invalid"));
        }
        var coupon = coupon(draft, errors);
        if (!errors.isEmpty()) {
            throw new InvalidFormException(errors);
        }
        var sums = InvoiceSums.of(lines(draft), coupon.map(Coupon::discount).orElse(Discount.NONE));
        return new Checked(sums, coupon.map(Coupon::id).orElse(null));
    }

    private Optional<Coupon> coupon(InvoiceDraft draft, List<FieldError> errors) {
        if (draft.coupon() == null || draft.coupon().isBlank()) {
            return Optional.empty();
        }
        var found = coupons.find(draft.coupon(), draft.currency(), ledger.today());
        if (found.isEmpty()) {
            errors.add(error("coupon", "unknown_coupon"));
        }
        return found;
    }

    private static void check(String place, InvoiceDraft.Line line, List<FieldError> errors) {
        if (line.description() == null || line.description().isBlank()) {
            errors.add(error(place + "description", "required"));
        } else if (line.description().length() > LONGEST_TEXT) {
            errors.add(error(place + "description", "too_long"));
        }
        var quantity = line.quantity();
        if (quantity == null
                || quantity.signum() <= 0
                || quantity.compareTo(MOST) > 0
                || decimals(quantity) > DECIMALS) {
            errors.add(error(place + "quantity", "invalid"));
        } else if (line.unitMinor() < 0 || line.unitMinor() > MOST_MINOR) {
            errors.add(error(place + "price", "invalid"));
        } else if (line.discountMinor() < 0
                || BigDecimal.valueOf(line.discountMinor())
                                .compareTo(quantity.multiply(BigDecimal.valueOf(line.unitMinor())))
                        > 0) {
            errors.add(error(place + "discount", "invalid"));
        }
    }

    private static int decimals(BigDecimal quantity) {
        return quantity.stripTrailingZeros().scale();
    }

    private List<LineToBill> lines(InvoiceDraft draft) {
        var byService = taxes.ofServices(draft.lines().stream()
                .map(InvoiceDraft.Line::serviceId)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        return draft.lines().stream()
                .map(line -> new LineToBill(
                        line.serviceId(),
                        line.description().strip(),
                        line.quantity(),
                        line.unitMinor(),
                        line.discountMinor(),
                        line.serviceId() == null ? null : byService.get(line.serviceId())))
                .toList();
    }

    private static FieldError error(String key, String code) {
        return new FieldError(key, code, List.of());
    }
}
