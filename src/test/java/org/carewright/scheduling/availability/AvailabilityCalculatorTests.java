package org.carewright.scheduling.availability;

import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.TUESDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Monday in these tests is 2026-06-01. */
class AvailabilityCalculatorTests {

    private static final String NEW_YORK = "America/New_York";
    private static final String DAY = "2026-06-01";
    private static final String NEXT_DAY = "2026-06-02";

    private static Question monday(String from, String to) {
        return Question.in(NEW_YORK).open(MONDAY, from, to);
    }

    // Hours

    @Test
    void hoursAreWallClockTimeOfTheLocationsZone() {
        assertThat(monday("09:00", "10:00").offers(DAY, DAY))
                .extracting(Offer::start)
                .containsExactly(Instant.parse("2026-06-01T13:00:00Z"));
    }

    @Test
    void dayWithoutHoursOffersNothing() {
        assertThat(monday("09:00", "17:00").localStartsOn(NEXT_DAY)).isEmpty();
    }

    @Test
    void overrideReplacesTheDay() {
        assertThat(monday("09:00", "17:00").override(DAY, "12:00", "14:00").localStartsOn(DAY))
                .containsExactly("12:00", "13:00");
    }

    @Test
    void overrideWithoutHoursClosesTheDay() {
        assertThat(monday("09:00", "17:00").override(DAY).localStartsOn(DAY)).isEmpty();
    }

    @Test
    void overrideMayOpenADayThatIsOtherwiseClosed() {
        assertThat(monday("09:00", "17:00").override(NEXT_DAY, "10:00", "11:00").localStartsOn(NEXT_DAY))
                .containsExactly("10:00");
    }

    @Test
    void overrideKnowsNothingOfTheWeekdaysBreaks() {
        assertThat(monday("09:00", "17:00")
                        .pause(MONDAY, "12:00", "13:00")
                        .override(DAY, "12:00", "14:00")
                        .localStartsOn(DAY))
                .containsExactly("12:00", "13:00");
    }

    @Test
    void overlappingWindowsMergeIntoOneGrid() {
        assertThat(monday("09:00", "11:00").open(MONDAY, "10:30", "12:00").localStartsOn(DAY))
                .containsExactly("09:00", "10:00", "11:00");
    }

    @Test
    void touchingWindowsMergeIntoOneGrid() {
        assertThat(monday("09:00", "10:30").open(MONDAY, "10:30", "12:00").localStartsOn(DAY))
                .containsExactly("09:00", "10:00", "11:00");
    }

    @Test
    void windowsApartHaveGridsOfTheirOwn() {
        assertThat(monday("09:00", "10:30").open(MONDAY, "10:40", "12:00").localStartsOn(DAY))
                .containsExactly("09:00", "10:40");
    }

    @Test
    void breakIsTakenOutOfTheHoursAndAnchorsANewGrid() {
        assertThat(monday("09:00", "13:00").pause(MONDAY, "10:30", "11:15").localStartsOn(DAY))
                .containsExactly("09:00", "11:15");
    }

    @Test
    void bufferMayRunIntoABreak() {
        assertThat(monday("09:00", "12:00")
                        .pause(MONDAY, "10:00", "11:00")
                        .buffers(15, 15)
                        .localStartsOn(DAY))
                .containsExactly("09:00", "11:00");
    }

    @Test
    void closureOfTheClinicClosesAllItsDaysTheLastIncluded() {
        assertThat(Question.in(NEW_YORK)
                        .openDaily("09:00", "10:00")
                        .closed(null, "2026-06-01", "2026-06-03")
                        .offers("2026-05-31", "2026-06-04"))
                .hasSize(2);
    }

    @Test
    void closureOfAnotherLocationDoesNotMatter() {
        assertThat(monday("09:00", "10:00").closed(new UUID(0, 99), DAY, DAY).localStartsOn(DAY))
                .containsExactly("09:00");
    }

    @Test
    void hoursUntilMidnightEndWithTheDay() {
        assertThat(monday("22:00", "24:00").localStartsOn(DAY)).containsExactly("22:00", "23:00");
    }

    @Test
    void visitMayRunOnIntoTheNextDaysWindowThatTouchesAtMidnight() {
        assertThat(monday("22:30", "24:00").open(TUESDAY, "00:00", "01:00").localStartsOn(DAY))
                .containsExactly("22:30", "23:30");
    }

