package org.carewright.identity.account;

import com.nulabinc.zxcvbn.StandardDictionaries;
import com.nulabinc.zxcvbn.Zxcvbn;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.carewright.shared.forms.FieldError;
import org.carewright.shared.forms.InvalidFormException;
import org.springframework.stereotype.Component;

/**
 * What a password must be (IAM-2): long, not one that others use or that leaked, not made of the owner's own name or
 * address. No rules on kinds of characters: they make passwords shorter, not better (NIST SP 800-63B).
 */
@Component
public class PasswordRules {

    /** The form field that errors name. */
    public static final String FIELD = "password";

    public static final int SHORTEST = 12;

    /** Hashing takes its time in proportion to the input. */
    public static final int LONGEST = 256;

    /** Own words shorter than this occur in anything. */
    private static final int SHORTEST_WORD = 4;

    /** Nobody's estimate needs more, and the estimate's work grows with the square of the length. */
    private static final int ESTIMATED = 48;

    /** Fewer guesses than this, as a power of ten, and a list with a few variations finds it. */
    private static final double EASY = 8;

    /** The lists take a moment to read, so not before somebody chooses a password. */
    private static final class Lists {

        static final Zxcvbn ESTIMATE = new Zxcvbn();
        static final Set<String> COMMON = common();

        private static Set<String> common() {
            try {
                return StandardDictionaries.PASSWORDS_LOADER.load().getRankedDictionary().keySet().stream()
                        .map(word -> word.toLowerCase(Locale.ROOT))
                        .collect(Collectors.toUnmodifiableSet());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** @throws InvalidFormException naming {@value #FIELD} and what is wrong with it */
    public void check(String password, String email, String name) {
        problem(password, email, name).ifPresent(error -> {
            throw new InvalidFormException(List.of(error));
        });
    }

    Optional<FieldError> problem(String password, String email, String name) {
        if (password.isEmpty()) {
            return error("required");
        }
        if (password.codePointCount(0, password.length()) < SHORTEST) {
            return error("too_short", SHORTEST);
        }
        if (password.length() > LONGEST) {
            return error("too_long", LONGEST);
        }
        var own = ownWords(email, name);
        var lower = password.toLowerCase(Locale.ROOT);
        if (own.stream().anyMatch(lower::contains)) {
            return error("password_own");
        }
        return isCommon(lower, own) ? error("password_common") : Optional.empty();
    }

    private boolean isCommon(String lower, List<String> own) {
        if (Lists.COMMON.contains(lower)) {
            return true;
        }
        var start = lower.substring(0, Math.min(lower.length(), ESTIMATED));
        return Lists.ESTIMATE.measure(start, own).getGuessesLog10() < EASY;
    }

    private static List<String> ownWords(String email, String name) {
        var words = new ArrayList<String>();
        Stream.of(email.split("@")[0], name)
                .flatMap(text -> Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")))
                .filter(word -> word.length() >= SHORTEST_WORD)
                .forEach(words::add);
        words.add(email.toLowerCase(Locale.ROOT));
        return words.stream().filter(word -> !word.isBlank()).toList();
    }

    private static Optional<FieldError> error(String code, Object... arguments) {
        return Optional.of(new FieldError(FIELD, code, List.of(arguments)));
    }
}
