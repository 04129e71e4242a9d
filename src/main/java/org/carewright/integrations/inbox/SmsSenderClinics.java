package org.carewright.integrations.inbox;

import java.util.Optional;
import java.util.UUID;

/** Tells which clinic a text message was sent to; implemented by the module that owns clinics. */
public interface SmsSenderClinics {

    /** The clinic whose messages come from that number (E.164); needs no scope. */
    Optional<UUID> clinicOf(String number);
}