    @Test
    void gridIsAnchoredAnewEachDayWhereverTheSearchBegins() {
        var roundTheClock = Question.in(NEW_YORK).openDaily("00:00", "24:00").visit(60, 50);

        assertThat(roundTheClock.offers("2026-05-30", NEXT_DAY)).containsAll(roundTheClock.offers(DAY, NEXT_DAY));
    }

    @Test
    void eachLocationHasItsOwnZone() {
        var kolkata = new UUID(0, 7);
        var offers = monday("09:00", "10:00")
                .furtherSite(kolkata, "Asia/Kolkata")
                .open(TUESDAY, kolkata, WallClockRange.of("09:00", "10:00"))
                .offers(DAY, NEXT_DAY);

        assertThat(offers)
                .extracting(Offer::start)
                .containsExactly(Instant.parse("2026-06-01T13:00:00Z"), Instant.parse("2026-06-02T03:30:00Z"));
    }

    @Test
    void startAtTwoLocationsIsOfferedOnce() {
        var second = new UUID(0, 7);
        var offers = monday("09:00", "10:00")
                .furtherSite(second, NEW_YORK)
                .open(MONDAY, second, WallClockRange.of("09:00", "10:00"))
                .offers(DAY, DAY);

        assertThat(offers).extracting(Offer::locationId).containsExactly(Question.LOCATION);
    }

    // Grid

    @Test
    void startsLieOnAGridFromOpening() {
        assertThat(monday("09:10", "10:10").visit(30, 15).localStartsOn(DAY))
                .containsExactly("09:10", "09:25", "09:40");
    }

    @Test
    void visitEndsByClosingAtTheLatest() {
        assertThat(monday("09:00", "10:59").localStartsOn(DAY)).containsExactly("09:00");
    }

    @Test
    void collidingStartsAreDroppedWithoutShiftingTheGrid() {
        assertThat(monday("09:00", "13:00").busy(DAY + "T09:50", DAY + "T10:10").localStartsOn(DAY))
                .containsExactly("11:00", "12:00");
    }

    @Test
    void visitMayStartWhenTheLastOneEnds() {
        assertThat(monday("09:00", "12:00").busy(DAY + "T10:00", DAY + "T11:00").localStartsOn(DAY))
                .containsExactly("09:00", "11:00");
    }

    // Buffers

    @Test
    void buffersOfBothVisitsAddUp() {
        // The other visit, 10:00 to 11:00, keeps 10 minutes after it free; this one 10 before it.
        var question = monday("09:00", "13:00").visit(60, 10).buffers(10, 0).busy(DAY + "T10:00", DAY + "T11:10");

        assertThat(question.localStartsOn(DAY)).startsWith("09:00", "11:20");
    }

    @Test
    void buffersMayRunPastOpeningHours() {
        assertThat(monday("09:00", "10:00").buffers(30, 30).localStartsOn(DAY)).containsExactly("09:00");
    }

    @Test
    void bufferMayTouchTheNextBlockedRange() {
        assertThat(monday("09:00", "12:00")
                        .buffers(0, 15)
                        .busy(DAY + "T10:15", DAY + "T11:00")
                        .localStartsOn(DAY))
                .containsExactly("09:00", "11:00");
    }

    @Test
    void bufferCollidesByOneMinute() {
        assertThat(monday("09:00", "12:00")
                        .buffers(0, 15)
                        .busy(DAY + "T10:14", DAY + "T11:00")
                        .localStartsOn(DAY))
                .containsExactly("11:00");
    }

    // Time off

    @Test
    void timeOffBlocksAndDoesNotShiftTheGrid() {
        assertThat(monday("09:00", "13:00")
                        .timeOff(DAY + "T09:30", DAY + "T10:30")
                        .localStartsOn(DAY))
                .containsExactly("11:00", "12:00");
    }

    // Notice and horizon

    @Test
    void startExactlyAtTheEndOfTheNoticeIsOffered() {
        assertThat(monday("09:00", "12:00").notice(120).now(DAY + "T08:00").localStartsOn(DAY))
                .containsExactly("10:00", "11:00");
    }

    @Test
    void startASecondInsideTheNoticeIsNotOffered() {
        var question = monday("09:00", "12:00").notice(120);

        assertThat(question.now(question.at(DAY + "T08:00").plusNanos(1)).localStartsOn(DAY))
                .containsExactly("11:00");
    }

    @Test
    void startInThePastIsNotOffered() {
        assertThat(monday("09:00", "12:00").now(DAY + "T10:30").localStartsOn(DAY))
                .containsExactly("11:00");
    }

