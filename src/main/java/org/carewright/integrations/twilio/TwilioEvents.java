package org.carewright.integrations.twilio;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.carewright.integrations.effect.Effects;
import org.carewright.integrations.inbox.ProviderEvent;
import org.carewright.integrations.inbox.SmsSenderClinics;
import org.springframework.stereotype.Component;

/** Reduces what Twilio tells to our events; what people write is not kept. */
@Component
class TwilioEvents {

    /** Other statuses (queued, sending, accepted) tell nothing that changes anything. */
    private static final Map<String, String> KINDS =
            Map.of("sent", "sent", "delivered", "delivered", "undelivered", "failed", "failed", "failed");

    private static final Pattern ERROR_CODE = Pattern.compile("\\d{1,6}");

    private final Effects effects;
    private final SmsSenderClinics clinics;
    private final Clock clock;

    TwilioEvents(Effects effects, SmsSenderClinics clinics, Clock clock) {
        this.effects = effects;
        this.clinics = clinics;
        this.clock = clock;
    }

    /** @param effect from the callback's address; may be anything or null */
    List<ProviderEvent> ofStatus(String effect, Map<String, String> form) {
        var sid = form.get("MessageSid");
        var status = form.getOrDefault("MessageStatus", "");
        var kind = KINDS.get(status);
        if (sid == null || kind == null) {
            return List.of();
        }
        var code = form.getOrDefault("ErrorCode", "");
        return effectId(effect)
                .flatMap(effectId -> effects.clinicOf(effectId)
                        .map(clinicId -> new ProviderEvent(
                                clinicId,
                                TwilioSmsSender.PROVIDER,
                                sid + ":" + status,
                                kind,
                                effectId,
                                sid,
                                ERROR_CODE.matcher(code).matches() ? code : null,
                                form.get("To"),
                                clock.instant())))
                .stream()
                .toList();
    }

    /** STOP and START; for anything else there is no event. */
    List<ProviderEvent> ofInbound(Map<String, String> form) {
        var sid = form.get("MessageSid");
        var kind =
                switch (OptOutWord.of(form)) {
                    case STOP -> "opt_out";
                    case START -> "opt_in";
                    case HELP, OTHER -> null;
                };
        if (sid == null || kind == null || !form.containsKey("From")) {
            return List.of();
        }
        return clinics
                .clinicOf(form.getOrDefault("To", ""))
                .map(clinicId -> new ProviderEvent(
                        clinicId,
                        TwilioSmsSender.PROVIDER,
                        sid,
                        kind,
                        null,
                        sid,
                        null,
                        form.get("From"),
                        clock.instant()))
                .stream()
                .toList();
    }

    private static Optional<UUID> effectId(String text) {
        try {
            return text == null ? Optional.empty() : Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
