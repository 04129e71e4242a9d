package org.carewright.scheduling.availability;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * Part of a day as a clock on the wall shows it.
 *
 * @param fromMinute minutes after midnight, 0 to 1439
 * @param toMinute minutes after midnight, exclusive, up to 1440 for the end of the day
 */
public record WallClockRange(int fromMinute, int toMinute) {

    /** Minutes on the wall between midnight and midnight. */
    public static final int END_OF_DAY = 24 * 60;

    private static final String END_OF_DAY_TEXT = "24:00";

    /** @throws IllegalArgumentException when the range is empty or leaves the day */
    public WallClockRange {
        if (fromMinute < 0 || toMinute > END_OF_DAY || fromMinute >= toMinute) {
            throw new IllegalArgumentException("Not a part of a day: " + fromMinute + " to " + toMinute);
        }
    }

    /** A range as people write it, {@code of("09:00", "24:00")}. */
    public static WallClockRange of(String from, String to) {
        return new WallClockRange(minute(from), minute(to));
    }

    private static int minute(String time) {
        return END_OF_DAY_TEXT.equals(time) ? END_OF_DAY : LocalTime.parse(time).toSecondOfDay() / 60;
    }

    /**
     * The moment at which the wall clock of {@code zone} shows that minute: a time that doesn't exist moves forward by
     * the gap, of an ambiguous one the earlier counts (design §10).
     *
     * @return seconds since the epoch
     */
    static long moment(LocalDate date, int minute, ZoneId zone) {
        var local = date.atStartOfDay().plusMinutes(minute);
        return ZonedDateTime.ofLocal(local, zone, null).toEpochSecond();
    }
}
