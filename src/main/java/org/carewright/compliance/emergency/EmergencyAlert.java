package org.carewright.compliance.emergency;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.carewright.clinics.Clinic;
import org.carewright.clinics.ClinicService;
import org.carewright.identity.Role;
import org.carewright.identity.StaffContacts;
import org.carewright.identity.StaffContacts.Contact;
import org.carewright.integrations.effect.Effects;
import org.carewright.integrations.email.EmailSender;
import org.carewright.integrations.email.OutgoingEmail;
import org.carewright.shared.web.PublicUrl;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.web.util.HtmlUtils;

/**
 * Tells those who will review it by mail that somebody opened a record in an emergency ({@link Reviewers}); where nobody
 * may, the clinic's administrators, who can appoint somebody. The mail names neither patient nor staff.
 */
@Service
public class EmergencyAlert {

    private static final String TASKLIST = "/camunda/app/tasklist/default/";

    private final Reviewers reviewers;
    private final StaffContacts contacts;
    private final ClinicService clinics;
    private final Effects effects;
    private final EmailSender sender;
    private final MessageSource messages;
    private final PublicUrl address;

    EmergencyAlert(
            Reviewers reviewers,
            StaffContacts contacts,
            ClinicService clinics,
            Effects effects,
            EmailSender sender,
            MessageSource messages,
            PublicUrl address) {
        this.reviewers = reviewers;
        this.contacts = contacts;
        this.clinics = clinics;
        this.effects = effects;
        this.sender = sender;
        this.messages = messages;
        this.address = address;
    }

    /**
     * Sends each of them one mail, once however often it is called.
     *
     * @param occasion tells several alerts about one access apart
     * @throws RuntimeException when the provider didn't take one or nobody knows; call again
     */
    public void send(UUID accessId, String occasion) {
        var clinic = clinics.current();
        var review = reviewers.of(accessId);
        var readers = review.map(Reviewers.Review::people).orElseGet(() -> contacts.with(Role.CLINIC_ADMIN));
        var text = review.isPresent() ? "compliance.alert.text" : "compliance.alert.appoint";
        readers.forEach(reader -> effects.once(
                String.join(
                        ":",
                        "emergency-alert",
                        accessId.toString(),
                        reader.accountId().toString(),
                        occasion),
                sender.provider(),
                effectId -> sender.send(mail(effectId, clinic, reader, text))));
    }

    private OutgoingEmail mail(UUID effectId, Clinic clinic, Contact reader, String key) {
        var language = Locale.forLanguageTag(reader.language());
        var subject = messages.getMessage("compliance.alert.subject", null, language);
        var text = messages.getMessage(key, new Object[] {clinic.name(), address.of(TASKLIST)}, language);
        return new OutgoingEmail(
                effectId,
                clinic.name(),
                clinic.email(),
                clinic.email(),
                reader.displayName(),
                reader.email(),
                subject,
                text,
                "<p>" + HtmlUtils.htmlEscape(text) + "</p>",
                List.of());
    }
}
