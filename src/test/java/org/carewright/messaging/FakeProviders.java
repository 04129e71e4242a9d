package org.carewright.messaging;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.carewright.integrations.SendResult;
import org.carewright.integrations.email.EmailSender;
import org.carewright.integrations.email.OutgoingEmail;
import org.carewright.integrations.sms.OutgoingSms;
import org.carewright.integrations.sms.SmsSender;

/** Providers that keep what they are given and answer as told; unasked, they take everything. */
final class FakeProviders {

    static final String MAIL = "fake-mail";
    static final String SMS = "fake-sms";

    final List<OutgoingEmail> emails = new ArrayList<>();
    final List<OutgoingSms> texts = new ArrayList<>();
    private final Deque<Supplier<SendResult>> answers = new ArrayDeque<>();

    /** What the next call is answered with. */
    void answer(SendResult result) {
        answers.add(() -> result);
    }

    /** What the next call does before it is taken. */
    void whileSending(Runnable work) {
        answers.add(() -> {
            work.run();
            return accepted();
        });
    }

    int calls() {
        return emails.size() + texts.size();
    }

    EmailSender email() {
        return new EmailSender() {
            @Override
            public String provider() {
                return MAIL;
            }

            @Override
            public SendResult send(OutgoingEmail email) {
                emails.add(email);
                return next();
            }
        };
    }

    SmsSender sms() {
        return new SmsSender() {
            @Override
            public String provider() {
                return SMS;
            }

            @Override
            public SendResult send(OutgoingSms sms) {
                texts.add(sms);
                return next();
            }
        };
    }

    private SendResult next() {
        return answers.isEmpty() ? accepted() : answers.remove().get();
    }

    private static SendResult accepted() {
        return new SendResult.Accepted("ref-" + UUID.randomUUID());
    }
}
