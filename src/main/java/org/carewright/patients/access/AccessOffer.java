package org.carewright.patients.access;

import java.time.Instant;

/**
 * Access to be given.
 *
 * @param name how an invite addresses the holder
 * @param email what the holder signs in with or, without an account, will
 * @param language of an invite, a language tag; null for the account's, else the clinic's
 * @param relation null when none was chosen
 * @param level null when none was chosen
 * @param startsAt null for now
 * @param endsAt excluded; null for no end
 * @param agreed the patient is of age and has told the clinic that they agree
 */
public record AccessOffer(
        String name,
        String email,
        String language,
        Relation relation,
        AccessLevel level,
        Instant startsAt,
        Instant endsAt,
        boolean agreed) {

    /** Says nothing of whom it is for. */
    @Override
    public String toString() {
        return "AccessOffer";
    }
}
