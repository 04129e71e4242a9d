package org.carewright.integrations.sms;

import org.carewright.integrations.SendResult;

/** Sends text messages through the configured provider; never throws for what a provider may answer. */
public interface SmsSender {

    /** The provider's name as kept with effects and messages, e.g. {@code twilio}. */
    String provider();

    SendResult send(OutgoingSms sms);
}
