package org.carewright.scheduling.web;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;
import org.carewright.scheduling.catalogue.Practitioner;
import org.carewright.scheduling.desk.DeskEntry;

/**
 * A calendar as a table, so that it reads well aloud and by keyboard: a row per half hour, a column per practitioner or
 * day, in each cell the visits that start then.
 */
record CalendarGrid(List<Column> columns, List<Row> rows) {

    private static final int ROW_MINUTES = 30;
    private static final int FIRST_HOUR = 8;
    private static final int LAST_HOUR = 18;
    private static final int MINUTES_A_DAY = 24 * 60;

    /** @param name a practitioner's name, or null for a day; {@code date} null for a practitioner */
    record Column(UUID practitionerId, String name, LocalDate date) {}

    record Row(LocalTime time, List<List<DeskEntry>> cells) {}

    static CalendarGrid ofDay(List<Practitioner> practitioners, UUID only, List<DeskEntry> visits, ZoneId zone) {
        var columns = practitioners.stream()
                .filter(practitioner -> only == null || practitioner.id().equals(only))
                .map(practitioner -> new Column(practitioner.id(), practitioner.name(), null))
                .toList();
        return of(columns, visits, zone, (column, visit) -> column.practitionerId()
                .equals(visit.practitionerId()));
    }

    static CalendarGrid ofWeek(LocalDate monday, List<DeskEntry> visits, ZoneId zone) {
        var columns = IntStream.range(0, 7)
                .mapToObj(day -> new Column(null, null, monday.plusDays(day)))
                .toList();
        return of(columns, visits, zone, (column, visit) -> column.date()
                .equals(visit.start().atZone(zone).toLocalDate()));
    }

    private static CalendarGrid of(
            List<Column> columns, List<DeskEntry> visits, ZoneId zone, BiPredicate<Column, DeskEntry> belongs) {
        var first = FIRST_HOUR * 60;
        var last = LAST_HOUR * 60;
        for (var visit : visits) {
            first = Math.min(first, minuteOfDay(visit, zone) / ROW_MINUTES * ROW_MINUTES);
            last = Math.max(last, minuteOfDay(visit, zone) / ROW_MINUTES * ROW_MINUTES + ROW_MINUTES);
        }
        var rows = new ArrayList<Row>();
        for (var minute = first; minute < Math.min(last, MINUTES_A_DAY); minute += ROW_MINUTES) {
            var from = minute;
            rows.add(new Row(
                    LocalTime.of(from / 60, from % 60),
                    columns.stream()
                            .map(column -> visits.stream()
                                    .filter(visit -> belongs.test(column, visit))
                                    .filter(visit -> minuteOfDay(visit, zone) / ROW_MINUTES == from / ROW_MINUTES)
                                    .toList())
                            .toList()));
        }
        return new CalendarGrid(columns, rows);
    }

    private static int minuteOfDay(DeskEntry visit, ZoneId zone) {
        var time = visit.start().atZone(zone).toLocalTime();
        return time.getHour() * 60 + time.getMinute();
    }
}
