package org.carewright.messaging;

import java.util.List;
import java.util.UUID;

/** Gives the files that go with mails about one kind of row; implemented by the module that writes them. */
public interface MessageFiles {

    /** The kind, as {@link MessageSubjects#type()}. */
    String subjectType();

    /** Those of the subject with that id in the clinic in scope. @param template code of the message's template */
    List<MessageFile> of(UUID subjectId, String template);
}
