package org.carewright.documents.consent;

import java.util.UUID;

/**
 * Who signs.
 *
 * @param name as typed by them
 * @param accountId their portal account; null when they sign at the clinic
 */
public record Signer(String name, SignerRelation relation, UUID accountId) {}
