package org.carewright.messaging;

import java.util.UUID;

/** Tells what messages about one kind of row need to know; implemented by the module that owns the rows. */
public interface MessageSubjects {

    /** The kind, e.g. {@code appointment}; the {@code subjectType} of Send e-mail and Send SMS tasks. */
    String type();

    /** The subject with that id in the clinic in scope. @throws IllegalStateException when there is none */
    MessageSubject load(UUID id);
}