    @Test
    void lastDayOfTheHorizonIsOfferedAndTheNextIsNot() {
        assertThat(Question.in(NEW_YORK)
                        .openDaily("09:00", "10:00")
                        .horizon(2)
                        .now("2026-06-01T08:00")
                        .offers("2026-06-01", "2026-06-30"))
                .hasSize(3);
    }

    @Test
    void horizonCountsFromTodayInTheLocationsZone() {
        // In New York it is still the evening of the day before.
        var question = Question.in(NEW_YORK).openDaily("09:00", "10:00").horizon(1);

        assertThat(question.now(Instant.parse("2026-06-02T02:00:00Z")).offers("2026-06-01", "2026-06-30"))
                .extracting(Offer::start)
                .containsExactly(Instant.parse("2026-06-02T13:00:00Z"));
    }

    // Limits

    @Test
    void dayIsFullWhenThePractitionerHasTheLimitOfVisits() {
        assertThat(monday("09:00", "17:00")
                        .limits(2, null)
                        .visitOfPractitioner(DAY + "T09:00")
                        .visitOfPractitioner(DAY + "T11:00")
                        .localStartsOn(DAY))
                .isEmpty();
    }

    @Test
    void dayBelowTheLimitIsOffered() {
        assertThat(monday("09:00", "11:00")
                        .limits(2, null)
                        .visitOfPractitioner(DAY + "T09:00")
                        .busy(DAY + "T09:00", DAY + "T10:00")
                        .localStartsOn(DAY))
                .containsExactly("10:00");
    }

    @Test
    void dayIsFullWhenTheServiceHasTheLimitOfVisits() {
        assertThat(monday("09:00", "17:00")
                        .limits(null, 1)
                        .visitOfService(DAY + "T09:00")
                        .localStartsOn(DAY))
                .isEmpty();
    }

    @Test
    void limitPerDayCountsInTheLocationsZone() {
        // 23:00 in New York is the next day in UTC, and still counts for Monday.
        var question = Question.in(NEW_YORK)
                .openDaily("09:00", "10:00")
                .limits(1, null)
                .visitOfPractitioner(DAY + "T23:00");

        assertThat(question.localStartsOn(DAY)).isEmpty();
        assertThat(question.localStartsOn(NEXT_DAY)).containsExactly("09:00");
    }

    // Rooms and equipment

    @Test
    void anyFreeRoomWillDo() {
        var question = monday("09:00", "11:00");

        assertThat(question.room(question.range(DAY + "T09:00", DAY + "T10:00"))
                        .room(question.range(DAY + "T10:00", DAY + "T11:00"))
                        .localStartsOn(DAY))
                .containsExactly("09:00", "10:00");
    }

    @Test
    void startWithoutAFreeRoomIsDropped() {
        var question = monday("09:00", "11:00");
        var taken = question.range(DAY + "T09:00", DAY + "T10:00");

        assertThat(question.room(taken).room(taken).localStartsOn(DAY)).containsExactly("10:00");
    }

    @Test
    void serviceThatNeedsARoomIsNotOfferedWhereThereIsNone() {
        assertThat(monday("09:00", "11:00").needsRoom().localStartsOn(DAY)).isEmpty();
    }

    @Test
    void everyPieceOfEquipmentMustBeFree() {
        var question = monday("09:00", "12:00");

        assertThat(question.equipment(question.range(DAY + "T09:00", DAY + "T10:00"))
                        .equipment(question.range(DAY + "T10:00", DAY + "T11:00"))
                        .localStartsOn(DAY))
                .containsExactly("11:00");
    }

    // Group visits

    @Test
    void groupVisitWithASeatLeftStaysOfferedAlthoughItBlocksThePractitioner() {
        assertThat(monday("09:00", "12:00")
                        .busy(DAY + "T10:00", DAY + "T11:00")
                        .session(DAY + "T10:00")
                        .localStartsOn(DAY))
                .containsExactly("09:00", "10:00", "11:00");
    }

    @Test
    void seatInAGroupVisitIsOfferedOnAFullDay() {
        assertThat(monday("09:00", "12:00")
                        .limits(1, null)
                        .visitOfPractitioner(DAY + "T10:00")
                        .busy(DAY + "T10:00", DAY + "T11:00")
                        .session(DAY + "T10:00")
                        .localStartsOn(DAY))
                .containsExactly("10:00");
    }

