package org.carewright.messaging;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.carewright.clinics.Clinic;
import org.carewright.clinics.ClinicService;
import org.carewright.integrations.SendResult;
import org.carewright.integrations.email.EmailSender;
import org.carewright.integrations.email.OutgoingEmail;
import org.carewright.integrations.email.OutgoingEmail.Attachment;
import org.carewright.messaging.text.MailComposer;
import org.carewright.messaging.text.MessageTemplate;
import org.carewright.messaging.text.PlainLine;
import org.carewright.patients.ContactTokens;
import org.carewright.patients.Patient;
import org.carewright.patients.PreferredChannel;
import org.springframework.stereotype.Component;

@Component
class EmailChannel implements OutgoingChannel {

    private static final int LONGEST_NAME = 80;

    private final EmailSender sender;
    private final MailComposer composer;
    private final CalendarInvites invites;
    private final ClinicService clinics;
    private final ContactTokens tokens;

    EmailChannel(
            EmailSender sender,
            MailComposer composer,
            CalendarInvites invites,
            ClinicService clinics,
            ContactTokens tokens) {
        this.sender = sender;
        this.composer = composer;
        this.invites = invites;
        this.clinics = clinics;
        this.tokens = tokens;
    }

    @Override
    public Channel channel() {
        return Channel.EMAIL;
    }

    @Override
    public String provider() {
        return sender.provider();
    }

    @Override
    public Optional<String> obstacle(Patient patient) {
        return patient.email() == null ? Optional.of(SkipReason.NO_ADDRESS) : Optional.empty();
    }

    @Override
    public String addressToken(Patient patient) {
        return tokens.email(patient.email());
    }

    @Override
    public boolean wanted(Patient patient) {
        return patient.preferredChannel() == PreferredChannel.EMAIL
                || patient.preferredChannel() == PreferredChannel.BOTH;
    }

    @Override
    public Function<UUID, SendResult> prepare(MessageTemplate template, MessageSubject subject, Patient patient) {
        var clinic = clinics.current();
        var mail =
                composer.compose(template, Locale.forLanguageTag(patient.language()), clinic, subject.placeholders());
        var attachments = attachments(template, subject, clinic, patient);
        return effectId -> sender.send(new OutgoingEmail(
                effectId,
                PlainLine.of(clinic.name(), LONGEST_NAME),
                clinic.email(),
                clinic.email(),
                PlainLine.of(patient.fullName(), LONGEST_NAME),
                patient.email(),
                mail.subject(),
                mail.text(),
                mail.html(),
                attachments));
    }

    private List<Attachment> attachments(
            MessageTemplate template, MessageSubject subject, Clinic clinic, Patient patient) {
        var attachments = new ArrayList<Attachment>();
        if (template.carriesInvite() && subject.invite() != null) {
            attachments.add(invites.attachment(subject.invite(), clinic, patient));
        }
        subject.files()
                .forEach(file -> attachments.add(new Attachment(
                        file.name(), file.contentType(), file.content().get())));
        return List.copyOf(attachments);
    }
}
