package org.carewright.messaging;

import java.util.UUID;

/**
 * One message to be sent once.
 *
 * @param template code of a {@link org.carewright.messaging.text.MessageTemplate}
 * @param subjectType kind of what it is about, see {@link MessageSubjects#type()}
 * @param occasion tells several messages of one template about one subject apart, e.g. {@code P1D} for the reminder a
 *     day before, or the invite sequence for a visit moved twice; {@code once} where there is only one
 * @param processInstanceId who asked, or null
 */
public record MessageOrder(
        Channel channel,
        String template,
        String subjectType,
        UUID subjectId,
        String occasion,
        String processInstanceId) {

    /** What makes the message the same message at every repeated run (design §5). */
    public String effectKey() {
        return String.join(":", template, subjectType, subjectId.toString(), occasion, channel.code());
    }
}