    // Days on which the clocks change

    @Test
    void newYorkSpringForwardSkipsTheHourThatDoesNotExist() {
        assertThat(Question.in(NEW_YORK).openDaily("00:00", "05:00").startsOn("2026-03-08"))
                .containsExactly("00:00-05:00", "01:00-05:00", "03:00-04:00", "04:00-04:00");
    }

    @Test
    void newYorkOpeningThatDoesNotExistMovesForwardByTheGap() {
        assertThat(Question.in(NEW_YORK).openDaily("02:30", "05:30").startsOn("2026-03-08"))
                .containsExactly("03:30-04:00", "04:30-04:00");
    }

    @Test
    void newYorkClosingThatDoesNotExistMovesForwardByTheGap() {
        assertThat(Question.in(NEW_YORK).openDaily("00:30", "02:30").startsOn("2026-03-08"))
                .containsExactly("00:30-05:00", "01:30-05:00");
    }

    @Test
    void newYorkWindowInsideTheGapHasNoLength() {
        assertThat(Question.in(NEW_YORK)
                        .visit(15, 15)
                        .openDaily("02:30", "03:00")
                        .startsOn("2026-03-08"))
                .isEmpty();
    }

    @Test
    void newYorkFallBackOffersTheRepeatedHourTwiceInElapsedTime() {
        assertThat(Question.in(NEW_YORK).openDaily("00:00", "04:00").startsOn("2026-11-01"))
                .containsExactly("00:00-04:00", "01:00-04:00", "01:00-05:00", "02:00-05:00", "03:00-05:00");
    }

    @Test
    void newYorkAmbiguousOpeningMeansTheEarlier() {
        assertThat(Question.in(NEW_YORK).openDaily("01:30", "03:30").startsOn("2026-11-01"))
                .containsExactly("01:30-04:00", "01:30-05:00", "02:30-05:00");
    }

    @Test
    void newYorkAmbiguousClosingMeansTheEarlier() {
        assertThat(Question.in(NEW_YORK).openDaily("00:30", "01:30").startsOn("2026-11-01"))
                .containsExactly("00:30-04:00");
    }

    @Test
    void londonSpringForwardSkipsTheHourThatDoesNotExist() {
        assertThat(Question.in("Europe/London").openDaily("00:00", "03:00").startsOn("2026-03-29"))
                .containsExactly("00:00Z", "02:00+01:00");
    }

    @Test
    void londonFallBackOffersTheRepeatedHourTwice() {
        assertThat(Question.in("Europe/London").openDaily("00:00", "03:00").startsOn("2026-10-25"))
                .containsExactly("00:00+01:00", "01:00+01:00", "01:00Z", "02:00Z");
    }

    @Test
    void kolkataHoursLieHalfAnHourOffTheUtcGrid() {
        assertThat(Question.in("Asia/Kolkata").openDaily("09:00", "11:00").offers(DAY, DAY))
                .extracting(Offer::start)
                .containsExactly(Instant.parse("2026-06-01T03:30:00Z"), Instant.parse("2026-06-01T04:30:00Z"));
    }

    @Test
    void lordHoweSpringForwardMovesByItsHalfHour() {
        assertThat(Question.in("Australia/Lord_Howe")
                        .openDaily("02:00", "04:00")
                        .startsOn("2026-10-04"))
                .containsExactly("02:30+11:00");
    }

    @Test
    void lordHoweFallBackRepeatsHalfAnHour() {
        assertThat(Question.in("Australia/Lord_Howe")
                        .visit(30, 30)
                        .openDaily("01:00", "02:30")
                        .startsOn("2026-04-05"))
                .containsExactly("01:00+11:00", "01:30+11:00", "01:30+10:30", "02:00+10:30");
    }

    // Values

    @Test
    void endIsTheVisitsEndWithoutBuffer() {
        assertThat(monday("09:00", "10:00").buffers(10, 10).offers(DAY, DAY))
                .extracting(Offer::end)
                .containsExactly(Instant.parse("2026-06-01T14:00:00Z"));
    }

    @Test
    void rejectsAStepWithoutLength() {
        assertThatIllegalArgumentException().isThrownBy(() -> new VisitRules(30, 0, 0, 0, 0, 90, null));
    }

    @Test
    void rejectsARangeThatEndsBeforeItBegins() {
        assertThatIllegalArgumentException().isThrownBy(() -> WallClockRange.of("10:00", "09:00"));
    }
}
