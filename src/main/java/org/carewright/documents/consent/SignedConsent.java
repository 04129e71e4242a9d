package org.carewright.documents.consent;

import java.time.Instant;
import java.util.UUID;

/**
 * A consent someone signed.
 *
 * @param title of the words that were signed, in their language
 * @param drawn whether there is a drawn signature; else the name was typed
 * @param withdrawnAt null while it holds
 * @param withdrawalReason the patient's words; null when none were given
 */
public record SignedConsent(
        UUID id,
        UUID patientId,
        UUID definitionId,
        UUID versionId,
        int number,
        String title,
        String language,
        String signerName,
        SignerRelation relation,
        boolean drawn,
        Instant signedAt,
        Instant withdrawnAt,
        String withdrawalReason) {

    public boolean holds() {
        return withdrawnAt == null;
    }
}
