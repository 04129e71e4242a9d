package org.carewright.messaging;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.carewright.clinics.ClinicService;
import org.carewright.integrations.SendResult;
import org.carewright.integrations.sms.OutgoingSms;
import org.carewright.integrations.sms.SmsSender;
import org.carewright.messaging.text.MessageTemplate;
import org.carewright.messaging.text.SmsComposer;
import org.carewright.patients.ContactTokens;
import org.carewright.patients.Patient;
import org.carewright.patients.PreferredChannel;
import org.springframework.stereotype.Component;

@Component
class SmsChannel implements OutgoingChannel {

    private final SmsSender sender;
    private final SmsComposer composer;
    private final ClinicService clinics;
    private final ContactTokens tokens;

    SmsChannel(SmsSender sender, SmsComposer composer, ClinicService clinics, ContactTokens tokens) {
        this.sender = sender;
        this.composer = composer;
        this.clinics = clinics;
        this.tokens = tokens;
    }

    @Override
    public Channel channel() {
        return Channel.SMS;
    }

    @Override
    public String provider() {
        return sender.provider();
    }

    @Override
    public Optional<String> obstacle(Patient patient) {
        if (patient.phone() == null) {
            return Optional.of(SkipReason.NO_ADDRESS);
        }
        return clinics.current().smsSender() == null ? Optional.of(SkipReason.NO_SENDER) : Optional.empty();
    }

    @Override
    public String addressToken(Patient patient) {
        return tokens.phone(patient.phone());
    }

    @Override
    public boolean wanted(Patient patient) {
        return patient.preferredChannel() == PreferredChannel.SMS
                || patient.preferredChannel() == PreferredChannel.BOTH;
    }

    @Override
    public Function<UUID, SendResult> prepare(MessageTemplate template, MessageSubject subject, Patient patient) {
        var body = composer.compose(template, Locale.forLanguageTag(patient.language()), subject.placeholders());
        var from = clinics.current().smsSender();
        return effectId -> sender.send(new OutgoingSms(effectId, from, patient.phone(), body));
    }
}
