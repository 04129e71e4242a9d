package org.carewright.patients.access;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;

/**
 * One account's access to one patient (IAM-1).
 *
 * @param endsAt excluded; null for no end
 * @param revokedAt null while it isn't revoked
 * @param agreedAt when the patient, of age, agreed; null when not
 * @param dateOfBirth the patient's; null when unknown
 */
public record Grant(
        UUID id,
        UUID accountId,
        UUID patientId,
        AccessLevel level,
        Relation relation,
        Instant startsAt,
        Instant endsAt,
        Instant revokedAt,
        Instant agreedAt,
        LocalDate dateOfBirth) {

    /** Years at which patients decide for themselves. */
    static final int OF_AGE = 18;

    /** Where it stands; only {@link #ACTIVE} opens anything. */
    public enum State {
        NOT_YET,
        ACTIVE,
        EXPIRED,
        REVOKED,
        /** The patient is of age, or of unknown age, and has not agreed. */
        NOT_AGREED
    }

    /**
     * Where it stands at that moment. Decided when it is read, never by a job that may come late. Someone born on 29
     * February is of age on 28 February: others' access rather ends a day early.
     *
     * @param zone the clinic's, in which birthdays count
     */
    public State state(Instant now, ZoneId zone) {
        if (revokedAt != null) {
            return State.REVOKED;
        }
        if (now.isBefore(startsAt)) {
            return State.NOT_YET;
        }
        if (endsAt != null && !now.isBefore(endsAt)) {
            return State.EXPIRED;
        }
        return relation == Relation.SELF || agreedAt != null || isMinor(now, zone) ? State.ACTIVE : State.NOT_AGREED;
    }

    /** Whether the patient is known to be under age. */
    boolean isMinor(Instant now, ZoneId zone) {
        return isMinor(dateOfBirth, now.atZone(zone).toLocalDate());
    }

    /** Whether somebody born then is known to be under age that day. @param dateOfBirth null when unknown */
    public static boolean isMinor(LocalDate dateOfBirth, LocalDate day) {
        return dateOfBirth != null && day.isBefore(dateOfBirth.plusYears(OF_AGE));
    }
}
