package org.carewright.identity.account;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.carewright.shared.forms.FieldError;
import org.carewright.shared.forms.InvalidFormException;

/** Gathers what is wrong with a form, so that it is told at once. */
final class FieldErrors {

    static final String EMAIL = "email";
    static final String NAME = "name";
    private static final int LONGEST_EMAIL = 254;
    private static final int LONGEST_NAME = 100;
    private static final Pattern ADDRESS =
            Pattern.compile("[^\\s@<>\"(),:;\\\\\\p{Cntrl}]+@[^\\s@<>\"(),:;\\\\\\p{Cntrl}]+\\.[^\\s@.<>]+");
    private static final Pattern HIDDEN = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\p{Zl}\\p{Zp}]");

    private final List<FieldError> errors = new ArrayList<>();

    FieldErrors email(String typed) {
        var email = typed.strip();
        if (email.isEmpty()) {
            add(EMAIL, "required");
        } else if (email.length() > LONGEST_EMAIL || !ADDRESS.matcher(email).matches()) {
            add(EMAIL, "email");
        }
        return this;
    }

    FieldErrors name(String typed) {
        var name = typed.strip();
        if (name.isEmpty()) {
            add(NAME, "required");
        } else if (name.length() > LONGEST_NAME) {
            add(NAME, "too_long", LONGEST_NAME);
        } else if (HIDDEN.matcher(name).find()) {
            add(NAME, "characters");
        }
        return this;
    }

    void add(String field, String code, Object... arguments) {
        add(new FieldError(field, code, List.of(arguments)));
    }

    void add(FieldError error) {
        errors.add(error);
    }

    List<FieldError> list() {
        return List.copyOf(errors);
    }

    void orThrow() {
        if (!errors.isEmpty()) {
            throw new InvalidFormException(errors);
        }
    }
}
