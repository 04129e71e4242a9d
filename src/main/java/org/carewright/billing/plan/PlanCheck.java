package org.carewright.billing.plan;

import java.util.ArrayList;
import java.util.List;
import org.carewright.shared.forms.FieldError;
import org.carewright.shared.forms.InvalidFormException;

/** What a plan may be like. */
final class PlanCheck {

    static final int LONGEST_NAME = 80;
    static final int MOST_COUNT = 52;
    static final int MOST_SESSIONS = 400;
    static final int MOST_DAYS = 365;
    /** A million in a currency with cents: more is a slip of the keyboard. */
    static final long MOST_MINOR = 100_000_000L;

    private final List<FieldError> errors = new ArrayList<>();

    private PlanCheck() {}

    /** @throws InvalidFormException naming the fields */
    static void check(NewPlan plan) {
        var check = new PlanCheck();
        check.named(plan.name());
        check.refuseIf(plan.currency() == null, "currency", "required");
        check.refuseIf(plan.unit() == null, "unit", "required");
        check.within("count", plan.count(), 1, MOST_COUNT);
        check.within("sessions", plan.sessions(), 0, MOST_SESSIONS);
        check.within("trialDays", plan.trialDays(), 0, MOST_DAYS);
        check.within("price", plan.priceMinor(), 1, MOST_MINOR);
        check.end();
    }

    /** @throws InvalidFormException naming the fields */
    static void checkPrice(Long priceMinor, Integer noticeDays) {
        var check = new PlanCheck();
        check.within("price", priceMinor, 1, MOST_MINOR);
        check.within("noticeDays", noticeDays, 0, MOST_DAYS);
        check.end();
    }

    /** @throws InvalidFormException naming the fields */
    static void checkEdit(String name, Integer trialDays) {
        var check = new PlanCheck();
        check.named(name);
        check.within("trialDays", trialDays, 0, MOST_DAYS);
        check.end();
    }

    private void named(String typed) {
        var name = typed == null ? "" : typed.strip();
        refuseIf(name.isEmpty(), "name", "required");
        if (name.length() > LONGEST_NAME) {
            errors.add(new FieldError("name", "too_long", List.of(LONGEST_NAME)));
        }
    }

    private void within(String key, Number value, long least, long most) {
        refuseIf(value == null, key, "required");
        refuseIf(value != null && (value.longValue() < least || value.longValue() > most), key, "invalid");
    }

    private void refuseIf(boolean wrong, String key, String code) {
        if (wrong) {
            errors.add(new FieldError(key, code, List.of()));
        }
    }

    private void end() {
        if (!errors.isEmpty()) {
            throw new InvalidFormException(errors);
        }
    }
}
