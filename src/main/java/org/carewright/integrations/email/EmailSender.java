package org.carewright.integrations.email;

import org.carewright.integrations.SendResult;

/** Sends e-mail through the configured provider; never throws for what a provider may answer. */
public interface EmailSender {

    /** The provider's name as kept with effects and messages, e.g. {@code sendgrid}. */
    String provider();

    SendResult send(OutgoingEmail email);
}
