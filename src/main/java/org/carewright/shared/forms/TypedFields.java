package org.carewright.shared.forms;

import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.carewright.shared.money.Amounts;
import org.springframework.util.MultiValueMap;

/**
 * Reads what was typed into one of our own small forms. What is wrong is collected and told all at once by
 * {@link #orThrow}; until then a wrong answer is read as something harmless.
 */
public final class TypedFields {

    private static final Pattern HIDDEN = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\p{Zl}\\p{Zp}]");
    private static final String WHOLE_NUMBER = "-?\\d{1,9}";
    private static final String REQUIRED = "required";
    private static final String NOT_AN_OPTION = "not_an_option";

    private final MultiValueMap<String, String> typed;
    private final List<FieldError> errors = new ArrayList<>();

    public TypedFields(MultiValueMap<String, String> typed) {
        this.typed = typed;
    }

    /** Whether the form has that field at all; a checkbox: whether it is ticked. */
    public boolean has(String name) {
        return typed.containsKey(name);
    }

    /** The first answer without space around it, empty for none. */
    public String value(String name) {
        var value = typed.getFirst(name);
        return value == null ? "" : value.strip();
    }

    /** All answers of that name. */
    public List<String> values(String name) {
        return typed.getOrDefault(name, List.of());
    }

    /** @param code of the message {@code form.error.<code>}, which gets the arguments */
    public void wrong(String name, String code, Object... arguments) {
        errors.add(new FieldError(name, code, List.of(arguments)));
    }

    /** @throws InvalidFormException when anything was wrong */
    public void orThrow() {
        if (!errors.isEmpty()) {
            throw new InvalidFormException(errors);
        }
    }

    /** A line of text. @param longest in characters */
    public String text(String name, boolean required, int longest) {
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

    public String choice(String name, List<String> choices) {
        var chosen = value(name);
        if (!choices.contains(chosen)) {
            wrong(name, NOT_AN_OPTION);
        }
        return chosen;
    }

    /** A whole number, both ends included. */
    public int number(String name, int least, int most) {
        var text = value(name);
        if (text.isEmpty()) {
            wrong(name, REQUIRED);
        } else if (!text.matches(WHOLE_NUMBER)) {
            wrong(name, "number");
        } else {
            var number = Integer.parseInt(text);
            if (number < least) {
                wrong(name, "too_small", least);
            } else if (number > most) {
                wrong(name, "too_large", most);
            }
            return number;
        }
        return least;
    }

    /** As {@link #number(String, int, int)}; {@code otherwise} in a form that doesn't ask. */
    public int number(String name, int least, int most, int otherwise) {
        return has(name) ? number(name, least, most) : otherwise;
    }

    /** An amount in minor units, as {@link Amounts} reads it; empty when it is wrong. @param most minor units */
    public OptionalLong amount(String name, Currency currency, long most) {
        if (value(name).isEmpty()) {
            wrong(name, REQUIRED);
            return OptionalLong.empty();
        }
        var minor = Amounts.minor(value(name), currency);
        if (minor.isEmpty()) {
            wrong(name, "amount");
        } else if (minor.getAsLong() > most) {
            wrong(name, "too_large", Amounts.text(most, currency));
            return OptionalLong.empty();
        }
        return minor;
    }

    /** The ids that were chosen. */
    public Set<UUID> ids(String name, boolean required) {
        var ids = new LinkedHashSet<UUID>();
        try {
            values(name).stream()
                    .filter(id -> !id.isBlank())
                    .map(UUID::fromString)
                    .forEach(ids::add);
        } catch (IllegalArgumentException e) {
            wrong(name, NOT_AN_OPTION);
        }
        if (required && ids.isEmpty()) {
            wrong(name, REQUIRED);
        }
        return ids;
    }
}
