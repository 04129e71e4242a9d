package org.carewright.messaging;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.carewright.integrations.SendResult;
import org.carewright.messaging.text.MessageTemplate;
import org.carewright.patients.Patient;

/** One way by which a message leaves the house. */
interface OutgoingChannel {

    Channel channel();

    /** The provider's name as kept with effects and messages. */
    String provider();

    /** A code for why this patient can't be reached this way at all, empty when the patient can. */
    Optional<String> obstacle(Patient patient);

    /** The blind index token of the patient's address. */
    String addressToken(Patient patient);

    /** Writes the message; what comes back sends it and needs nothing more than its effect's id. */
    Function<UUID, SendResult> prepare(MessageTemplate template, MessageSubject subject, Patient patient);

    /** Whether the patient wants to be reminded this way (SCH-8). */
    boolean wanted(Patient patient);
}
