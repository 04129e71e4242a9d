package org.carewright.integrations.sandbox.web;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Checks a message request as Twilio does, magic test numbers included; the first thing wrong is answered. */
final class SmsRequestCheck {

    private static final Pattern E164 = Pattern.compile("\\+[1-9]\\d{6,14}");
    private static final int LONGEST_BODY = 1600;

    private static final Map<String, Problem> MAGIC_SENDERS = Map.of(
            "+15005550001", new Problem(400, 21212, "The 'From' number is not a valid phone number."),
            "+15005550007", new Problem(400, 21606, "The 'From' number is not a message-capable Twilio number."),
            "+15005550008",
                    new Problem(429, 21611, "This 'From' number has exceeded the maximum number of queued messages"));
    private static final Map<String, Problem> MAGIC_RECIPIENTS = Map.of(
            "+15005550001", new Problem(400, 21211, "The 'To' number is not a valid phone number."),
            "+15005550002",
                    new Problem(
                            400,
                            21612,
                            "Message cannot be sent with the current combination of 'To' and" + " 'From' parameters"),
            "+15005550003", new Problem(400, 21408, "Permission to send an SMS has not been enabled for the region"),
            "+15005550004", new Problem(400, 21610, "Attempt to send to unsubscribed recipient"),
            "+15005550009", new Problem(400, 21614, "'To' number is not a valid mobile number"));

    private SmsRequestCheck() {}

    record Problem(int status, int code, String message) {}

    static Optional<Problem> firstProblem(Map<String, String> form) {
        return recipient(form.getOrDefault("To", ""))
                .or(() -> sender(form))
                .or(() -> body(form.getOrDefault("Body", "")))
                .or(() -> callback(form.get("StatusCallback")));
    }

    private static Optional<Problem> recipient(String to) {
        if (to.isEmpty()) {
            return bad(21604, "A 'To' phone number is required.");
        }
        if (MAGIC_RECIPIENTS.containsKey(to)) {
            return Optional.of(MAGIC_RECIPIENTS.get(to));
        }
        return E164.matcher(to).matches()
                ? Optional.empty()
                : bad(21211, "The 'To' number is not a valid phone number.");
    }

    private static Optional<Problem> sender(Map<String, String> form) {
        if (form.containsKey("MessagingServiceSid")) {
            return Optional.empty();
        }
        var from = form.getOrDefault("From", "");
        if (from.isEmpty()) {
            return bad(21603, "A 'From' phone number is required.");
        }
        if (MAGIC_SENDERS.containsKey(from)) {
            return Optional.of(MAGIC_SENDERS.get(from));
        }
        return E164.matcher(from).matches()
                ? Optional.empty()
                : bad(21212, "The 'From' number is not a valid phone number.");
    }

    private static Optional<Problem> body(String body) {
        if (body.isEmpty()) {
            return bad(21602, "Message body is required.");
        }
        return body.length() > LONGEST_BODY
                ? bad(21617, "The concatenated message body exceeds the 1600 character limit.")
                : Optional.empty();
    }

    private static Optional<Problem> callback(String address) {
        return address == null || address.matches("https?://[^\\s]+")
                ? Optional.empty()
                : bad(21609, "The 'StatusCallback' URL is not a valid URL.");
    }

    static Problem optedOut() {
        return MAGIC_RECIPIENTS.get("+15005550004");
    }

    private static Optional<Problem> bad(int code, String message) {
        return Optional.of(new Problem(400, code, message));
    }
}
