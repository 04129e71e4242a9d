package org.carewright.billing.subscription;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.carewright.shared.forms.FieldError;
import org.carewright.shared.forms.InvalidFormException;

/**
 * A plan to be begun for a patient.
 *
 * @param startsOn its first day by the clinic's calendar, null for today
 * @param trial whether the plan's trial comes first, where it has one
 * @param byCard whether a saved card is charged when a period begins; without a card, and else, invoices are sent
 */
public record NewSubscription(UUID patientId, UUID planId, LocalDate startsOn, boolean trial, boolean byCard) {

    private static final int MOST_DAYS_AHEAD = 366;

    /** From today, with the trial, by card where there is one. */
    public static NewSubscription today(UUID patientId, UUID planId) {
        return new NewSubscription(patientId, planId, null, true, true);
    }

    void check(LocalDate today) {
        var wrong = startsOn != null && (startsOn.isBefore(today) || startsOn.isAfter(today.plusDays(MOST_DAYS_AHEAD)));
        if (wrong) {
            throw new InvalidFormException(List.of(new FieldError("startsOn", "plan_start", List.of())));
        }
    }
}
