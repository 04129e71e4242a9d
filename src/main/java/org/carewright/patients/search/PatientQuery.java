package org.carewright.patients.search;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What someone typed into the one search field, understood: a barcode, an e-mail address, a phone number, else words of the
 * name and perhaps a date of birth, e.g. {@code ann smi 1980-05-02}. Of the words' order nothing depends.
 *
 * @param words of the name, each the beginning of one
 * @param dateOfBirth null when none was typed
 */
public record PatientQuery(
        Optional<String> barcode,
        Optional<String> email,
        Optional<String> phone,
        List<String> words,
        LocalDate dateOfBirth) {

    private static final Pattern BARCODE = Pattern.compile("[0-9]{16}");
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9 ()./-]{6,30}");
    private static final Pattern DATE = Pattern.compile("([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})");
    /** More words than a name has; the rest is left out. */
    private static final int MOST_WORDS = 6;

    private static final int LONGEST = 100;

    /** What the text asks for; nothing at all for a blank one. */
    public static PatientQuery of(String typed) {
        var text = typed == null ? "" : typed.strip();
        text = text.substring(0, Math.min(text.length(), LONGEST));
        var digits = text.replace(" ", "");
        if (BARCODE.matcher(digits).matches()) {
            return new PatientQuery(Optional.of(digits), Optional.empty(), Optional.empty(), List.of(), null);
        }
        if (text.indexOf('@') > 0 && text.indexOf(' ') < 0) {
            return new PatientQuery(Optional.empty(), Optional.of(text), Optional.empty(), List.of(), null);
        }
        if (PHONE.matcher(text).matches() && !DATE.matcher(text).matches()) {
            return new PatientQuery(Optional.empty(), Optional.empty(), Optional.of(text), List.of(), null);
        }
        return byName(text);
    }

    private static PatientQuery byName(String text) {
        LocalDate born = null;
        var words = new ArrayList<String>();
        for (var word : text.split("[\\s,;]+")) {
            var date = DATE.matcher(word).matches() ? date(word) : Optional.<LocalDate>empty();
            if (date.isPresent()) {
                born = date.get();
            } else if (!word.isBlank() && words.size() < MOST_WORDS) {
                words.add(word);
            }
        }
        return new PatientQuery(Optional.empty(), Optional.empty(), Optional.empty(), List.copyOf(words), born);
    }

    private static Optional<LocalDate> date(String word) {
        var parts = DATE.matcher(word);
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse("%s-%02d-%02d"
                    .formatted(parts.group(1), Integer.parseInt(parts.group(2)), Integer.parseInt(parts.group(3)))));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** Whether nothing was asked for: then all are shown, by name. */
    public boolean blank() {
        return barcode.isEmpty() && email.isEmpty() && phone.isEmpty() && words.isEmpty() && dateOfBirth == null;
    }
}
