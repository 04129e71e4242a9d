package org.carewright.shared.forms;

import java.util.regex.Pattern;
import org.carewright.shared.forms.FieldCheck.Result;

/** Texts: length, pattern, e-mail address, phone number. */
final class TextCheck {

    private static final int LONGEST_EMAIL = 254;
    private static final int FEWEST_PHONE_DIGITS = 6;
    /** E.164: at most 15 digits. */
    private static final int MOST_PHONE_DIGITS = 15;

    private static final Pattern EMAIL =
            Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]{1,63}(\\.[A-Za-z0-9-]{1,63})+");
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9 ()./-]{1,40}");
    private static final Pattern CONTROL = Pattern.compile(
            // Line and paragraph separators, and what turns the reading direction of what comes after, are as bad.
            "[\\p{Cntrl}\\p{Zl}\\p{Zp}\\u202A-\\u202E\\u2066-\\u2069&&[^\\n\\t]]");

    private TextCheck() {}

    static Result check(FormComponent.Field field, Object given) {
        if (!(given instanceof String raw)) {
            return Result.wrong("type");
        }
        var rules = field.rules();
        var text = raw.replace("\r\n", "\n").strip();
        var length = text.codePointCount(0, text.length());
        if (length > rules.maxLength()) {
            return Result.wrong("too_long", rules.maxLength());
        }
        if (length < rules.minLength()) {
            return Result.wrong("too_short", rules.minLength());
        }
        if (CONTROL.matcher(text).find() || field.kind() == FieldKind.TEXTFIELD && text.indexOf('\n') >= 0) {
            return Result.wrong("characters");
        }
        if ("email".equals(rules.type()) && !isEmail(text)) {
            return Result.wrong("email");
        }
        if ("phone".equals(rules.type()) && !isPhone(text)) {
            return Result.wrong("phone");
        }
        if (rules.pattern() != null && !matches(rules.pattern(), text)) {
            return Result.wrong("pattern");
        }
        return Result.of(text);
    }

    private static boolean isEmail(String text) {
        return text.length() <= LONGEST_EMAIL && EMAIL.matcher(text).matches();
    }

    private static boolean isPhone(String text) {
        var digits = text.chars().filter(Character::isDigit).count();
        return PHONE.matcher(text).matches() && digits >= FEWEST_PHONE_DIGITS && digits <= MOST_PHONE_DIGITS;
    }

    private static boolean matches(Pattern pattern, String text) {
        try {
            return pattern.matcher(new Patience(text, new int[1])).find();
        } catch (Exhausted | StackOverflowError e) {
            return false;
        }
    }

    /** A text that may be read only so often: a badly written pattern must not keep a processor busy for hours. */
    private record Patience(CharSequence text, int[] reads) implements CharSequence {

        private static final int MOST_READS = 2_000_000;

        @Override
        public char charAt(int index) {
            if (++reads[0] > MOST_READS) {
                throw new Exhausted();
            }
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return new Patience(text.subSequence(start, end), reads);
        }

        @Override
        public String toString() {
            return text.toString();
        }
    }

    private static final class Exhausted extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
