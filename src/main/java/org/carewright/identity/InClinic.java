package org.carewright.identity;

import java.util.UUID;

/** Who works in a clinic's scope: a person or a key. */
public interface InClinic {

    /** Null for who belongs to no clinic. */
    UUID clinicId();
}
