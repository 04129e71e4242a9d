package org.carewright.shared.sealing;

import java.util.UUID;

/**
 * Seals personal data with the data key of a clinic (Tink AEAD; the key itself is wrapped by the platform key), and
 * makes blind index tokens by which sealed or private values can be found again.
 */
public interface Sealing {

    /**
     * Seals {@code plain} so that it opens only with the same clinic and label.
     *
     * @param label what the value is and where it belongs, e.g. {@code appointment.answers:<id>}; bound to the result
     */
    byte[] seal(UUID clinicId, String label, byte[] plain);

    /** Opens what {@link #seal} made. @throws SealedException when clinic or label differ or the bytes were changed */
    byte[] open(UUID clinicId, String label, byte[] sealed);

    /**
     * Seals what belongs to no clinic, e.g. an operator's secret, with the platform's own key.
     *
     * @param label as for {@link #seal}
     */
    byte[] sealForPlatform(String label, byte[] plain);

    /** Opens what {@link #sealForPlatform} made. @throws SealedException when the label differs or bytes were changed */
    byte[] openForPlatform(String label, byte[] sealed);

    /**
     * The blind index token of a text: equal texts give equal tokens within a clinic and kind, and the token tells
     * nothing without the clinic's key. The caller normalises the text first.
     *
     * @param kind what the text is, e.g. {@code phone}
     */
    String token(UUID clinicId, String kind, String text);

    /** Makes the data keys of a new clinic; in the clinic's scope and in the transaction that creates the clinic. */
    void createKeys(UUID clinicId);
}
