package org.carewright.messaging.timeline;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.carewright.patients.timeline.TimelineEntry;
import org.carewright.patients.timeline.TimelineSource;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.stereotype.Component;

/** The messages a patient got or should have got, by channel, with what became of them; never their text. */
@Component
class MessageTimeline implements TimelineSource {

    private final MessageTimelineMapper messages;

    MessageTimeline(MessageTimelineMapper messages) {
        this.messages = messages;
    }

    @Override
    public List<TimelineEntry> entries(UUID patientId, Instant before, int limit) {
        return messages.before(patientId, before, limit).stream()
                .map(message -> new TimelineEntry(
                        message.createdAt(),
                        "message-" + message.channel(),
                        message.id(),
                        List.of(title(message.template())),
                        "desk.message.status." + message.status(),
                        null))
                .toList();
    }

    private static MessageSourceResolvable title(String template) {
        return new DefaultMessageSourceResolvable(new String[] {"desk.message.template." + template}, template);
    }
}
