package org.carewright.onboarding.web;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.EnumSet;
import java.util.Set;
import org.carewright.onboarding.clinic.PreparedOffer.Pause;
import org.carewright.onboarding.clinic.PreparedOffer.Practitioner;
import org.carewright.shared.forms.InvalidFormException;
import org.carewright.shared.forms.TypedFields;
import org.springframework.util.MultiValueMap;

/** Reads the forms for rooms and practitioners; what is wrong is told all at once. */
final class OfferInput {

    private static final int LONGEST_NAME = 100;

    private final TypedFields typed;

    private OfferInput(MultiValueMap<String, String> typed) {
        this.typed = new TypedFields(typed);
    }

    /** @throws InvalidFormException */
    static String room(MultiValueMap<String, String> typed) {
        var input = new TypedFields(typed);
        var name = input.text("roomName", true, LONGEST_NAME);
        input.orThrow();
        return name;
    }

    /** @throws InvalidFormException */
    static Practitioner practitioner(MultiValueMap<String, String> typed) {
        var input = new OfferInput(typed);
        var name = input.typed.text("practitionerName", true, LONGEST_NAME);
        var title = input.typed.text("title", false, LONGEST_NAME);
        var days = input.days();
        var hours = input.period("from", "to", true);
        var pause = input.period("pauseFrom", "pauseTo", false);
        input.typed.orThrow();
        return new Practitioner(name, title, days, hours.from(), hours.to(), pause);
    }

    private Set<DayOfWeek> days() {
        var days = EnumSet.noneOf(DayOfWeek.class);
        try {
            typed.values("days").stream()
                    .map(Integer::valueOf)
                    .map(DayOfWeek::of)
                    .forEach(days::add);
        } catch (IllegalArgumentException | java.time.DateTimeException e) {
            typed.wrong("days", "not_an_option");
        }
        if (days.isEmpty()) {
            typed.wrong("days", "required");
        }
        return days;
    }

    /** @return null when something is wrong, or nothing was typed and needn't be */
    private Pause period(String fromName, String toName, boolean required) {
        if (!required && typed.value(fromName).isEmpty() && typed.value(toName).isEmpty()) {
            return null;
        }
        var from = time(fromName);
        var to = time(toName);
        if (from == null || to == null) {
            return null;
        }
        if (!from.isBefore(to)) {
            typed.wrong(toName, "ends_before_start");
        }
        return new Pause(from, to);
    }

    private LocalTime time(String name) {
        try {
            return LocalTime.parse(typed.value(name));
        } catch (DateTimeParseException e) {
            typed.wrong(name, "time");
            return null;
        }
    }
}
