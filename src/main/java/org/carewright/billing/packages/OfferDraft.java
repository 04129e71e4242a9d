package org.carewright.billing.packages;

import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.carewright.shared.forms.FieldError;
import org.carewright.shared.forms.InvalidFormException;

/**
 * A package to be offered; see {@link PackageOffer}. Nulls are missing answers and refused by name.
 *
 * @param priceMinor of all sessions, minor units
 */
public record OfferDraft(
        String name, UUID serviceId, Integer sessions, Currency currency, Long priceMinor, Integer validDays) {

    static final int LONGEST_NAME = 80;
    static final int MOST_SESSIONS = 400;
    static final int MOST_DAYS = 3_650;
    private static final long MOST_MINOR = 100_000_000L;

    /** @throws InvalidFormException naming the fields */
    void check() {
        var errors = new ArrayList<FieldError>();
        var title = name == null ? "" : name.strip();
        refuse(title.isEmpty(), "name", "required", errors);
        if (title.length() > LONGEST_NAME) {
            errors.add(new FieldError("name", "too_long", List.of(LONGEST_NAME)));
        }
        refuse(currency == null, "currency", "required", errors);
        within("sessions", sessions, MOST_SESSIONS, errors);
        within("price", priceMinor, MOST_MINOR, errors);
        within("validDays", validDays, MOST_DAYS, errors);
        if (!errors.isEmpty()) {
            throw new InvalidFormException(errors);
        }
    }

    private static void within(String key, Number value, long most, List<FieldError> errors) {
        refuse(value == null, key, "required", errors);
        refuse(value != null && (value.longValue() < 1 || value.longValue() > most), key, "invalid", errors);
    }

    private static void refuse(boolean wrong, String key, String code, List<FieldError> errors) {
        if (wrong) {
            errors.add(new FieldError(key, code, List.of()));
        }
    }
}
