package org.carewright.messaging;

import java.util.UUID;

/** Tells what messages about one kind of row need to know; implemented by the module that owns the rows. */
public interface MessageSubjects {

    /** The kind, e.g. {@code appointment}; the {@code subjectType} of Send e-mail and Send SMS tasks. */
    String type();

    /** The subject with that id in the clinic in scope. @throws IllegalStateException when there is none */
    MessageSubject load(UUID id);

    /**
     * Whether what a message says has been overtaken, e.g. the confirmation of a visit that was cancelled meanwhile; such
     * a message isn't sent. Keeps the subject as it is until the transaction's end: what overtakes a message that is
     * being sent waits for it, so nothing can follow the message that ends it all.
     *
     * @param template code of the message's template
     */
    default boolean overtaken(UUID id, String template) {
        return false;
    }
}
