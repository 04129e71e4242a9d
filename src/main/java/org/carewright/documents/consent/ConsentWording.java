package org.carewright.documents.consent;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;

/**
 * The words of a consent in one language: plain text. A line that begins with {@code #} is a heading, an empty line
 * begins a new paragraph.
 */
public record ConsentWording(String title, String body) {

    public static final int LONGEST_TITLE = 200;
    public static final int LONGEST_BODY = 50_000;

    private static final String HEADING = "#";

    /** A paragraph or a heading, without its mark; lines within it are kept. */
    public record Passage(boolean heading, String text) {}

    /** The body as it is shown, on a page and on paper. */
    public List<Passage> passages() {
        var passages = new ArrayList<Passage>();
        var paragraph = new StringBuilder();
        for (var line : body.split("\n", -1)) {
            var heading = line.startsWith(HEADING);
            if ((heading || line.isBlank()) && !paragraph.isEmpty()) {
                passages.add(new Passage(false, paragraph.toString()));
                paragraph.setLength(0);
            }
            if (heading) {
                passages.add(new Passage(true, line.replaceFirst("^#+", "").strip()));
            } else if (!line.isBlank()) {
                paragraph.append(paragraph.isEmpty() ? "" : "\n").append(line.stripTrailing());
            }
        }
        if (!paragraph.isEmpty()) {
            passages.add(new Passage(false, paragraph.toString()));
        }
        return List.copyOf(passages);
    }

    /** SHA-256 of the words in their language. */
    byte[] hash(String language) {
        return sha256((language + "\n" + title + "\n" + body).getBytes(StandardCharsets.UTF_8));
    }

    static byte[] sha256(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
