package org.carewright.integrations.inbox;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The raw bytes of a webhook, as signatures are made over them; never more than a provider would send. */
public record WebhookBody(byte[] bytes) {

    private static final int LARGEST_BYTES = 1024 * 1024;

    /** The body, empty when it is larger than 1 MiB. */
    public static Optional<WebhookBody> read(HttpServletRequest request) throws IOException {
        if (request.getContentLengthLong() > LARGEST_BYTES) {
            return Optional.empty();
        }
        var bytes = request.getInputStream().readNBytes(LARGEST_BYTES + 1);
        return bytes.length > LARGEST_BYTES ? Optional.empty() : Optional.of(new WebhookBody(bytes));
    }

    /**
     * The fields of a form, sorted by name; of a name that repeats the first value.
     *
     * @throws IllegalArgumentException when it isn't percent-encoded properly
     */
    public SortedMap<String, String> form() {
        var fields = new TreeMap<String, String>();
        for (var field : new String(bytes, StandardCharsets.UTF_8).split("&")) {
            var parts = field.split("=", 2);
            if (!parts[0].isEmpty()) {
                fields.putIfAbsent(decode(parts[0]), parts.length == 2 ? decode(parts[1]) : "");
            }
        }
        return fields;
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
