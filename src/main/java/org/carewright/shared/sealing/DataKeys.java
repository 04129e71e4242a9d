package org.carewright.shared.sealing;

import java.util.Optional;
import java.util.UUID;

/** Where the wrapped data keys are kept; implemented by the module that owns clinics. */
public interface DataKeys {

    /** What a key is for: sealing values or making blind index tokens. */
    enum Purpose {
        SEAL,
        INDEX
    }

    /** The wrapped keyset; readable without a clinic scope, as operators' pages need it to know what they may not read. */
    Optional<byte[]> find(UUID clinicId, Purpose purpose);

    /** Keeps a new clinic's wrapped keyset, in the clinic's scope and in the transaction that creates the clinic. */
    void store(UUID clinicId, Purpose purpose, byte[] wrapped);
}
