package org.carewright.patients.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.carewright.patients.access.Grant.State;
import org.junit.jupiter.api.Test;

/** Where an access to a patient's record stands, decided by dates alone (IAM-1). */
class GrantTests {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final Instant START = Instant.parse("2030-01-01T00:00:00Z");
    private static final Instant END = Instant.parse("2031-01-01T00:00:00Z");
    private static final LocalDate CHILD = LocalDate.of(2012, 6, 15);
    /** Midnight in New York on the eighteenth birthday. */
    private static final Instant OF_AGE = Instant.parse("2030-06-15T04:00:00Z");

    @Test
    void holdsFromItsStartToBeforeItsEnd() {
        var grant = grant(Relation.SELF, null, null, null);

        assertThat(grant.state(START.minusMillis(1), NEW_YORK)).isEqualTo(State.NOT_YET);
        assertThat(grant.state(START, NEW_YORK)).isEqualTo(State.ACTIVE);
        assertThat(grant.state(END.minusMillis(1), NEW_YORK)).isEqualTo(State.ACTIVE);
        assertThat(grant.state(END, NEW_YORK)).isEqualTo(State.EXPIRED);
    }

    @Test
    void revokedCountsBeforeAllElse() {
        assertThat(grant(Relation.SELF, START, START, null).state(START, NEW_YORK))
                .isEqualTo(State.REVOKED);
    }

    @Test
    void endsAtMidnightOfTheEighteenthBirthdayWhereTheClinicIs() {
        var grant = grant(Relation.PARENT, null, null, CHILD);

        assertThat(grant.state(OF_AGE.minusMillis(1), NEW_YORK)).isEqualTo(State.ACTIVE);
        assertThat(grant.state(OF_AGE, NEW_YORK)).isEqualTo(State.NOT_AGREED);
    }

    @Test
    void staysWhenThePatientOfAgeHasAgreed() {
        assertThat(grant(Relation.PARENT, null, OF_AGE, CHILD).state(OF_AGE, NEW_YORK))
                .isEqualTo(State.ACTIVE);
    }

    @Test
    void thePatientsOwnAccessKnowsNoAge() {
        assertThat(grant(Relation.SELF, null, null, CHILD).state(OF_AGE, NEW_YORK))
                .isEqualTo(State.ACTIVE);
    }

    @Test
    void withoutADateOfBirthOthersNeedThePatientsAgreement() {
        assertThat(grant(Relation.PARENT, null, null, null).state(START, NEW_YORK))
                .isEqualTo(State.NOT_AGREED);
    }

    @Test
    void bornOnTheLeapDayIsOfAgeTheDayBefore() {
        var leap = grant(Relation.PARENT, null, null, LocalDate.of(2012, 2, 29));

        assertThat(leap.state(Instant.parse("2030-02-28T05:00:00Z").minusMillis(1), NEW_YORK))
                .isEqualTo(State.ACTIVE);
        assertThat(leap.state(Instant.parse("2030-02-28T05:00:00Z"), NEW_YORK)).isEqualTo(State.NOT_AGREED);
    }

    @Test
    void aLevelIncludesTheLowerOnes() {
        assertThat(AccessLevel.FULL.includes(AccessLevel.MESSAGING)).isTrue();
        assertThat(AccessLevel.MESSAGING.includes(AccessLevel.MESSAGING)).isTrue();
        assertThat(AccessLevel.VIEW_ONLY.includes(AccessLevel.MESSAGING)).isFalse();
    }

    private static Grant grant(Relation relation, Instant revokedAt, Instant agreedAt, LocalDate dateOfBirth) {
        return new Grant(
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                AccessLevel.FULL,
                relation,
                START,
                END,
                revokedAt,
                agreedAt,
                dateOfBirth);
    }
}
