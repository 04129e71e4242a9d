package org.carewright.integrations.sandbox.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Base64;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Checks a mail/send request as SendGrid does; the first thing wrong is answered. */
final class MailRequestCheck {

    private static final Pattern ADDRESS = Pattern.compile("[^@\\s<>,;]+@[^@\\s<>,;]+\\.[^@\\s<>,;]{2,}");
    private static final int MOST_PERSONALIZATIONS = 1000;
    /** Addresses of this domain play senders that were never verified. */
    private static final String UNVERIFIED = "@unverified.example";

    private MailRequestCheck() {}

    record Problem(int status, String field, String message) {}

    static Optional<Problem> firstProblem(JsonNode mail) {
        return Optional.<Problem>empty()
                .or(() -> sender(mail.path("from").path("email").asText("")))
                .or(() -> personalizations(mail))
                .or(() -> content(mail.path("content")))
                .or(() -> attachments(mail.path("attachments")));
    }

    private static Optional<Problem> sender(String from) {
        if (!ADDRESS.matcher(from).matches()) {
            return bad("from.email", "The from email does not contain a valid address.");
        }
        if (from.toLowerCase(Locale.ROOT).endsWith(UNVERIFIED)) {
            return Optional.of(new Problem(
                    403,
                    "from",
                    "The from address does not match a verified Sender Identity. Mail cannot be sent until this error"
                            + " is resolved."));
        }
        return Optional.empty();
    }

    private static Optional<Problem> personalizations(JsonNode mail) {
        var personalizations = mail.path("personalizations");
        if (!personalizations.isArray() || personalizations.isEmpty()) {
            return bad(
                    "personalizations",
                    "The personalizations field is required and must have at least one" + " personalization.");
        }
        if (personalizations.size() > MOST_PERSONALIZATIONS) {
            return bad("personalizations", "There are too many personalizations.");
        }
        for (int i = 0; i < personalizations.size(); i++) {
            var problem = personalization(mail, personalizations.get(i), "personalizations." + i);
            if (problem.isPresent()) {
                return problem;
            }
        }
        return Optional.empty();
    }

    private static Optional<Problem> personalization(JsonNode mail, JsonNode personalization, String field) {
        var to = personalization.path("to");
        if (!to.isArray() || to.isEmpty()) {
            return bad(
                    field + ".to",
                    "The to array is required for all personalization objects, and must have at"
                            + " least one email object with a valid email address.");
        }
        var seen = new HashSet<String>();
        for (int i = 0; i < to.size(); i++) {
            var address = to.get(i).path("email").asText("");
            if (!ADDRESS.matcher(address).matches()) {
                return bad(field + ".to." + i + ".email", "Does not contain a valid address.");
            }
            if (!seen.add(address.toLowerCase(Locale.ROOT))) {
                return bad(
                        field,
                        "Each email address in the personalization block should be unique between to, cc,"
                                + " and bcc.");
            }
        }
        for (var argument : personalization.path("custom_args")) {
            if (!argument.isTextual()) {
                return bad(field + ".custom_args", "The custom_args values must be strings.");
            }
        }
        return personalization
                        .path("subject")
                        .asText(mail.path("subject").asText(""))
                        .isEmpty()
                ? bad(
                        "subject",
                        "The subject is required. You can get around this requirement if you use a template"
                                + " with a subject defined or if every personalization has a subject defined.")
                : Optional.empty();
    }

    private static Optional<Problem> content(JsonNode content) {
        if (!content.isArray() || content.isEmpty()) {
            return bad(
                    "content",
                    "Unless a valid template_id is provided, the content parameter is required. There"
                            + " must be at least one defined content block.");
        }
        var htmlSeen = false;
        for (int i = 0; i < content.size(); i++) {
            if (content.get(i).path("value").asText("").isEmpty()) {
                return bad(
                        "content." + i + ".value",
                        "The content value must be a string at least one character in" + " length.");
            }
            var type = content.get(i).path("type").asText();
            if (htmlSeen && "text/plain".equals(type)) {
                return bad(
                        "content." + i + ".type",
                        "If present, text/plain and text/html may only be provided once" + " each, text/plain first.");
            }
            htmlSeen |= "text/html".equals(type);
        }
        return Optional.empty();
    }

    private static Optional<Problem> attachments(JsonNode attachments) {
        for (int i = 0; i < attachments.size(); i++) {
            var attachment = attachments.get(i);
            if (attachment.path("filename").asText("").isEmpty()) {
                return bad("attachments." + i + ".filename", "The attachment filename is required.");
            }
            if (!isBase64(attachment.path("content").asText(""))) {
                return bad("attachments." + i + ".content", "The attachment content must be base64 encoded.");
            }
        }
        return Optional.empty();
    }

    private static boolean isBase64(String text) {
        try {
            return Base64.getDecoder().decode(text).length > 0;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static Optional<Problem> bad(String field, String message) {
        return Optional.of(new Problem(400, field, message));
    }
}
