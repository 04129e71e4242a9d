package org.carewright.messaging;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.carewright.clinics.ClinicService;
import org.carewright.identity.account.AccountLetter;
import org.carewright.identity.account.AccountLetters;
import org.carewright.identity.account.AccountMessageRequested;
import org.carewright.integrations.SendResult;
import org.carewright.integrations.effect.Effects;
import org.carewright.integrations.email.EmailSender;
import org.carewright.integrations.email.OutgoingEmail;
import org.carewright.integrations.sms.OutgoingSms;
import org.carewright.integrations.sms.SmsSender;
import org.carewright.messaging.text.AccountWords;
import org.carewright.messaging.text.PlainLine;
import org.carewright.shared.process.Processes;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Messages to people about their accounts (IAM-2): a process per message, started with what caused it, sends each once.
 * They are no part of a patient's messages, so neither preferences nor opt-outs count, and no log of messages names them.
 */
@Service
public class AccountMessages {

    /** The process that sends one message. */
    public static final String PROCESS = "AccountMessageProcess";

    /** Its variable: which one, a uuid. */
    public static final String TICKET_ID = "accountTicketId";

    private static final int LONGEST_NAME = 80;

    private final AccountLetters letters;
    private final AccountWords words;
    private final EmailSender email;
    private final SmsSender sms;
    private final Effects effects;
    private final ClinicService clinics;
    private final Processes processes;

    AccountMessages(
            AccountLetters letters,
            AccountWords words,
            EmailSender email,
            SmsSender sms,
            Effects effects,
            ClinicService clinics,
            Processes processes) {
        this.letters = letters;
        this.words = words;
        this.email = email;
        this.sms = sms;
        this.effects = effects;
        this.clinics = clinics;
        this.processes = processes;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void start(AccountMessageRequested requested) {
        var id = requested.ticketId();
        processes.start(PROCESS, id, Map.of(TICKET_ID, id.toString()));
    }

    /**
     * Sends the message, once however often it is asked for; one whose link no longer works isn't sent.
     *
     * @throws org.carewright.integrations.effect.EffectUnsettledException when nobody knows yet whether an earlier
     *     attempt got through; try again later
     * @throws org.carewright.integrations.effect.EffectNotTakenException when the provider didn't take it; try again
     */
    @Transactional
    public void send(UUID ticketId) {
        letters.find(ticketId).ifPresent(letter -> {
            var key = "account:" + letter.purpose() + ":" + ticketId;
            var provider = letter.bySms() ? sms.provider() : email.provider();
            if (!letter.bySms() || clinics.current().smsSender() != null) {
                effects.once(key, provider, () -> {}, letter.bySms() ? bySms(letter) : byEmail(letter));
            }
        });
    }

    private Function<UUID, SendResult> byEmail(AccountLetter letter) {
        var clinic = clinics.current();
        var mail = words.mail(letter, clinic);
        return effectId -> email.send(new OutgoingEmail(
                effectId,
                PlainLine.of(clinic.name(), LONGEST_NAME),
                clinic.email(),
                clinic.email(),
                PlainLine.of(letter.name(), LONGEST_NAME),
                letter.address(),
                mail.subject(),
                mail.text(),
                mail.html(),
                List.of()));
    }

    private Function<UUID, SendResult> bySms(AccountLetter letter) {
        var clinic = clinics.current();
        var text = words.sms(letter, clinic);
        return effectId -> sms.send(new OutgoingSms(effectId, clinic.smsSender(), letter.address(), text));
    }
}
