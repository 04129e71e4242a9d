package org.carewright.messaging.text;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.carewright.messaging.text.MailComposer.Content;

/** A mail's plain text part. */
final class PlainMail {

    private static final String BLANK_LINE = "\n\n";

    private PlainMail() {}

    static String of(Content mail) {
        var blocks = new ArrayList<String>();
        blocks.add(mail.heading());
        blocks.add(mail.greeting());
        blocks.addAll(mail.paragraphs());
        blocks.add(mail.details().stream()
                .map(row -> row.label() + ": " + row.value())
                .collect(Collectors.joining("\n")));
        if (mail.action() != null) {
            blocks.add(mail.action().label() + ":\n" + mail.action().url());
        }
        blocks.add("-- \n" + String.join("\n", footer(mail)));
        return String.join(BLANK_LINE, blocks) + "\n";
    }

    private static List<String> footer(Content mail) {
        var clinic = mail.clinic();
        return Stream.of(clinic.name(), clinic.address(), clinic.phone(), clinic.email(), mail.contact(), mail.why())
                .filter(line -> !line.isBlank())
                .toList();
    }
}
