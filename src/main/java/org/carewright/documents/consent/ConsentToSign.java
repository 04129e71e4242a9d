package org.carewright.documents.consent;

import java.util.UUID;

/**
 * A consent as it is put before someone.
 *
 * @param versionId and {@code language} are sent back with the signature, so that what is kept is what was read
 * @param required the clinic asks it of everyone
 * @param language tag of the words; the reader's when there are words in it, else the clinic's or English
 */
public record ConsentToSign(
        UUID versionId, UUID definitionId, int number, boolean required, String language, ConsentWording wording) {}
