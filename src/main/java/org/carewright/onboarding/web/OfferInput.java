package org.carewright.onboarding.web;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.carewright.onboarding.clinic.PreparedOffer.Pause;
import org.carewright.onboarding.clinic.PreparedOffer.Practitioner;
import org.carewright.onboarding.clinic.PreparedOffer.Service;
import org.carewright.shared.forms.FieldError;
import org.carewright.shared.forms.InvalidFormException;
import org.springframework.util.MultiValueMap;

/** Reads the forms for rooms, practitioners and services; what is wrong is told all at once. */
final class OfferInput {

    static final List<String> SPECIALITIES = List.of("pt", "ot", "slp", "aesthetics", "home_care");
    static final List<String> MODES = List.of("in_person", "video", "phone");

    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_DESCRIPTION = 500;
    private static final int SHORTEST_VISIT = 5;
    private static final int LONGEST_VISIT = 720;
    private static final BigDecimal HIGHEST_PRICE = new BigDecimal(10_000_000);
    private static final Pattern HIDDEN = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\p{Zl}\\p{Zp}]");
    private static final String REQUIRED = "required";

    private final MultiValueMap<String, String> typed;
    private final List<FieldError> errors = new ArrayList<>();

    private OfferInput(MultiValueMap<String, String> typed) {
        this.typed = typed;
    }

    /** @throws InvalidFormException */
    static String room(MultiValueMap<String, String> typed) {
        var input = new OfferInput(typed);
        var name = input.text("roomName", true, LONGEST_NAME);
        input.orThrow();
        return name;
    }

    /** @throws InvalidFormException */
    static Practitioner practitioner(MultiValueMap<String, String> typed) {
        var input = new OfferInput(typed);
        var name = input.text("practitionerName", true, LONGEST_NAME);
        var title = input.text("title", false, LONGEST_NAME);
        var days = input.days();
        var hours = input.period("from", "to", true);
        var pause = input.period("pauseFrom", "pauseTo", false);
        input.orThrow();
        return new Practitioner(name, title, days, hours.from(), hours.to(), pause);
    }

    /** @throws InvalidFormException */
    static Service service(MultiValueMap<String, String> typed, Currency currency) {
        var input = new OfferInput(typed);
        var price = input.amount("price", currency);
        var service = new Service(
                input.text("serviceName", true, LONGEST_NAME),
                input.text("description", false, LONGEST_DESCRIPTION),
                input.choice("speciality", SPECIALITIES),
                input.choice("mode", MODES),
                input.minutes(),
                price,
                input.deposit(price, currency),
                typed.containsKey("approval"),
                input.ids("practitioners", true),
                input.ids("rooms", false));
        input.orThrow();
        return service;
    }

    private String value(String name) {
        var value = typed.getFirst(name);
        return value == null ? "" : value.strip();
    }

    private void wrong(String name, String code, Object... arguments) {
        errors.add(new FieldError(name, code, List.of(arguments)));
    }

    private void orThrow() {
        if (!errors.isEmpty()) {
            throw new InvalidFormException(errors);
        }
    }

    private String text(String name, boolean required, int longest) {
        var text = value(name);
        if (text.isEmpty() && required) {
            wrong(name, REQUIRED);
        } else if (text.length() > longest) {
            wrong(name, "too_long", longest);
        } else if (HIDDEN.matcher(text).find()) {
            wrong(name, "characters");
        }
        return text;
    }

    private String choice(String name, List<String> choices) {
        var chosen = value(name);
        if (!choices.contains(chosen)) {
            wrong(name, "not_an_option");
        }
        return chosen;
    }

    private Set<DayOfWeek> days() {
        var days = EnumSet.noneOf(DayOfWeek.class);
        try {
            typed.getOrDefault("days", List.of()).stream()
                    .map(Integer::valueOf)
                    .map(DayOfWeek::of)
                    .forEach(days::add);
        } catch (IllegalArgumentException | java.time.DateTimeException e) {
            wrong("days", "not_an_option");
        }
        if (days.isEmpty()) {
            wrong("days", REQUIRED);
        }
        return days;
    }

    /** @return null when something is wrong, or nothing was typed and needn't be */
    private Pause period(String fromName, String toName, boolean required) {
        if (!required && value(fromName).isEmpty() && value(toName).isEmpty()) {
            return null;
        }
        var from = time(fromName);
        var to = time(toName);
        if (from == null || to == null) {
            return null;
        }
        if (!from.isBefore(to)) {
            wrong(toName, "ends_before_start");
        }
        return new Pause(from, to);
    }

    private LocalTime time(String name) {
        try {
            return LocalTime.parse(value(name));
        } catch (DateTimeParseException e) {
            wrong(name, "time");
            return null;
        }
    }

    private int minutes() {
        try {
            var minutes = Integer.parseInt(value("minutes"));
            if (minutes < SHORTEST_VISIT) {
                wrong("minutes", "too_small", SHORTEST_VISIT);
            } else if (minutes > LONGEST_VISIT) {
                wrong("minutes", "too_large", LONGEST_VISIT);
            }
            return minutes;
        } catch (NumberFormatException e) {
            wrong("minutes", "number");
            return 0;
        }
    }

    /** Nothing typed: none. */
    private long deposit(long price, Currency currency) {
        if (value("deposit").isEmpty()) {
            return 0;
        }
        var deposit = amount("deposit", currency);
        if (deposit > price) {
            wrong("deposit", "too_large", BigDecimal.valueOf(price, Math.max(0, currency.getDefaultFractionDigits())));
            return 0;
        }
        return deposit;
    }

    private long amount(String name, Currency currency) {
        var digits = Math.max(0, currency.getDefaultFractionDigits());
        try {
            var price = new BigDecimal(value(name));
            if (price.signum() < 0) {
                wrong(name, "too_small", 0);
            } else if (price.compareTo(HIGHEST_PRICE) > 0) {
                wrong(name, "too_large", HIGHEST_PRICE);
            } else if (price.stripTrailingZeros().scale() > digits) {
                wrong(name, "decimals", digits);
            } else {
                return price.movePointRight(digits).longValueExact();
            }
        } catch (NumberFormatException e) {
            wrong(name, "number");
        }
        return 0;
    }

    private Set<UUID> ids(String name, boolean required) {
        var ids = new LinkedHashSet<UUID>();
        try {
            typed.getOrDefault(name, List.of()).stream()
                    .filter(id -> !id.isBlank())
                    .map(UUID::fromString)
                    .forEach(ids::add);
        } catch (IllegalArgumentException e) {
            wrong(name, "not_an_option");
        }
        if (required && ids.isEmpty()) {
            wrong(name, REQUIRED);
        }
        return ids;
    }
}
