package org.carewright.identity.key;

import java.security.Principal;
import java.util.UUID;
import org.carewright.identity.InClinic;

/** A clinic's key as the one who asks. */
public record ApiKeyPrincipal(UUID keyId, UUID clinicId) implements Principal, InClinic {

    /** The key's id: what logs and the audit know it by. */
    @Override
    public String getName() {
        return keyId.toString();
    }
}
