package org.carewright.identity.factor;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Codes for when the phone is lost: ten at a time, each good once. What is stored are hashes. */
final class RecoveryCodes {

    static final int COUNT = 10;

    /** 80 bits, 16 letters: too many to be found from a hash. */
    private static final int BYTES = 10;

    private static final int LETTERS = 16;
    private static final int GROUP = 4;
    private static final SecureRandom RANDOM = new SecureRandom();

    private RecoveryCodes() {}

    /** New codes as they are shown, e.g. {@code ABCD-EFGH-IJKL-MNOP}. */
    static List<String> make() {
        return Stream.generate(RecoveryCodes::one).limit(COUNT).toList();
    }

    /** Whether a text could be a recovery code, however it is typed. */
    static boolean looksLikeOne(String typed) {
        return letters(typed).length() == LETTERS;
    }

    static byte[] hash(String typed) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(letters(typed).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String one() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        var letters = Base32.encode(bytes);
        return String.join(
                "-",
                IntStream.range(0, LETTERS / GROUP)
                        .mapToObj(group -> letters.substring(group * GROUP, (group + 1) * GROUP))
                        .toList());
    }

    private static String letters(String typed) {
        return typed.toUpperCase(Locale.ROOT).replaceAll("[^A-Z2-7]", "");
    }
}
